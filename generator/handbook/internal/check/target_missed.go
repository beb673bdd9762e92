package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var targetMissed = Rule{
	Code: "target-missed", Level: finding.Warning, Basis: "8.3",
	Doc:      "an open risk has reached its target level by its target date",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			target, current := h.riskLevel(r.Target.Row), h.riskLevel(r.Current.Row)
			if r.Status.Value == record.RiskOpen && r.TargetDate.Before(h.Today.Day) && target > 0 && current > target {
				report(r, r.TargetDate.At, fmt.Sprintf("%s should have come down to %d by now, but stands at %d", r.ID.Value, target, current),
					"score it again, or agree on a new target-date")
			}
		}
	},
}
