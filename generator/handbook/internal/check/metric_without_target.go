package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var metricWithoutTarget = Rule{
	Code: "metric-without-target", Basis: "9.1",
	Doc:      "a metric that says at least or at most has a target",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.Metric](h) {
			compares := m.Direction.Value == record.MetricAtLeast || m.Direction.Value == record.MetricAtMost
			if compares && !record.Written(&m.Target) {
				report(m, m.Direction.At, m.ID.Value+" says “"+string(m.Direction.Value)+"”, but has no target", `add: target = …, or write direction = "none"`)
			}
		}
	},
}
