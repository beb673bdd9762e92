package edition

import (
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// roleEntry adds to a role's page what its holder has to do next and to decide.
func roleEntry(p *projector, r record.Record, e *view.Entry) {
	role := r.(*record.Role)
	var first []view.Section
	if tasks := p.soonOf(role); len(tasks) > 0 {
		section := view.Section{ID: toDo, Title: p.say("role.next"), Note: p.say("home.due-note"), Table: view.Table{Columns: []view.Column{
			{Title: p.say("due.what")}, {Title: p.say("due.task")}, {Title: p.say("entry.due")}, {Title: p.say("entry.state")},
		}}}
		for _, task := range tasks {
			section.Table.Rows = append(section.Table.Rows, view.Row{Cells: p.taskRow(task).Cells[:4]})
		}
		first = append(first, section)
	}
	if rows := p.decisionsOf(role); len(rows) > 0 {
		first = append(first, view.Section{ID: toDecide, Title: p.say("role.decides"), Table: view.Table{Columns: p.columns("source", "what", "by"), Rows: rows}})
	}
	e.Sections = slices.Insert(e.Sections, 0, first...)
}

// The sections with which a role's page begins.
const (
	toDo     = "to-do"
	toDecide = "to-decide"
)

// afterTasks returns where the sections begin that follow those.
func afterTasks(sections []view.Section) int {
	return len(sections) - len(slices.DeleteFunc(slices.Clone(sections), func(s view.Section) bool { return s.ID == toDo || s.ID == toDecide }))
}

// soonOf returns what the role has to do soon or should have done, the most
// urgent first.
func (p *projector) soonOf(role *record.Role) []record.Task { return p.soonByRole()[role.ID.Value] }

func (p *projector) gatherSoonByRole() map[string][]record.Task {
	byRole := map[string][]record.Task{}
	for _, task := range p.tasks(soon) {
		byRole[task.Owner.ID] = append(byRole[task.Owner.ID], task)
	}
	return byRole
}

// decisionsOf lists what waits for a decision by the role.
func (p *projector) decisionsOf(role *record.Role) []view.Row { return p.waiting()[role.Path()] }

func (p *projector) gatherWaiting() map[string][]view.Row {
	byRole := map[string][]view.Row{}
	for _, row := range waitingDecisions(p, time.Time{}).Rows {
		if by := row.Cells[2]; len(by) > 0 {
			byRole[by[0].Path] = append(byRole[by[0].Path], view.Row{Cells: [][]view.Cell{row.Cells[0], row.Cells[1], row.Cells[3]}})
		}
	}
	return byRole
}

// needs says in a word or two how much a role has to do; it is empty where that
// is nothing.
func (p *projector) needs(role *record.Role) view.Cell {
	tasks := p.soonOf(role)
	overdue := 0
	for _, task := range tasks {
		if task.Overdue(p.Today.Day) {
			overdue++
		}
	}
	switch {
	case overdue > 0:
		return badge(record.Bad, p.say("role.overdue", "count", overdue))
	case len(tasks) > 0:
		return badge(record.Due, p.say("role.soon", "count", len(tasks)))
	default:
		return view.Cell{}
	}
}

// mustDoPage answers what somebody has to do: by role, and whatever the role.
func mustDoPage(p *projector) view.Page {
	page := view.Page{Path: "what-to-do.html", Title: p.say("role.page.title"), Question: p.say("role.page.question"), Lede: p.say("role.page.lede")}
	add := func(section view.Section) {
		if len(section.Table.Rows) > 0 {
			page.Sections = append(page.Sections, section)
		}
	}
	byRole := view.Section{ID: "roles", Title: p.say("role.page.roles"), Note: p.say("home.due-note"), Table: view.Table{Columns: []view.Column{
		{Title: p.say("due.role")}, {Title: p.say("role.page.how-much")}, {Title: p.say("role.page.first")}, {Title: p.say("due.task")}, {Title: p.say("entry.due")},
	}}}
	for _, role := range record.All[record.Role](p.Handbook) {
		if !role.Title.IsSet() {
			continue
		}
		row := view.Row{Cells: [][]view.Cell{{p.entryCell(role)}, one(p.needs(role)), nil, nil, nil}}
		if tasks := p.soonOf(role); len(tasks) > 0 {
			next := p.taskRow(tasks[0])
			copy(row.Cells[2:], next.Cells[:3])
		} else {
			row.Cells[1] = one(textCell(p.say("role.page.nothing")))
		}
		byRole.Table.Rows = append(byRole.Table.Rows, row)
	}
	add(byRole)
	add(p.forEverybody())
	return page
}

// everybody are the controls of Annex A that ask something of all who work for an
// organization, whatever their role.
var everybody = []string{"A.5.10", "A.5.12", "A.6.3", "A.6.7", "A.6.8", "A.7.7", "A.8.1"}

// forEverybody lists the documents that say what these controls ask for.
func (p *projector) forEverybody() view.Section {
	section := view.Section{ID: "everybody", Title: p.say("role.page.everybody"), Table: view.Table{Columns: []view.Column{
		{Title: p.say("role.page.document")}, {Title: p.say("role.page.about")},
	}}}
	about := map[record.Record][]record.Record{}
	var documents []record.Record
	for _, number := range everybody {
		for _, d := range check.DocumentsFor(p.Handbook, number) {
			if about[d] == nil {
				documents = append(documents, d)
			}
			control, _ := p.Find(number)
			about[d] = append(about[d], control)
		}
	}
	for _, d := range documents {
		var cells []view.Cell
		for _, control := range about[d] {
			cells = append(cells, p.entryCell(control))
		}
		section.Table.Rows = append(section.Table.Rows, p.line(d, cells))
	}
	return section
}
