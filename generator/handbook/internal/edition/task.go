package edition

import (
	"cmp"
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// soon is how far ahead a task is worth showing, in days.
const soon = 60

// tasks returns what is overdue or due soon, the most urgent first: every date
// that a kind declares as due, and the open steps of treatment plans.
func (p *projector) tasks() []view.Task {
	var tasks []view.Task
	for _, r := range p.Entries() {
		if record.Settled(r) {
			continue
		}
		for _, field := range r.Fields() {
			if date, ok := field.Value.(*record.Date); ok && field.Due && date.IsSet() {
				tasks = p.addTask(tasks, r, p.label(r.Head().Kind, "", field), p.ownerCell(r), *date)
			}
		}
		if risk, ok := r.(*record.Risk); ok {
			tasks = p.addActions(tasks, risk)
		}
	}
	slices.SortStableFunc(tasks, func(a, b view.Task) int { return cmp.Compare(a.When.ISO, b.When.ISO) })
	return tasks
}

func (p *projector) addActions(tasks []view.Task, risk *record.Risk) []view.Task {
	for _, action := range risk.Actions.Rows {
		if action.Done.IsSet() || !action.Due.IsSet() {
			continue
		}
		var owner view.Cell
		if role := action.Owner.In(p.Handbook); role != nil {
			owner = p.entryCell(role)
		}
		tasks = p.addTask(tasks, risk, action.Title.Value, owner, action.Due)
	}
	return tasks
}

func (p *projector) addTask(tasks []view.Task, r record.Record, note string, owner view.Cell, due record.Date) []view.Task {
	left := days(p.Today.Day, due.Day)
	if left > soon {
		return tasks
	}
	return append(tasks, view.Task{
		Status: p.urgency(due.Day), What: p.entryCell(r), Note: note, Owner: owner, When: p.date(due.Day),
	})
}

func (p *projector) urgency(due time.Time) view.Cell {
	left := days(p.Today.Day, due)
	switch {
	case left < 0:
		return badge(record.Bad, p.say("overdue.by", "count", -left))
	case left == 0:
		return badge(record.Due, p.say("due.today"))
	default:
		return badge(record.Due, p.say("due.in", "count", left))
	}
}

// ownerCell links to the role that owns an entry, if its kind has one.
func (p *projector) ownerCell(r record.Record) view.Cell {
	for _, field := range ownerOf(r) {
		for _, cell := range p.cells(r, field) {
			return cell
		}
	}
	return view.Cell{}
}
