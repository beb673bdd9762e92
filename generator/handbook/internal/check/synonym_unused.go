package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var synonymUnused = Rule{
	Code: "synonym-unused", Level: finding.Warning, Basis: "practice", Audience: audience.Withheld,
	Doc: "the words of a group of synonyms occur in the content",
	Run: func(h *survey, report reporter) {
		var words []string
		for _, group := range synonymsOf(h) {
			for _, member := range group.Items {
				words = append(words, record.WordsOf(member.Value)...)
			}
		}
		if len(words) == 0 || h.Incomplete {
			return
		}
		occurring := record.Occurring(words, h.Entries(), func(text *record.Text) string { return text.Source })
		for _, group := range synonymsOf(h) {
			for _, member := range group.Items {
				for _, word := range record.WordsOf(member.Value) {
					if !occurring[word] {
						report(nil, member.At, "no entry says “"+word+"”, so no edition has this group of synonyms", "use the word in an entry, or take it out of the group")
					}
				}
			}
		}
	},
}
