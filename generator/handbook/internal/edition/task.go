package edition

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/view"
)

// How far ahead tasks are shown, in days: on the first page and on the pages of
// roles those that need somebody soon, on their own page those of a year.
const (
	soon   = 60
	inYear = 365
)

// tasks returns what is overdue or due within so many days, the most urgent
// first.
func (p *projector) tasks(ahead int) []record.Task {
	var tasks []record.Task
	for _, task := range p.allTasks() {
		if days(p.Today.Day, task.Due.Day) <= ahead {
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// gatherTasks returns all that is overdue or due one day, the most urgent first.
func (p *projector) gatherTasks() []record.Task {
	entries := p.Entries()
	of := make([][]record.Task, len(entries))
	parallel.Each(len(entries), func(i int) { of[i] = record.Tasks(entries[i], p.Today.Day) })
	tasks := slices.Concat(of...)
	slices.SortStableFunc(tasks, func(a, b record.Task) int {
		overdueA, overdueB := a.Overdue(p.Today.Day), b.Overdue(p.Today.Day)
		switch {
		case overdueA == overdueB:
			return a.Due.Day.Compare(b.Due.Day)
		case overdueA:
			return -1 // what is within its grace comes later, whenever it was due
		default:
			return 1
		}
	})
	return tasks
}

// overdueTasks returns what should have been done by now, the longest first.
func (p *projector) overdueTasks() []record.Task {
	return slices.DeleteFunc(p.tasks(0), func(task record.Task) bool { return !task.Overdue(p.Today.Day) })
}

// soonTasks returns what needs somebody soon, as the first page lists it.
func (p *projector) soonTasks() []view.Task {
	var shown []view.Task
	for _, task := range p.tasks(soon) {
		shown = append(shown, view.Task{
			Status: p.urgency(task), What: p.entryCell(task.Of), Note: p.whatToDo(task),
			Owner: p.taskOwner(task), When: p.date(task.Due.Day),
		})
	}
	return shown
}

// whatToDo says in plain words what a task asks for: the step, or what its day
// is for.
func (p *projector) whatToDo(task record.Task) string {
	switch what := task.What.(type) {
	case *record.Line:
		if what.IsSet() {
			return what.Value
		}
	case *record.Text:
		return p.plain(what)
	}
	if _, recurs := task.Field.Value.(*record.Interval); recurs && task.Field.Task == "" {
		return p.say("due.recurring")
	}
	key := fieldKey(task.Of.Head().Kind, task.In, task.Field.Key)
	return p.words.Label("task."+key, cmp.Or(task.Field.Task, p.label(task.Of.Head().Kind, task.In, task.Field)))
}

// taskOwner links to the role that a task belongs to, if the edition has it.
func (p *projector) taskOwner(task record.Task) view.Cell { return p.entryLink(task.Owner.ID) }

// ownerCell links to the role that answers for an entry, if the edition has it.
func (p *projector) ownerCell(r record.Record) view.Cell { return p.entryLink(record.OwnerOf(r).ID) }

// entryLink links to the entry of that ID; it is empty where the edition lacks it.
func (p *projector) entryLink(id string) view.Cell {
	if r, found := p.Find(id); found {
		return p.entryCell(r)
	}
	return view.Cell{}
}

func (p *projector) urgency(task record.Task) view.Cell {
	left := days(p.Today.Day, task.Due.Day)
	switch {
	case task.Overdue(p.Today.Day):
		return badge(record.Bad, p.say("overdue.by", "count", -left))
	case left < 0:
		return badge(record.Due, p.say("due.now"))
	case left == 0:
		return badge(record.Due, p.say("due.today"))
	case left <= soon:
		return badge(record.Due, p.say("due.in", "count", left))
	default:
		return badge(record.Planned, p.say("due.in", "count", left))
	}
}

// duePath is the address of the page of tasks.
const duePath = "due.html"

// duePage lists what is due within a year, by how urgent it is.
func duePage(p *projector) view.Page {
	tasks := p.tasks(inYear)
	var rows []view.Row
	urgency := map[string]string{}
	for i, task := range tasks {
		row := p.taskRow(task)
		row.Anchor = fmt.Sprintf("%s.%d", row.Anchor, i+1)
		urgency[row.Anchor] = p.stretch(task)
		rows = append(rows, row)
	}
	list := view.List{
		Kind: "due", Title: p.say("due.title"), Total: len(rows), Empty: p.say("due.none"),
		Columns: []view.Column{
			{Title: p.say("due.what")}, {Title: p.say("due.task"), Main: true}, {Title: p.say("entry.due")},
			{Title: p.say("entry.state"), Main: true}, {Title: p.say("due.role")},
		},
	}
	list.Groups = groupBy(rows, stretches, func(row view.Row) string { return urgency[row.Anchor] }, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: key, Title: p.say("due.group." + key), Note: p.say("due.count", "count", len(rows))}
	})
	list.Filters = []view.Filter{filterBy("role", p.say("due.role"), list.Groups), filterBy("kind", p.say("due.kind"), list.Groups)}
	return view.Page{
		Path: duePath, Title: p.say("due.title"), Question: p.say("due.question"), Lede: p.say("due.lede", "count", len(tasks), "overdue", len(p.overdueTasks())), Register: list,
	}
}

// taskRow shows a task as a line of a table.
func (p *projector) taskRow(task record.Task) view.Row {
	kind := task.Of.Head().Kind
	owner := p.taskOwner(task)
	row := view.Row{
		Anchor: task.Of.Head().ID.Value,
		Cells: [][]view.Cell{
			{p.entryCell(task.Of)}, {textCell(p.whatToDo(task))}, {p.dateCell(task.Due)}, {p.urgency(task)}, {owner},
		},
		Facets: []view.Facet{{Key: "kind", Value: kind.Name, Label: p.words.Label("kind."+kind.Name, kind.Label)}},
	}
	if owner.Form != "" {
		row.Facets = append(row.Facets, view.Facet{Key: "role", Value: slug(owner.ID), Label: owner.Text})
	}
	return row
}

// stretches are how far away a task may be, the most urgent first.
var stretches = []string{"overdue", "month", "quarter", "year"}

// stretch returns how far away a task is.
func (p *projector) stretch(task record.Task) string {
	switch left := days(p.Today.Day, task.Due.Day); {
	case task.Overdue(p.Today.Day):
		return "overdue"
	case left <= 30:
		return "month"
	case left <= 90:
		return "quarter"
	default:
		return "year"
	}
}
