package check

import (
	"fmt"
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
			newest := newestResult(m)
			if newest == nil || !newest.Value.IsSet() || !m.Target.IsSet() {
				continue
			}
			below := m.Direction.Value == record.MetricAtLeast && newest.Value.Value < m.Target.Value
			above := m.Direction.Value == record.MetricAtMost && newest.Value.Value > m.Target.Value
			if below || above {
				message := fmt.Sprintf("%s is at %s, but should be %s %s", m.ID.Value, newest.Value, strings.ReplaceAll(string(m.Direction.Value), "-", " "), m.Target)
				report(m, newest.Value.At, message, "find out why, and say in a note what is done about it")
			}
		}
	},
}

// newestResult returns the last result of the metric, nil where it has none of
// which the day is known.
func newestResult(m *record.Metric) *record.MetricValue {
	var newest *record.MetricValue
	for _, value := range m.Series.Rows {
		if value.Date.IsSet() && (newest == nil || !value.Date.Before(newest.Date.Day)) {
			newest = value
		}
	}
	return newest
}
