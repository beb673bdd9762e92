package edition

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// The sides of the acceptance line, as the risk register is filtered by them.
const (
	aboveLine = "above"
	belowLine = "below"
)

// side returns on which side of the acceptance line an open risk lies, or
// nothing for one that is closed or not assessed.
func (p *projector) side(risk *record.Risk) string {
	level := risk.Current.Row.Level()
	switch {
	case risk.Settled() || level == 0:
		return ""
	case p.Config.Criteria().Above(level):
		return aboveLine
	default:
		return belowLine
	}
}

// levelFacets lets the risk register be filtered by the acceptance line, and by
// the band of levels at each stage.
func (p *projector) levelFacets(risk *record.Risk) []view.Facet {
	side := p.side(risk)
	if side == "" {
		return nil
	}
	facets := []view.Facet{{Key: "line", Value: side, Label: p.say("risk." + side)}}
	for _, s := range stages {
		number, name := p.Config.Criteria().Band(levelAt(s, risk))
		facets = append(facets, view.Facet{Key: s.key + "-level", Value: fmt.Sprint(number), Label: name})
	}
	return facets
}

// levelAt returns the level of an open risk at a stage. A risk that lacks a score
// there is where it is today.
func levelAt(s stage, risk *record.Risk) int {
	return cmp.Or(s.score(risk).Level(), risk.Current.Row.Level())
}

// sides are the series of charts that tell risks apart by the acceptance line.
func (p *projector) sides() []bin {
	return []bin{
		{key: aboveLine, name: p.say("chart.line.above"), tone: "1"},
		{key: belowLine, name: p.say("chart.line.below"), tone: "3"},
	}
}

// levelOn returns the level that a risk had on a day, or zero where there was no
// such open risk yet or any more. Nobody writes down when a risk was closed; its
// last assessment comes nearest.
func levelOn(risk *record.Risk, day time.Time) int {
	if risk.Identified.After(day) || risk.Settled() && !risk.Assessed.After(day) {
		return 0
	}
	return risk.LevelOn(day)
}

// plannedLevel returns the level that an open risk will have on a day to come if
// it reaches its target in time.
func plannedLevel(risk *record.Risk, day time.Time) int {
	current := risk.Current.Row.Level()
	switch {
	case risk.Settled():
		return 0
	case risk.Target.Row.Level() > 0 && risk.TargetDate.IsSet() && !risk.TargetDate.After(day):
		return min(current, risk.Target.Row.Level())
	default:
		return current
	}
}

// riskLevelChart tells how many risks lay above the acceptance line over time,
// and how many will if all targets are reached.
func riskLevelChart(p *projector) (view.Chart, bool) {
	open, above := p.openRisks()
	if open == 0 {
		return view.Chart{}, false
	}
	risks := record.All[record.Risk](p.Handbook)
	criteria := p.Config.Criteria()
	lines := []view.Series{
		{Name: p.say("chart.line.above"), Tone: "1"},
		{Name: p.say("chart.risk-level.open"), Tone: "2"},
		{Name: p.say("chart.risk-level.planned"), Tone: "plan"},
	}
	picture := view.Picture{Form: "lines"}
	before, beforeName, planned, plannedName := 0, "", above, ""
	for _, s := range p.quarters(quartersBack, p.quartersToTarget(risks)) {
		var counts [3]int
		for _, risk := range risks {
			level, plan := levelOn(risk, s.end), plannedLevel(risk, s.end)
			if level > 0 {
				counts[1]++
				if criteria.Above(level) {
					counts[0]++
				}
			}
			if plan > 0 && criteria.Above(plan) {
				counts[2]++
			}
		}
		if len(picture.Categories) == 0 && counts[1] == 0 {
			continue // nothing had been assessed yet
		}
		picture.Categories = append(picture.Categories, view.Category{Name: s.name, Short: s.short})
		for i := range lines {
			value := view.Value{Known: s.ahead == (i == 2) || s.now, Number: float64(counts[i])}
			if value.Known {
				value.Label = p.mark(s.name, lines[i].Name, value.Number)
			} else {
				value.Number = 0
			}
			if s.now && i == 0 && above > 0 {
				value.Path = filtered("risk", "line", aboveLine)
			}
			lines[i].Values = append(lines[i].Values, value)
		}
		switch {
		case s.ahead:
			planned, plannedName = counts[2], s.name
		case !s.now:
			before, beforeName = counts[0], s.name
		}
	}
	if plannedName == "" {
		lines = lines[:2]
	}
	picture.Series = lines
	reading := p.riskLede()
	if beforeName != "" {
		reading += " " + p.change(above-before, beforeName)
	}
	if plannedName != "" {
		reading += " " + p.say("chart.risk-level.plan", "count", planned, "when", plannedName)
	}
	return view.Chart{Reading: reading, Picture: picture, Table: newestFirst(seriesTable(p.say("chart.end-of"), "", picture))}, true
}

// quartersToTarget returns how many quarters to come a chart shows so that the
// last target lies in it.
func (p *projector) quartersToTarget(risks []*record.Risk) int {
	ahead := 0
	for n, s := range p.quarters(0, quartersAhead) {
		for _, risk := range risks {
			if !risk.Settled() && risk.Target.Row.Level() > 0 && s.ahead && s.in(risk.TargetDate.Day) {
				ahead = n
			}
		}
	}
	return ahead
}

// change says how a number differs from what it was.
func (p *projector) change(by int, since string) string {
	switch {
	case by > 0:
		return p.say("chart.more", "count", by, "since", since)
	case by < 0:
		return p.say("chart.fewer", "count", -by, "since", since)
	default:
		return p.say("chart.same", "since", since)
	}
}

// newestFirst turns round the rows of a table that runs through time.
func newestFirst(table view.Table) view.Table {
	slices.Reverse(table.Rows)
	return table
}

// riskMatrixChart shows where the open risks lie without controls, today and
// after treatment. Its table lists the fields that are not empty, for programs.
func riskMatrixChart(p *projector) (view.Chart, bool) {
	open, above := p.openRisks()
	if open == 0 {
		return view.Chart{}, false
	}
	made := view.Chart{
		Reading: p.say("risk.lede", "count", open, "above", above), Bands: p.bands(),
		Table: view.Table{Columns: []view.Column{
			{Title: p.say("chart.risk-stages.axis")}, {Title: p.say("chart.risk-matrix.field")}, {Title: p.say("chart.risk-matrix.count"), Numeric: true},
		}},
	}
	for _, s := range stages {
		m := p.heatMap(s, record.All[record.Risk](p.Handbook))
		made.Maps = append(made.Maps, m)
		for _, row := range m.Rows {
			for i, cell := range row.Cells {
				if cell.Count > 0 {
					made.Table.Rows = append(made.Table.Rows, view.Row{Cells: [][]view.Cell{
						{textCell(m.Title)}, {textCell(p.say("matrix.position", "likelihood", row.Step, "impact", i+1))}, {countCell(float64(cell.Count), cell.Path)},
					}})
				}
			}
		}
	}
	return made, true
}

// riskStagesChart compares the levels of the open risks without controls, today
// and after treatment. A risk without a target stays where it is.
func riskStagesChart(p *projector) (view.Chart, bool) {
	c := counting{form: "bars", axis: p.say("chart.risk-stages.axis"), path: func(stage, band string) string {
		return filtered("risk", stage+"-level", band)
	}}
	above := map[string]int{}
	open, _ := p.openRisks()
	for _, s := range stages {
		c.categories = append(c.categories, bin{key: s.key, name: p.say("risk.stage." + s.key)})
		for _, risk := range record.All[record.Risk](p.Handbook) {
			if p.side(risk) == "" {
				continue
			}
			level := levelAt(s, risk)
			band, _ := p.Config.Criteria().Band(level)
			c.add(s.key, fmt.Sprint(band))
			if p.Config.Criteria().Above(level) {
				above[s.key]++
			}
		}
	}
	for _, band := range slices.Backward(p.bands()) {
		c.series = append(c.series, bin{key: fmt.Sprint(band.Number), name: band.Name, tone: fmt.Sprintf("level-%d", band.Number)})
	}
	return c.chart(p, p.say("chart.risk-stages.reading", "count", open, "inherent", above["inherent"], "current", above["current"], "target", above["target"]))
}

// riskTreatmentChart counts the open risks by how they are treated.
func riskTreatmentChart(p *projector) (view.Chart, bool) {
	c := p.countingBy(risksKind(), "treatment", "line", p.sides())
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if side := p.side(risk); side != "" {
			for _, treatment := range risk.Treatment.Items {
				c.add(string(treatment.Value), side)
			}
		}
	}
	open, _ := p.openRisks()
	modified, retained := c.of(string(record.Modification)), c.of(string(record.Retention), aboveLine)
	reading := p.say("chart.risk-treatment.reading", "count", open, "modified", modified) + " " + p.say("chart.risk-treatment.retained", "count", retained)
	c.dropEmpty()
	return c.chart(p, reading)
}

// riskOwnerChart counts the open risks by the role that answers for them, the
// role with the most above the line first.
func riskOwnerChart(p *projector) (view.Chart, bool) {
	kind := risksKind()
	c := counting{form: "bars", axis: p.label(kind, "", fieldOf(kind.Create(), "owner")), series: p.sides(), path: func(owner, side string) string {
		return filtered("risk", "owner", owner, "line", side)
	}}
	for _, role := range record.All[record.Role](p.Handbook) {
		c.categories = append(c.categories, bin{key: slug(role.ID.Value), name: p.title(role)})
	}
	for _, risk := range record.All[record.Risk](p.Handbook) {
		owner, side := risk.Owner.In(p.Handbook), p.side(risk)
		if owner != nil && side != "" {
			c.add(slug(owner.ID.Value), side)
		}
	}
	c.dropEmpty()
	slices.SortStableFunc(c.categories, func(a, b bin) int {
		if more := c.of(b.key, aboveLine) - c.of(a.key, aboveLine); more != 0 {
			return more
		}
		return c.of(b.key) - c.of(a.key)
	})
	if len(c.categories) == 0 {
		return view.Chart{}, false
	}
	first := c.categories[0]
	if most := c.of(first.key, aboveLine); most > 0 {
		return c.chart(p, p.say("chart.risk-owner.reading", "count", c.in(aboveLine), "owner", first.name, "most", most))
	}
	return c.chart(p, p.say("chart.risk-owner.none"))
}
