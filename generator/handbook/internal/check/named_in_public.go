package check

import (
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var namedInPublic = Rule{
	Code: "named-in-public", Basis: "practice",
	Doc:      "no text for the public names an entry that the public does not see",
	Audience: audience.Withheld, // editions hold no blocks by which to tell
	Run: func(h *survey, report reporter) {
		hidden := h.hiddenFromPublic()
		look := func(r record.Record, fields []record.Field) {
			record.Walk(fields, func(_ string, field record.Field) {
				if field.Audience != audience.Public || field.Key == "id" {
					return
				}
				for _, seen := range h.publicWordsOf(field.Value) {
					for _, name := range seen.names() {
						to := hidden[name.id]
						if to == nil || !seen.reads(name.id) {
							continue
						}
						article := to.Head().Kind.Article
						report(r, seen.place(name.start, name.start+len(name.id)), "the public would read “"+name.id+"”, "+article+" that it does not see",
							"say it in other words, or link to it: [["+name.id+"]] becomes “"+article+"” where it is not shown", to)
					}
				}
			})
		}
		for _, r := range h.Entries() {
			if isSeenByAll(r) {
				look(r, record.AllFields(r))
			}
		}
		look(nil, record.Fields(h.Config))
	},
}

// hiddenFromPublic returns the entries that the public does not see, by their
// IDs. The numbers of the standard are no secret, and an ID without a letter and
// a digit may be any word.
func (h *survey) hiddenFromPublic() map[string]record.Record {
	hidden, given := map[string]record.Record{}, givenIDs()
	for _, r := range h.Entries() {
		head := r.Head()
		tellsItself := strings.ContainsFunc(head.ID.Value, unicode.IsDigit) && strings.ContainsFunc(head.ID.Value, unicode.IsLetter)
		if !isSeenByAll(r) && tellsItself && !given[head.ID.Value] {
			hidden[head.ID.Value] = r
		}
	}
	return hidden
}

// givenIDs returns the IDs of the entries that ship with Annex.
func givenIDs() map[string]bool {
	ids := map[string]bool{}
	for _, kind := range record.Kinds {
		if kind.Given != nil {
			for _, r := range kind.Given() {
				ids[id(r)] = true
			}
		}
	}
	return ids
}

// isSeenByAll reports whether the public has a page of the entry.
func isSeenByAll(r record.Record) bool {
	why, _ := record.Unpublished(r)
	return r.Head().Label == audience.Public && why == ""
}
