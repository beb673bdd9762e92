package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var retentionUnaccepted = Rule{
	Code: "retention-unaccepted", Level: finding.Warning, Basis: "6.1.3 f",
	Doc:      "an open risk that is retained has been accepted by its owner",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			for _, treatment := range r.Treatment.Items {
				if treatment.Value == record.Retention && r.Status.Value == record.RiskOpen && !record.Written(&r.Acceptance) {
					report(r, treatment.At, r.ID.Value+" is retained, but nobody has accepted it", "add [risk.acceptance] with by, date, level and reason")
				}
			}
		}
	},
}
