package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var metricStale = Rule{
	Code: "metric-stale", Level: finding.Warning, Basis: "9.1 c",
	Doc:      "a metric is measured as often as it says",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.Metric](h) {
			newest := newestResult(m)
			switch {
			case newest == nil && len(m.Series.Rows) == 0 && !record.Written(&m.Series):
				report(m, m.Source(), m.ID.Value+" was never measured", "add: series = [{ date = YYYY-MM-DD, value = … }]")
			case newest != nil && m.Every.IsSet() && m.Every.After(newest.Date.Day, 1).Before(h.Today.Day):
				report(m, newest.Date.At, m.ID.Value+" is measured every "+m.Every.String()+", but the newest result is of "+day(newest.Date), "add a result to its series")
			}
		}
	},
}
