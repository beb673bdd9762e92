package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var issueUnanswered = Rule{
	Code: "issue-unanswered", Level: finding.Note, Basis: "6.1.1",
	Doc: "a relevant issue leads to a risk or to an objective",
	Run: func(h *survey, report reporter) {
		for _, i := range all[record.ContextIssue](h) {
			if i.Relevant.Value && len(i.Risks.Items)+len(i.Objectives.Items) == 0 {
				report(i, i.Relevant.At, i.ID.Value+" is relevant, but no risk and no objective comes of it", `add: risks = ["R-…"] or objectives = ["OBJ-…"]`)
			}
		}
	},
}
