package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var objectiveUnmeasured = Rule{
	Code: "objective-unmeasured", Level: finding.Warning, Basis: "6.2 b",
	Doc: "an objective is measured, or it is said why that is not practicable",
	Run: func(h *survey, report reporter) {
		for _, o := range all[record.Objective](h) {
			if len(o.Metrics.Items) == 0 && !record.Written(&o.MeasureReason) {
				report(o, o.Source(), "nothing shows how far "+o.ID.Value+" is reached", `add: metrics = ["MET-…"], or measure-reason = "…"`)
			}
		}
	},
}
