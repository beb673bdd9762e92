package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var riskCriteria = Rule{
	Code: "risk-criteria", Basis: "6.1.2 a",
	Doc: "the scales of the risk criteria have two to six steps, and their bands begin at 1 and ascend",
	Run: func(h *record.Handbook, report reporter) {
		criteria := h.Config.Criteria()
		for _, scale := range []record.Lines{criteria.Likelihood, criteria.Impact} {
			if count := len(scale.Items); count == 1 || count > 6 {
				report(scale.At, fmt.Sprintf("a scale has two to six steps, not %d", count), "name the steps from the lowest to the highest")
			}
		}
		bands := criteria.Levels.Rows
		if len(bands) == 0 {
			return // reported where it is missing
		}
		if len(bands) < 2 || len(bands) > 4 {
			report(criteria.Levels.At, fmt.Sprintf("there are two to four bands of risk level, not %d", len(bands)), "name the bands from the lowest to the highest")
			return
		}
		if first := bands[0].From; first.IsSet() && first.Value != 1 {
			report(bands[0].From.At, "the lowest band must begin at 1", "write: from = 1")
		}
		for i := 1; i < len(bands); i++ {
			if bands[i].From.IsSet() && bands[i].From.Value <= bands[i-1].From.Value {
				report(bands[i].From.At, "each band must begin above the one before", "put the bands in ascending order")
			}
		}
	},
}

var scoreOnScale = Rule{
	Code: "score-off-scale", Basis: "6.1.2 b",
	Doc: "likelihood and impact are steps of the scales in annex.toml",
	Run: func(h *record.Handbook, report reporter) {
		criteria := h.Config.Criteria()
		onScale := func(number record.Number, name string, steps int) {
			if !isStep(number, steps) {
				report(number.At, fmt.Sprintf("%s %d is not on the scale", name, number.Value), fmt.Sprintf("the scale goes from 1 to %d", steps))
			}
		}
		for _, risk := range record.All[record.Risk](h) {
			record.Walk(risk.Fields(), func(_ string, field record.Field) {
				number, ok := field.Value.(*record.Number)
				switch {
				case ok && field.Key == "likelihood":
					onScale(*number, field.Key, len(criteria.Likelihood.Items))
				case ok && field.Key == "impact":
					onScale(*number, field.Key, len(criteria.Impact.Items))
				}
			})
		}
	},
}

// isStep reports whether a number is a step of a scale, as far as there are both.
func isStep(number record.Number, steps int) bool {
	return !number.IsSet() || steps == 0 || number.Value >= 1 && number.Value <= steps
}

// levelOf returns the level of a score, or 0 where it lies off the scale.
func levelOf(h *record.Handbook, score *record.Score) int {
	criteria := h.Config.Criteria()
	if score == nil || !isStep(score.Likelihood, len(criteria.Likelihood.Items)) || !isStep(score.Impact, len(criteria.Impact.Items)) {
		return 0
	}
	return score.Level()
}
