package render

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/annex-isms/annex/search"
)

// letter is the part of the index from A to Z that begins with it.
type letter struct {
	Letter  string // empty for what begins with none
	Anchor  string
	Entries []search.Document
	Path    string // of the page where it begins, where they are several
	Again   bool   // it begins on a page before
}

// letters sorts the documents by their titles, as their language does, and groups
// them by the letters that they begin with.
func letters(documents []search.Document, tag string) []letter {
	sorted := slices.Clone(documents)
	order := collate.New(language.Make(tag), collate.IgnoreCase, collate.Numeric)
	slices.SortStableFunc(sorted, func(a, b search.Document) int { return order.CompareString(a.Title, b.Title) })

	var all []letter
	at := map[string]int{}
	loose := collate.New(language.Make(tag), collate.Loose)
	for _, d := range sorted {
		first := firstLetter(d.Title, loose)
		if _, known := at[first]; !known {
			at[first] = len(all)
			all = append(all, letter{Letter: first, Anchor: "letter-" + strings.ToLower(first)})
		}
		all[at[first]].Entries = append(all[at[first]].Entries, d)
	}
	return all
}

// firstLetter returns under which letter a title is found: its first one, without
// an accent where the language takes it for the same.
func firstLetter(title string, loose *collate.Collator) string {
	for _, r := range title {
		if unicode.IsDigit(r) {
			return ""
		}
		if !unicode.IsLetter(r) {
			continue
		}
		whole := strings.ToUpper(string(r))
		bare := string([]rune(norm.NFD.String(whole))[0])
		if loose.CompareString(whole, bare) == 0 {
			return bare
		}
		return whole
	}
	return ""
}
