package check

import (
	"fmt"
	"github.com/annex-isms/annex/generator/audience"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var currentAboveInherent = Rule{
	Code: "current-above-inherent", Basis: "6.1.2 d",
	Doc:      "controls do not make a risk worse: its current level is at most the inherent one",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			if inherent, current := h.riskLevel(r.Inherent.Row), h.riskLevel(r.Current.Row); inherent > 0 && current > inherent {
				report(r, r.Current.At, fmt.Sprintf("the current level %d of %s is higher than the inherent level %d", current, r.ID.Value, inherent),
					"score the risk again: inherent means without any controls")
			}
		}
	},
}
