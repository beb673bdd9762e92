package check

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var unknownChart = Rule{
	Code: "unknown-chart", Fixed: true, Basis: "practice",
	Doc: "every chart that a text places is one of those there are",
	Run: func(h *survey, report reporter) {
		h.eachLink(func(l link) {
			if l.Form != markdown.Chart || slices.Contains(record.ChartNames, l.Target) {
				return
			}
			hint := "the charts are " + strings.Join(record.ChartNames, ", ")
			if near, ok := load.Nearest(l.Target, record.ChartNames); ok {
				hint = "did you mean “" + near + "”?"
			}
			message := "no chart “" + l.Target + "”"
			if l.Target == "" {
				message = "the name of the chart is missing"
			}
			report(l.from, l.place(), message, hint)
		})
	},
}
