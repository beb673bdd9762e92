package edition

import (
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// calendarPage lays what is due over the months of a year: first how much falls
// to whom and when, then month by month.
func calendarPage(p *projector) view.Page {
	tasks := p.tasks(inYear)
	months := p.monthsAhead()
	var keys []string
	for _, month := range months {
		keys = append(keys, month.key)
	}
	list := view.List{
		Kind: "calendar", Title: p.say("calendar.title"), Total: len(tasks),
		Columns: []view.Column{
			{Title: p.say("due.what")}, {Title: p.say("entry.due"), Main: true}, {Title: p.say("due.task")}, {Title: p.say("due.role")},
		},
	}
	monthOf := map[string]string{}
	var rows []view.Row
	for i, task := range tasks {
		row := p.taskRow(task)
		row.Anchor += "." + strconv.Itoa(i+1)
		row.Cells = [][]view.Cell{row.Cells[0], row.Cells[2], row.Cells[1], row.Cells[4]}
		monthOf[row.Anchor] = p.monthOf(task)
		rows = append(rows, row)
	}
	list.Groups = groupBy(rows, keys, func(row view.Row) string { return monthOf[row.Anchor] }, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: "month-" + key, Title: p.monthTitle(key), Note: p.say("due.count", "count", len(rows))}
	})
	list.Filters = []view.Filter{filterBy("role", p.say("due.role"), list.Groups), filterBy("kind", p.say("due.kind"), list.Groups)}
	page := view.Page{
		Path: "calendar.html", Title: p.say("calendar.title"), Question: p.say("calendar.question"),
		Lede: p.say("calendar.lede"), Register: list,
	}
	if len(tasks) > 0 {
		page.Sections = []view.Section{
			p.yearBy("role", p.say("calendar.by-role"), months, list.Groups),
			p.yearBy("kind", p.say("calendar.by-kind"), months, list.Groups),
		}
	}
	return page
}

// overdueKey stands for what should have been done by now.
const overdueKey = "overdue"

// month is a month of the year ahead.
type month struct{ key, short string }

// monthsAhead returns what is overdue and the thirteen months that a year from
// today touches.
func (p *projector) monthsAhead() []month {
	months := []month{{overdueKey, p.say("overdue.short")}}
	first := time.Date(p.Today.Day.Year(), p.Today.Day.Month(), 1, 0, 0, 0, 0, time.UTC)
	for n := range 13 {
		day := first.AddDate(0, n, 0)
		key, short := day.Format("2006-01"), p.say("month."+day.Format("01"))
		if n == 0 || n == 12 || day.Month() == time.January {
			short = p.monthTitle(key) // the year where it begins, and where a month comes twice
		}
		months = append(months, month{key, short})
	}
	return months
}

// monthOf returns the key of the month in which a task is due; of one within its
// days of grace, the present month's.
func (p *projector) monthOf(task record.Task) string {
	switch {
	case task.Overdue(p.Today.Day):
		return overdueKey
	case task.Due.Before(p.Today.Day):
		return p.Today.Day.Format("2006-01")
	}
	return task.Due.Day.Format("2006-01")
}

func (p *projector) monthTitle(key string) string {
	if key == overdueKey {
		return p.say("overdue.short")
	}
	year, number, _ := strings.Cut(key, "-")
	return p.say("calendar.month", "month", p.say("month."+number), "year", year)
}

// yearBy counts what is due in each month, for each value of a facet.
func (p *projector) yearBy(facet, title string, months []month, groups []view.Group) view.Section {
	section := view.Section{ID: "by-" + facet, Title: title}
	section.Table.Columns = []view.Column{{Title: p.say("due." + facet)}}
	for _, month := range months {
		section.Table.Columns = append(section.Table.Columns, view.Column{Title: month.short, Numeric: true})
	}
	counts := map[view.Facet]map[string]int{}
	for _, group := range groups {
		for _, row := range group.Rows {
			for _, has := range row.Facets {
				if counts[has] == nil {
					counts[has] = map[string]int{}
				}
				counts[has][group.ID]++
			}
		}
	}
	for _, option := range filterBy(facet, "", groups).Options {
		row := view.Row{Cells: [][]view.Cell{{{Form: "anchor", Text: option.Label, Path: "?" + facet + "=" + option.Value + "#register"}}}}
		for _, month := range months {
			var cell []view.Cell
			if count := counts[option]["month-"+month.key]; count > 0 {
				cell = []view.Cell{numberCell(count)}
			}
			row.Cells = append(row.Cells, cell)
		}
		section.Table.Rows = append(section.Table.Rows, row)
	}
	return section
}
