package edition

import (
	"strconv"
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// chartMaker makes a chart, without its key, title and list, or returns false where
// the edition has nothing to tell.
type chartMaker func(*projector) (view.Chart, bool)

// knownChart is how a chart is made, and the kind of entries that it tells about.
type knownChart struct {
	make chartMaker
	kind string
}

// charts makes the charts that record.ChartNames lists. A new chart is a
// function, a line here and one there, and its words: chart.KEY.title and more.
var charts map[string]knownChart

// Filled at start, as faces are.
func init() {
	charts = map[string]knownChart{
		"risk-level":           {riskLevelChart, "risk"},
		"risk-matrix":          {riskMatrixChart, "risk"},
		"risk-stages":          {riskStagesChart, "risk"},
		"risk-treatment":       {riskTreatmentChart, "risk"},
		"risk-owner":           {riskOwnerChart, "risk"},
		"treatment-plan":       {treatmentPlanChart, "risk"},
		"soa-by-theme":         {soaByThemeChart, "control"},
		"control-attributes":   {controlAttributesChart, "control"},
		"control-concepts":     {controlConceptsChart, "control"},
		"control-capabilities": {controlCapabilitiesChart, "control"},
		"traceability":         {traceabilityChart, "risk"},
		"control-evidence":     {controlEvidenceChart, "control"},
		"evidence-freshness":   {evidenceFreshnessChart, "evidence"},
		"operating-rhythm":     {operatingRhythmChart, "activity"},
		"frameworks":           {frameworksChart, "framework"},
		"findings":             {findingsChart, "finding"},
		"corrective-actions":   {correctiveActionsChart, "nonconformity"},
		"incidents":            {incidentsChart, "incident"},
		"incident-times":       {incidentTimesChart, "incident"},
		"objectives":           {objectivesChart, "objective"},
		"metrics":              {metricsChart, "metric"},
		"supplier-assessments": {supplierAssessmentsChart, "supplier"},
	}
}

// chartsAbove are the charts that stand above the list of a kind.
var chartsAbove = map[string][]string{
	"risk":          {"risk-level", "risk-owner"},
	"control":       {"control-concepts", "control-capabilities", "control-attributes"},
	"activity":      {"operating-rhythm"},
	"evidence":      {"evidence-freshness", "control-evidence"},
	"framework":     {"frameworks"},
	"finding":       {"findings"},
	"nonconformity": {"corrective-actions"},
	"incident":      {"incidents", "incident-times"},
	"objective":     {"objectives"},
	"metric":        {"metrics"},
	"supplier":      {"supplier-assessments"},
}

// chart returns the chart of that key, or false where the edition has nothing to
// tell in it or there is no such chart.
func (p *projector) chart(key string) (view.Chart, bool) {
	made, known := p.charts.get(key)
	if c, found := charts[key]; found && !known {
		if chart, ok := c.make(p); ok {
			kind := record.KindNamed(c.kind)
			made = chart
			made.Key, made.Title = key, p.say("chart."+key+".title")
			made.List = view.Cell{Form: "entry", Text: p.plural(kind), Path: listPath(kind)}
		}
		p.charts.put(key, made)
	}
	return made, made.Key != ""
}

// madeCharts are the charts made so far, by key; without a key of their own where
// there is nothing to tell.
type madeCharts struct {
	mutex sync.Mutex
	byKey map[string]view.Chart
}

func (m *madeCharts) get(key string) (view.Chart, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	made, known := m.byKey[key]
	return made, known
}

func (m *madeCharts) put(key string, made view.Chart) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.byKey == nil {
		m.byKey = map[string]view.Chart{}
	}
	m.byKey[key] = made
}

// chartsNamed returns the charts of these keys in which the edition has
// something to tell.
func (p *projector) chartsNamed(keys []string) []view.Chart {
	var named []view.Chart
	for _, key := range keys {
		if made, ok := p.chart(key); ok {
			named = append(named, made)
		}
	}
	return named
}

// placed returns the charts that a text places, each once.
func (p *projector) placed(text view.HTML) []view.Chart { return p.chartsNamed(text.Charts()) }

// mark says in words what a mark of a picture stands for.
func (p *projector) mark(category, series string, number float64) string {
	return p.say("chart.mark", "category", category, "series", series, "number", formatNumber(number))
}

// formatNumber writes a number with as many digits as it needs.
func formatNumber(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

// filtered returns the address of a kind's list that shows only the rows with
// these facets, given as pairs of key and value.
func filtered(kind string, pairs ...string) string {
	var query strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if query.Len() > 0 {
			query.WriteByte('&')
		}
		query.WriteString(pairs[i] + "=" + pairs[i+1])
	}
	return listPath(record.KindNamed(kind)) + "?" + query.String() + "#register"
}

// countCell is a number that leads to what it counts.
func countCell(number float64, path string) view.Cell {
	text := formatNumber(number)
	return view.Cell{Form: "count", Text: text, Data: text, Path: path}
}

// seriesTable shows a picture's categories and series as a table, a row each
// category. Axis heads the categories; numbers that add up are summed in a
// last column where sum heads it.
func seriesTable(axis, sum string, picture view.Picture) view.Table {
	table := view.Table{Columns: []view.Column{{Title: axis}}}
	for _, series := range picture.Series {
		table.Columns = append(table.Columns, view.Column{Title: series.Name, Numeric: true})
	}
	if sum != "" {
		table.Columns = append(table.Columns, view.Column{Title: sum, Numeric: true})
	}
	for i, category := range picture.Categories {
		row := view.Row{Cells: [][]view.Cell{{textCell(category.Name)}}}
		total := 0.0
		for _, series := range picture.Series {
			value := series.Values[i]
			total += value.Number
			var cells []view.Cell
			if value.Known {
				cells = []view.Cell{countCell(value.Number, value.Path)}
			}
			row.Cells = append(row.Cells, cells)
		}
		if sum != "" {
			row.Cells = append(row.Cells, []view.Cell{countCell(total, "")})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
