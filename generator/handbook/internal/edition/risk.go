package edition

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// riskStatus shows an open risk by its current level.
func riskStatus(p *projector, r record.Record) view.Cell {
	risk := r.(*record.Risk)
	if level := risk.Current.Row.Level(); level > 0 && !risk.Settled() {
		return p.levelCell(level)
	}
	return p.declaredStatus(r)
}

// riskEntry adds to a risk's page the way from inherent to target, the
// treatment plan, the acceptance, the history and its place on the matrix.
func riskEntry(p *projector, r record.Record, e *view.Entry) {
	risk := r.(*record.Risk)
	e.Status = p.besideTheLine(risk)
	e.Journey = p.journey(risk)
	e.Map = p.placeOnMatrix(risk)
	if risk.Actions.IsSet() {
		e.Sections = slices.Insert(e.Sections, 0, p.treatmentPlan(risk))
	}
	if risk.History.IsSet() {
		e.Sections = append(e.Sections, p.riskHistory(risk))
	}
	if risk.Acceptance.Row != nil {
		e.Panels = slices.Insert(e.Panels, 0, p.acceptance(risk))
	}
}

// besideTheLine says on which side of the acceptance criteria a risk lies.
func (p *projector) besideTheLine(risk *record.Risk) view.Cell {
	switch {
	case risk.Settled():
		return p.declaredStatus(risk)
	case p.Config.Criteria().Above(risk.Current.Row.Level()):
		return badge(record.Due, p.say("risk.above"))
	default:
		return badge(record.Good, p.say("risk.below"))
	}
}

// journey returns the three scores of a risk, as far as they are known.
func (p *projector) journey(risk *record.Risk) []view.Stage {
	var stages []view.Stage
	for _, s := range []struct {
		key   string
		score *record.Score
		stage view.Stage
	}{
		{"inherent", risk.Inherent.Row, view.Stage{}},
		{"current", risk.Current.Row, view.Stage{Now: true, When: p.date(risk.Assessed.Day)}},
		{"target", risk.Target.Row, view.Stage{Aim: true, When: p.date(risk.TargetDate.Day)}},
	} {
		if s.score.Level() == 0 {
			continue
		}
		stage := s.stage
		stage.Name = p.say("risk.stage." + s.key)
		stage.Letter = p.say("matrix." + s.key + ".letter")
		stage.Level = p.levelCell(s.score.Level())
		stage.Likelihood = p.step(p.Config.Criteria().Likelihood, s.score.Likelihood.Value)
		stage.Impact = p.step(p.Config.Criteria().Impact, s.score.Impact.Value)
		stage.Why = p.html(&s.score.Why)
		stages = append(stages, stage)
	}
	return stages
}

// step writes a step of a scale: its number and its name.
func (p *projector) step(scale record.Lines, step int) string {
	if step < 1 || step > len(scale.Items) {
		return fmt.Sprint(step)
	}
	return fmt.Sprintf("%d %s", step, scale.Items[step-1].Value)
}

// treatmentPlan shows what is done about a risk, by whom and until when.
func (p *projector) treatmentPlan(risk *record.Risk) view.Section {
	done := 0
	rows := make([]view.Row, len(risk.Actions.Rows))
	for i, action := range risk.Actions.Rows {
		if action.Done.IsSet() {
			done++
		}
		rows[i] = view.Row{Cells: [][]view.Cell{
			{textCell(action.Title.Value)}, p.roleCell(&action.Owner), {p.dateCell(action.Due)}, {p.actionState(action)},
		}}
		if action.Note.IsSet() {
			rows[i].Cells[0] = append(rows[i].Cells[0], view.Cell{Form: "note", HTML: p.html(&action.Note)})
		}
	}
	return view.Section{
		ID: "treatment", Title: p.say("risk.plan.title"),
		Note: p.say("risk.plan.done", "count", len(rows), "done", done),
		Table: view.Table{Rows: rows, Columns: []view.Column{
			{Title: p.say("risk.plan.action")}, {Title: p.say("entry.owner")}, {Title: p.say("entry.due")}, {Title: p.say("entry.state")},
		}},
	}
}

func (p *projector) roleCell(role *record.Ref[record.Role]) []view.Cell {
	if r := role.In(p.Handbook); r != nil {
		return []view.Cell{p.entryCell(r)}
	}
	return nil
}

// actionState says how an action stands on the day of the edition.
func (p *projector) actionState(action *record.Action) view.Cell {
	switch {
	case action.Done.IsSet() && action.Done.After(action.Due.Day):
		return badge(record.Good, p.say("done.late", "date", p.date(action.Done.Day).Text, "count", days(action.Due.Day, action.Done.Day)))
	case action.Done.IsSet():
		return badge(record.Good, p.say("done.on", "date", p.date(action.Done.Day).Text))
	case action.Due.Before(p.Today.Day):
		return badge(record.Bad, p.say("overdue.by", "count", days(action.Due.Day, p.Today.Day)))
	default:
		return badge(record.Planned, p.say("planned"))
	}
}

// riskHistory tells how the level went, newest first.
func (p *projector) riskHistory(risk *record.Risk) view.Section {
	s := view.Section{ID: "history", Title: p.say("entry.history")}
	before := 0
	for _, assessment := range risk.History.Rows {
		level := assessment.Level()
		title := p.say("risk.history.first", "level", level)
		switch {
		case before == level:
			title = p.say("risk.history.same", "level", level)
		case before > 0:
			title = p.say("risk.history.changed", "before", before, "level", level)
		}
		s.Events = append(s.Events, view.Event{Date: p.date(assessment.Date.Day), Title: title, Text: p.html(&assessment.Note)})
		before = level
	}
	if last := risk.History.Rows[len(risk.History.Rows)-1]; risk.Assessed.After(last.Date.Day) {
		s.Events = append(s.Events, view.Event{Date: p.date(risk.Assessed.Day), Title: p.say("risk.history.same", "level", before)})
	}
	slices.Reverse(s.Events)
	return s
}

// acceptance shows the owner's decision about the residual risk.
func (p *projector) acceptance(risk *record.Risk) view.Panel {
	a := risk.Acceptance.Row
	panel := view.Panel{Title: p.say("risk.acceptance.title"), Status: p.acceptanceState(a)}
	for _, field := range record.Fields(a) {
		if !field.Value.IsSet() {
			continue
		}
		cells := p.cells(risk, field)
		if field.Key == "level" {
			cells = []view.Cell{p.levelCell(a.Level.Value)}
		}
		panel.Facts = append(panel.Facts, view.Fact{
			Key: fieldKey(risk.Kind, "acceptance", field.Key), Label: p.label(risk.Kind, "acceptance", field), Cells: cells,
		})
	}
	return panel
}

func (p *projector) acceptanceState(a *record.Acceptance) view.Cell {
	switch {
	case a.Until.Before(p.Today.Day):
		return badge(record.Bad, p.say("risk.acceptance.ended", "date", p.date(a.Until.Day).Text))
	case a.Until.IsSet():
		return badge(record.Due, p.say("risk.acceptance.until", "date", p.date(a.Until.Day).Text))
	default:
		return badge(record.Good, p.say("risk.acceptance.open"))
	}
}

// riskColumns are the columns of the risk register.
func riskColumns(p *projector) []column {
	kind := record.KindNamed("risk")
	level := func(key string, score func(*record.Risk) *record.Score) column {
		return column{title: p.say("risk.stage." + key), main: key == "current", cells: func(r record.Record) []view.Cell {
			if level := score(r.(*record.Risk)).Level(); level > 0 {
				return []view.Cell{p.levelCell(level)}
			}
			return nil
		}}
	}
	return []column{
		p.fieldColumn(kind, "owner"),
		level("inherent", func(r *record.Risk) *record.Score { return r.Inherent.Row }),
		level("current", func(r *record.Risk) *record.Score { return r.Current.Row }),
		level("target", func(r *record.Risk) *record.Score { return r.Target.Row }),
		p.fieldColumn(kind, "treatment"),
		{title: p.say("risk.plan.title"), cells: func(r record.Record) []view.Cell { return p.planState(r.(*record.Risk)) }},
		p.fieldColumn(kind, "next-review"),
	}
}

// planState sums up a treatment plan in one badge.
func (p *projector) planState(risk *record.Risk) []view.Cell {
	open := 0
	for _, action := range risk.Actions.Rows {
		if action.Done.IsSet() {
			continue
		}
		open++
		if action.Due.Before(p.Today.Day) {
			return []view.Cell{badge(record.Bad, p.say("overdue.short"))}
		}
	}
	switch {
	case risk.Settled():
		return []view.Cell{p.declaredStatus(risk)}
	case open > 0:
		return []view.Cell{badge(record.Partly, p.say("risk.plan.open", "count", open))}
	case len(risk.Actions.Rows) > 0:
		return []view.Cell{badge(record.Good, p.say("risk.plan.finished"))}
	case risk.Acceptance.Row != nil:
		return []view.Cell{badge(record.Good, p.say("risk.accepted"))}
	default:
		return nil
	}
}

// riskList puts the highest risks first and the matrices above them.
func riskList(p *projector, l *view.List) {
	all := record.All[record.Risk](p.Handbook)
	rows := l.Groups[0].Rows
	for i := range rows {
		rows[i].Facets = append(rows[i].Facets, p.positions(rows[i].Anchor)...)
		r, _ := p.Find(rows[i].Anchor)
		rows[i].Facets = append(rows[i].Facets, p.levelFacets(r.(*record.Risk))...)
	}
	slices.SortStableFunc(rows, func(a, b view.Row) int {
		return cmp.Compare(p.currentLevel(b.Anchor), p.currentLevel(a.Anchor))
	})
	l.Lede = p.riskLede()
	for _, s := range stages {
		l.Matrices = append(l.Matrices, p.heatMap(s, all))
		filter := filterBy(s.key, p.say("matrix."+s.key+".title"), l.Groups)
		filter.Linked = true
		l.Filters = append(l.Filters, filter)
	}
	linkBy(l, "line", p.say("matrix.line-short"))
	for _, s := range stages {
		linkBy(l, s.key+"-level", p.say("matrix."+s.key+".title"))
	}
	l.Bands = p.bands()
}

func (p *projector) currentLevel(id string) int {
	r, _ := p.Find(id)
	return r.(*record.Risk).Current.Row.Level()
}

// riskLede says in a sentence how the risks stand.
func (p *projector) riskLede() string {
	open, above := p.openRisks()
	return p.say("risk.lede", "count", open, "above", above)
}

// openRisks counts the open risks that have been assessed, and those of them
// that somebody has to decide about.
func (p *projector) openRisks() (open, above int) {
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if risk.Settled() || risk.Current.Row == nil {
			continue
		}
		open++
		if p.Config.Criteria().Above(risk.Current.Row.Level()) {
			above++
		}
	}
	return open, above
}
