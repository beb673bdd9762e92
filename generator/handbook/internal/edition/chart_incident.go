package edition

import (
	"math"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// incidentsChart counts the incidents of the last year by month and severity.
func incidentsChart(p *projector) (view.Chart, bool) {
	kind := record.KindNamed("incident")
	c := counting{form: "columns", axis: p.say("chart.incidents.axis"), path: func(month, severity string) string {
		return filtered("incident", "month", month, "severity", severity)
	}}
	tones := []string{"1", "2", "3", "none"}
	for i, option := range record.IncidentSeverity("").Options() {
		c.series = append(c.series, bin{key: option.Word, name: p.optionCell(kind, "severity", option).Text, tone: tones[min(i, len(tones)-1)]})
	}
	months := p.months(monthsBack, 0)
	for _, s := range months {
		c.categories = append(c.categories, bin{key: s.start.Format("2006-01"), name: s.name, short: s.short})
	}
	open := 0
	for _, incident := range record.All[record.Incident](p.Handbook) {
		if incident.Status.IsSet() && incident.Status.Value != record.IncidentClosed {
			open++
		}
		for _, s := range months {
			if incident.Severity.IsSet() && incident.Detected.IsSet() && s.in(incident.Detected.Day) {
				c.add(s.start.Format("2006-01"), string(incident.Severity.Value))
			}
		}
	}
	reading := p.say("chart.incidents.reading", "count", c.total()) + " " + p.say("chart.incidents.open", "count", open)
	c.dropEmptySeries()
	made, ok := c.chart(p, reading)
	made.Table = newestFirst(made.Table)
	return made, ok
}

// incidentList lets the list of incidents be filtered by month.
func incidentList(p *projector, l *view.List) {
	addFacets(l, "month", p.say("chart.incidents.axis"), func(id string) (key, name string) {
		r, _ := p.Find(id)
		incident, ok := r.(*record.Incident)
		if !ok || !incident.Detected.IsSet() {
			return "", ""
		}
		day := incident.Detected.Day
		return day.Format("2006-01"), p.say("chart.month", "month", p.say("month."+day.Format("01")), "year", day.Year())
	})
}

// incidentTimesChart tells by quarter how long it took to notice incidents and to
// contain them: the median, which one very slow case does not move.
func incidentTimesChart(p *projector) (view.Chart, bool) {
	incidents := record.All[record.Incident](p.Handbook)
	measures := []struct {
		series view.Series
		hours  func(*record.Incident) record.Decimal
	}{
		{view.Series{Name: p.say("chart.incident-times.detect"), Tone: "1"}, func(i *record.Incident) record.Decimal { return i.HoursToDetect }},
		{view.Series{Name: p.say("chart.incident-times.contain"), Tone: "2"}, func(i *record.Incident) record.Decimal { return i.HoursToContain }},
	}
	picture := view.Picture{Form: "lines"}
	known := false
	var all [2][]float64
	for _, s := range p.quarters(quartersBack, 0) {
		if !known && !slices.ContainsFunc(incidents, func(i *record.Incident) bool { return i.Detected.IsSet() && s.in(i.Detected.Day) }) {
			continue // nothing had been recorded yet
		}
		known = true
		picture.Categories = append(picture.Categories, view.Category{Name: s.name, Short: s.short})
		for i := range measures {
			var hours []float64
			for _, incident := range incidents {
				if h := measures[i].hours(incident); h.IsSet() && incident.Detected.IsSet() && s.in(incident.Detected.Day) {
					hours = append(hours, h.Value)
				}
			}
			all[i] = append(all[i], hours...)
			var value view.Value
			if len(hours) > 0 {
				value.Known, value.Number = true, median(hours)
				value.Label = p.mark(s.name, measures[i].series.Name, value.Number)
			}
			measures[i].series.Values = append(measures[i].series.Values, value)
		}
	}
	for _, measure := range measures {
		picture.Series = append(picture.Series, measure.series)
	}
	reading := ""
	for i, key := range []string{"chart.incident-times.detect-median", "chart.incident-times.contain-median"} {
		if len(all[i]) > 0 {
			reading = joinWords(reading, p.say(key, "hours", formatNumber(median(all[i])), "count", len(all[i])))
		}
	}
	return view.Chart{Reading: reading, Picture: picture, Table: newestFirst(seriesTable(p.say("chart.incident-times.axis"), "", picture))}, len(all[0])+len(all[1]) > 0
}

// median returns the middle of some numbers, rounded to a tenth.
func median(numbers []float64) float64 {
	sorted := slices.Sorted(slices.Values(numbers))
	middle := sorted[len(sorted)/2]
	if len(sorted)%2 == 0 {
		middle = (sorted[len(sorted)/2-1] + middle) / 2
	}
	return math.Round(middle*10) / 10
}
