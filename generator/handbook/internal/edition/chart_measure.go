package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// shownResults is how many results of a metric its small line shows at most.
const shownResults = 24

// objectivesChart shows how the measures of each objective go, against their
// targets.
func objectivesChart(p *projector) (view.Chart, bool) {
	var sparks []view.Spark
	objectives := record.All[record.Objective](p.Handbook)
	met, missed, behind, open := 0, 0, 0, 0
	for _, objective := range objectives {
		switch {
		case objective.Status.Value == record.ObjectiveMet:
			met++
		case objective.Status.Value == record.ObjectiveMissed:
			missed++
		case objective.Settled() || !objective.Status.IsSet():
		case objective.Status.Value == record.ObjectiveAtRisk || objective.TargetDate.Before(p.Today.Day):
			behind++
			open++
		default:
			open++
		}
		metrics := objective.Metrics.In(p.Handbook)
		for _, metric := range metrics {
			spark := p.spark(metric)
			spark.Name = spark.Title.Text
			spark.Title, spark.Status = p.entryCell(objective), p.status(objective)
			sparks = append(sparks, spark)
		}
		if len(metrics) == 0 && objective.Status.IsSet() {
			sparks = append(sparks, view.Spark{Title: p.entryCell(objective), Status: p.status(objective)})
		}
	}
	reading := p.say("chart.objectives.reading", "count", len(objectives), "met", met, "missed", missed, "open", open, "behind", behind)
	return view.Chart{Reading: reading, Sparks: sparks, Table: p.sparkTable(record.KindNamed("objective"), sparks)}, len(sparks) > 0
}

// metricsChart shows how every metric goes.
func metricsChart(p *projector) (view.Chart, bool) {
	compared, reached := 0, 0
	sparks := p.sparksOf(record.All[record.Metric](p.Handbook)...)
	for _, spark := range sparks {
		if spark.Aim.Known {
			compared++
			if spark.Status.Tone == string(record.Good) {
				reached++
			}
		}
	}
	reading := p.say("chart.metrics.reading", "count", compared, "reached", reached)
	return view.Chart{Reading: reading, Sparks: sparks, Table: p.sparkTable(record.KindNamed("metric"), sparks)}, len(sparks) > 0
}

// metricEntry adds to a metric's page how it goes.
func metricEntry(p *projector, r record.Record, e *view.Entry) {
	e.Sparks = p.sparksOf(r.(*record.Metric))
	for i := range e.Sparks {
		e.Sparks[i].Title = view.Cell{} // that of the page
	}
}

// objectiveEntry adds to an objective's page how its measures go.
func objectiveEntry(p *projector, r record.Record, e *view.Entry) {
	e.Sparks = p.sparksOf(r.(*record.Objective).Metrics.In(p.Handbook)...)
}

// sparksOf returns small lines for the metrics that have results.
func (p *projector) sparksOf(metrics ...*record.Metric) []view.Spark {
	var sparks []view.Spark
	for _, metric := range metrics {
		if spark := p.spark(metric); len(spark.Points) > 0 {
			sparks = append(sparks, spark)
		}
	}
	return sparks
}

// spark returns the results of a metric as a small line against its target.
func (p *projector) spark(metric *record.Metric) view.Spark {
	spark := view.Spark{Title: p.entryCell(metric)}
	unit := metric.Unit.Value
	rows := slices.DeleteFunc(slices.Clone(metric.Series.Rows), func(v *record.MetricValue) bool {
		return !v.Value.IsSet() || v.Date.After(p.Today.Day)
	})
	slices.SortStableFunc(rows, func(a, b *record.MetricValue) int { return a.Date.Day.Compare(b.Date.Day) })
	for _, row := range rows[max(0, len(rows)-shownResults):] {
		spark.Points = append(spark.Points, view.SparkPoint{Date: p.date(row.Date.Day), Number: row.Value.Value})
	}
	if target := metric.Target; metric.Aims() {
		spark.Aim = view.Value{Known: true, Number: target.Value}
		spark.Target = p.say("chart.spark."+string(metric.Direction.Value), "number", formatNumber(target.Value), "unit", unit)
	}
	if len(rows) == 0 {
		return spark
	}
	first, last := rows[max(0, len(rows)-shownResults)], rows[len(rows)-1]
	spark.Value = p.say("chart.spark.value", "number", last.Value.String(), "unit", unit)
	if spark.Aim.Known {
		spark.Status = badge(record.Due, p.say("chart.spark.missed"))
		if metric.Reaches(last) {
			spark.Status = badge(record.Good, p.say("chart.spark.reached"))
		}
	}
	spark.Reading = p.say("chart.spark.reading", "count", len(spark.Points), "first", first.Value.String(), "since", p.date(first.Date.Day).Text,
		"last", last.Value.String(), "until", p.date(last.Date.Day).Text, "unit", unit)
	if spark.Target != "" {
		spark.Reading = joinWords(spark.Reading, p.say("chart.spark.aim", "target", spark.Target))
	}
	return spark
}

// sparkTable tells of small lines in a table, which heads them with the kind of
// entry that they are about.
func (p *projector) sparkTable(kind *record.Kind, sparks []view.Spark) view.Table {
	named := slices.ContainsFunc(sparks, func(s view.Spark) bool { return s.Name != "" })
	table := view.Table{Columns: []view.Column{{Title: p.words.Label("kind."+kind.Name, kind.Label)}}}
	if named {
		table.Columns = append(table.Columns, view.Column{Title: p.say("chart.spark.measure")})
	}
	for _, title := range []string{p.say("chart.spark.latest"), p.say("chart.spark.target"), p.say("entry.state")} {
		table.Columns = append(table.Columns, view.Column{Title: title})
	}
	for _, spark := range sparks {
		row := view.Row{Cells: [][]view.Cell{{spark.Title}}}
		if named {
			row.Cells = append(row.Cells, textCells(spark.Name))
		}
		row.Cells = append(row.Cells, textCells(spark.Value), textCells(spark.Target))
		if spark.Status.Form != "" {
			row.Cells = append(row.Cells, []view.Cell{spark.Status})
		} else {
			row.Cells = append(row.Cells, nil)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// textCells returns a cell with the text, or none where it is empty.
func textCells(text string) []view.Cell {
	if text == "" {
		return nil
	}
	return []view.Cell{textCell(text)}
}
