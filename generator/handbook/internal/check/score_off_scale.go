package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var scoreOffScale = Rule{
	Code: "score-off-scale", Fixed: true, Basis: "6.1.2 b",
	Doc: "likelihood and impact are steps of the scales in annex.toml",
	Run: func(h *survey, report reporter) {
		criteria := h.Config.Criteria()
		for _, r := range all[record.Risk](h) {
			onScale := func(number record.Number, name string, steps int) {
				if !isStep(number, steps) {
					report(r, number.At, fmt.Sprintf("%s %d is not on the scale", name, number.Value), fmt.Sprintf("the scale goes from 1 to %d", steps))
				}
			}
			record.Walk(record.Fields(r), func(_ string, field record.Field) {
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
