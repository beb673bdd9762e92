package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var climateUndecided = Rule{
	Code: "climate-undecided", Level: finding.Warning, Basis: "4.1",
	Doc:   "it has been decided whether climate change is a relevant issue (amendment of 2024)",
	Seeks: []string{"issue"},
	Run: func(h *survey, report reporter) {
		for _, issue := range all[record.ContextIssue](h) {
			if issue.Scope.Value == record.IssueClimate {
				return
			}
		}
		report(h.find("4.1"), source.Span{}, "nobody has decided whether climate change is a relevant issue", `add [[issue]] with scope = "climate" and relevant = true or false: both are valid answers`)
	},
}
