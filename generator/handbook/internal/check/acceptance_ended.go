package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var acceptanceEnded = Rule{
	Code: "acceptance-ended", Level: finding.Warning, Basis: "6.1.3 f", Late: true,
	Doc:      "the acceptance of an open risk has not ended",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			if a := r.Acceptance.Row; a != nil && !settled(r) && a.Until.Before(h.Today.Day) {
				report(r, a.Until.At, "the acceptance of "+r.ID.Value+" has ended", "let the owner decide again, or treat the risk")
			}
		}
	},
}
