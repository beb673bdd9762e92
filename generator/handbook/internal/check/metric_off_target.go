package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var metricOffTarget = Rule{
	Code: "metric-off-target", Level: finding.Warning, Basis: "9.1 e",
	Doc:      "the newest result of a metric meets its target",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.Metric](h) {
			if newest := m.On(h.Today.Day); newest != nil && newest.Value.IsSet() && m.Aims() && !m.Reaches(newest) {
				should := strings.ReplaceAll(string(m.Direction.Value), "-", " ") + " " + m.Target.String()
				hint := "find out why, and say in a note what is done about it"
				if record.Written(&newest.Note) {
					hint = "do what its note says; this is found until a result meets the target"
				}
				report(m, newest.Value.At, m.ID.Value+" is at "+newest.Value.String()+", but should be "+should, hint)
			}
		}
	},
}
