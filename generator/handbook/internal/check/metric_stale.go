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
			switch due := m.DueNext(h.Today.Day); {
			case !record.Written(&m.Series):
				report(m, m.Source(), m.ID.Value+" was never measured", "add: series = [{ date = YYYY-MM-DD, value = … }]")
			case !due.IsZero() && due.Before(h.Today.Day):
				newest := m.On(h.Today.Day)
				report(m, newest.Date.At, m.ID.Value+" is measured "+m.Every.Rhythm()+", but the newest result is of "+day(newest.Date), "add a result to its series")
			}
		}
	},
}
