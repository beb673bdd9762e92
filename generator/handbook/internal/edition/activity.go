package edition

import (
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// shownOccurrences is how many of an activity's occurrences its page shows at
// most, the newest ones: a daily activity of many years stays readable.
const shownOccurrences = 100

// activityStatus says how the last occurrence of an activity stands that was
// due by today.
func activityStatus(p *projector, r record.Record) view.Cell {
	activity := r.(*record.Activity)
	if activity.Settled() {
		return badge(record.None, p.say("activity.state.ended"))
	}
	expected := activity.Expected(p.Today.Day)
	for _, occurrence := range slices.Backward(expected) {
		if occurrence.State != record.Expected {
			return p.occurrenceState(occurrence.State)
		}
	}
	if len(expected) > 0 {
		return p.occurrenceState(record.Expected)
	}
	return view.Cell{}
}

// occurrenceState shows how an occurrence stands.
func (p *projector) occurrenceState(state record.OccurrenceState) view.Cell {
	switch state {
	case record.Met:
		return badge(record.Good, p.say("activity.state.met"))
	case record.Late:
		return badge(record.Partly, p.say("activity.state.late"))
	case record.Missed:
		return badge(record.Bad, p.say("activity.state.missed"))
	case record.Pending:
		return badge(record.Due, p.say("activity.state.pending"))
	default:
		return badge(record.Planned, p.say("activity.state.expected"))
	}
}

// activityEntry adds to an activity's page when it was expected and when it was
// done.
func activityEntry(p *projector, r record.Record, e *view.Entry) {
	activity := r.(*record.Activity)
	e.Status = activityStatus(p, r)
	times := activityTimes(activity, p.Today.Day)
	if len(times) == 0 {
		return
	}
	kind := activity.Kind
	blank := record.Fields(new(record.ActivityOccurrence))
	section := view.Section{ID: "occurrences", Title: p.label(kind, "", fieldOf(r, "occurrence"))}
	section.Table.Columns = []view.Column{{Title: p.say("entry.due")}}
	for _, field := range blank[:1] {
		section.Table.Columns = append(section.Table.Columns, view.Column{Title: p.label(kind, "occurrence", field)})
	}
	section.Table.Columns = append(section.Table.Columns, view.Column{Title: p.say("entry.state"), Main: true})
	for _, field := range blank[1:] {
		section.Table.Columns = append(section.Table.Columns, view.Column{Title: p.label(kind, "occurrence", field)})
	}
	for _, t := range times[:min(len(times), shownOccurrences)] {
		section.Table.Rows = append(section.Table.Rows, view.Row{Cells: p.occurrenceCells(activity, t)})
	}
	e.Sections = slices.Insert(e.Sections, 0, section)
}

// activityTime is a time that an activity was expected, done, or both.
type activityTime struct {
	expected *record.Occurrence         // nil where it was done besides
	row      *record.ActivityOccurrence // nil where it was not done
}

func (t activityTime) day() time.Time {
	if t.expected != nil {
		return t.expected.Due
	}
	return t.row.Done.Day
}

// activityTimes returns what was expected of an activity and what was done
// besides, the newest first.
func activityTimes(activity *record.Activity, today time.Time) []activityTime {
	var times []activityTime
	counted := map[*record.ActivityOccurrence]bool{}
	for _, occurrence := range activity.Expected(today) {
		t := activityTime{expected: &occurrence}
		if !occurrence.Done.IsZero() {
			t.row = activity.Occurrences.Rows[occurrence.Index]
			counted[t.row] = true
		}
		times = append(times, t)
	}
	for _, row := range activity.Occurrences.Rows {
		if !counted[row] {
			times = append(times, activityTime{row: row})
		}
	}
	slices.SortStableFunc(times, func(a, b activityTime) int { return b.day().Compare(a.day()) })
	return times
}

// occurrenceCells are the cells of one occurrence: due, done, state, and the
// rest of its row.
func (p *projector) occurrenceCells(activity *record.Activity, t activityTime) [][]view.Cell {
	var due, state []view.Cell
	if t.expected != nil {
		due = []view.Cell{p.dateCell(record.Date{Day: t.expected.Due})}
		state = []view.Cell{p.occurrenceState(t.expected.State)}
	}
	row := t.row
	if row == nil {
		row = new(record.ActivityOccurrence)
	}
	cells := [][]view.Cell{due}
	for i, field := range record.Fields(row) {
		var shown []view.Cell
		if field.Value.IsSet() {
			shown = p.cells(activity, field)
		}
		if cells = append(cells, shown); i == 0 {
			cells = append(cells, state)
		}
	}
	return cells
}

// activityColumns are the columns of the list of activities.
func activityColumns(p *projector) []column {
	kind := record.KindNamed("activity")
	return []column{
		p.fieldColumn(kind, "owner"),
		p.fieldColumn(kind, "every"),
		{title: p.say("activity.next"), cells: func(r record.Record) []view.Cell { return p.nextOccurrence(r.(*record.Activity)) }},
		{title: p.say("entry.status"), main: true, cells: func(r record.Record) []view.Cell { return []view.Cell{activityStatus(p, r)} }},
	}
}

// nextOccurrence returns the day on which an activity is due next.
func (p *projector) nextOccurrence(activity *record.Activity) []view.Cell {
	for _, occurrence := range activity.Expected(p.Today.Day) {
		if occurrence.State == record.Pending || occurrence.State == record.Expected {
			return []view.Cell{p.dateCell(record.Date{Day: occurrence.Due})}
		}
	}
	return nil
}
