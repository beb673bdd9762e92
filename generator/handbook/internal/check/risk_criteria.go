package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var riskCriteria = Rule{
	Code: "risk-criteria", Fixed: true, Basis: "6.1.2 a",
	Doc: "the scales of the risk criteria have two to six steps, their bands begin at 1 and ascend, and a risk can reach the acceptance level",
	Run: func(h *survey, report reporter) {
		criteria := h.Config.Criteria()
		for _, scale := range []record.Lines{criteria.Likelihood, criteria.Impact} {
			if count := len(scale.Items); count == 1 || count > 6 {
				report(nil, scale.At, fmt.Sprintf("a scale has two to six steps, not %d", count), "name the steps from the lowest to the highest")
			}
		}
		highest := len(criteria.Likelihood.Items) * len(criteria.Impact.Items)
		if line := criteria.Acceptance; highest > 0 && line.IsSet() && line.Value > highest {
			report(nil, line.At, fmt.Sprintf("no risk reaches the level %d, from which on somebody has to decide", line.Value), fmt.Sprintf("the highest level is likelihood × impact: %d", highest))
		}
		bands := criteria.Levels.Rows
		if len(bands) == 0 {
			return // reported where it is missing
		}
		if len(bands) < 2 || len(bands) > 4 {
			report(nil, criteria.Levels.At, fmt.Sprintf("there are two to four bands of risk level, not %d", len(bands)), "name the bands from the lowest to the highest")
			return
		}
		if first := bands[0].From; first.IsSet() && first.Value != 1 {
			report(nil, bands[0].From.At, "the lowest band must begin at 1", "write: from = 1")
		}
		for i := 1; i < len(bands); i++ {
			if bands[i].From.IsSet() && bands[i].From.Value <= bands[i-1].From.Value {
				report(nil, bands[i].From.At, "each band must begin above the one before", "put the bands in ascending order")
			}
		}
	},
}
