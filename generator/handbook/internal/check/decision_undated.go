package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var decisionUndated = Rule{
	Code: "decision-undated", Level: finding.Warning, Basis: "9.3.3",
	Doc: "a decision of a management review says until when it is carried out",
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.ManagementReview](h) {
			for _, decision := range m.Decisions.Rows {
				if !record.Written(&decision.Due) && !record.Written(&decision.Done) {
					report(m, placeOf(&decision.Text, m), "this decision of "+m.ID.Value+" does not say until when", "add to it: due = YYYY-MM-DD")
				}
			}
		}
	},
}
