package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var synonymAlone = Rule{
	Code: "synonym-alone", Fixed: true, Basis: "practice",
	Doc: "a group of synonyms has at least two members",
	Run: func(h *survey, report reporter) {
		for _, group := range synonymsOf(h) {
			if len(group.Items) == 1 {
				report(nil, group.At, "a word alone is no synonym", "write at least two words that mean the same, such as [\"2FA\", \"MFA\"]")
			}
		}
	},
}

// synonymsOf returns the groups of words that mean the same, as annex.toml has
// them.
func synonymsOf(h *survey) []record.Lines {
	if h.Config.Search.Row == nil {
		return nil
	}
	return h.Config.Search.Row.Synonyms.Items
}
