package record

import "testing"

// What a reader sees counts, however it is written.
func TestWordsOccurHoweverTheyAreWritten(t *testing.T) {
	seen := map[string]string{
		"Ask M&uuml;ller.":               "Ask müller.",
		"Use **multi**factor, R\\_D too": "Use multifactor, R_D too",
		"A *plain* text, **well** said":  "A plain text, well said",
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
	if laidOut != 2 {
		t.Errorf("%d texts were laid out, want the two that disguise words", laidOut)
	}
}
