package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewWithoutTopManagement = Rule{
	Code: "review-without-top-management", Level: finding.Warning, Basis: "9.3.1",
	Doc: "top management leads the management review",
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.ManagementReview](h) {
			if chair := m.Chair.In(h.Handbook); chair != nil && !record.Written(&chair.TopManagement) {
				report(m, m.Chair.At, m.ID.Value+" was led by "+chair.ID.Value+", which is not top management", "write top-management = true in "+chair.ID.Value+" if it is", chair)
			}
		}
	},
}
