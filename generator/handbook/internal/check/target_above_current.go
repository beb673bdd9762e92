package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var targetAboveCurrent = Rule{
	Code: "target-above-current", Basis: "6.1.3 a",
	Doc:      "treatment makes a risk no worse: its target level is at most the current one",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			if target, current := h.riskLevel(r.Target.Row), h.riskLevel(r.Current.Row); current > 0 && target > current {
				report(r, r.Target.At, fmt.Sprintf("the target level %d of %s is higher than the current level %d", target, r.ID.Value, current),
					"write a target that is no higher, or remove it")
			}
		}
	},
}
