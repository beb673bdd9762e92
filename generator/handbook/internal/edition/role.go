package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// roleEntry adds to a role's page what its holder has to do next.
func roleEntry(p *projector, r record.Record, e *view.Entry) {
	var rows []view.Row
	for _, task := range p.tasks(soon) {
		if task.Owner.ID == r.Head().ID.Value {
			rows = append(rows, view.Row{Cells: p.taskRow(task).Cells[:4]})
		}
	}
	if len(rows) == 0 {
		return
	}
	e.Sections = slices.Insert(e.Sections, 0, view.Section{
		ID: "to-do", Title: p.say("role.next"),
		Table: view.Table{Rows: rows, Columns: []view.Column{
			{Title: p.say("due.what")}, {Title: p.say("due.task")}, {Title: p.say("entry.due")}, {Title: p.say("entry.state")},
		}},
	})
}
