package record

import "testing"

// What a reader sees counts, however it is written.
func TestWordsOccurHoweverTheyAreWritten(t *testing.T) {
	seen := map[string]string{
		"Ask M&uuml;ller.":               "Ask müller.",
		"Use **multi**factor, R\\_D too": "Use multifactor, R_D too",
		"Never ro_**tate**_ it":          "Never ro_tate_ it",
		"A *plain* text, **well** said":  "A plain text, well said",
		"Its key_name_here & R\\&D":      "Its key_name_here & R&D",
	}
	var entries []Record
	for source := range seen {
		risk := risks.Create().(*Risk)
		risk.Description.Source = source
		entries = append(entries, risk)
	}
	laidOut := 0
	found := Occurring([]string{"müller", "multifactor", "absent"}, entries, func(text *Text) string {
		laidOut++
		return seen[text.Source]
	})
	if !found["müller"] || !found["multifactor"] || found["absent"] {
		t.Errorf("found %v", found)
	}
	if laidOut != 3 {
		t.Errorf("%d texts were laid out, want the three that may disguise words", laidOut)
	}
}
