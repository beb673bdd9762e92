package edition

import (
	"slices"
	"strconv"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// drift is something that no longer is as it should be, since a day.
type drift struct {
	of    record.Record
	sort  string // one of driftSorts
	what  string
	since time.Time
	owner view.Cell
}

// driftSorts lists the ways in which a management system goes stale.
var driftSorts = []string{"activity", "step", "review", "evidence", "exception", "acceptance", "unmeasured", "off-target"}

// driftPage shows what is getting stale and since when, and what the trend says.
func driftPage(p *projector) view.Page {
	list := view.List{
		Kind: "drift", Title: p.say("drift.title"), Columns: []view.Column{
			{Title: p.say("due.what")}, {Title: p.say("drift.what")}, {Title: p.say("drift.since"), Main: true},
			{Title: p.say("drift.days"), Numeric: true}, {Title: p.say("due.role")},
		},
	}
	sortOf := map[string]string{}
	var rows []view.Row
	for i, d := range p.drifts() {
		row := view.Row{
			Anchor: d.of.Head().ID.Value + "." + strconv.Itoa(i+1),
			Cells: [][]view.Cell{
				{p.entryCell(d.of)}, {textCell(d.what)}, {p.dateCell(record.Date{Day: d.since})}, {numberCell(days(d.since, p.Today.Day))}, {d.owner},
			},
			Facets: []view.Facet{{Key: "sort", Value: d.sort, Label: p.say("drift.sort." + d.sort)}},
		}
		if d.owner.Form != "" {
			row.Facets = append(row.Facets, view.Facet{Key: "role", Value: slug(d.owner.ID), Label: d.owner.Text})
		}
		sortOf[row.Anchor] = d.sort
		rows = append(rows, row)
	}
	list.Total = len(rows)
	list.Empty = p.say("drift.none")
	list.Groups = groupBy(rows, driftSorts, func(row view.Row) string { return sortOf[row.Anchor] }, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: key, Title: p.say("drift.sort." + key), Note: p.say("drift.count", "count", len(rows))}
	})
	list.Filters = []view.Filter{filterBy("sort", p.say("drift.how"), list.Groups), filterBy("role", p.say("due.role"), list.Groups)}
	return view.Page{
		Path: "drift.html", Title: p.say("drift.title"), Question: p.say("drift.question"),
		Lede: p.say("drift.lede", "count", len(rows)), Sections: []view.Section{p.trend()}, Register: list,
	}
}

// drifts returns everything that has gone stale, the longest first.
func (p *projector) drifts() []drift {
	var found []drift
	for _, task := range p.overdueTasks() {
		found = append(found, drift{task.Of, driftSort(task), p.staleIn(task), task.Due.Day, p.taskOwner(task)})
	}
	for _, metric := range record.All[record.Metric](p.Handbook) {
		if due := metric.DueNext(p.Today.Day); !due.IsZero() && due.Before(p.Today.Day) {
			found = append(found, drift{metric, "unmeasured", p.say("drift.unmeasured"), due, p.ownerCell(metric)})
		}
		if since := offTargetSince(metric, p.Today.Day); !since.IsZero() {
			found = append(found, drift{metric, "off-target", p.offTarget(metric), since, p.ownerCell(metric)})
		}
	}
	slices.SortStableFunc(found, func(a, b drift) int { return a.since.Compare(b.since) })
	return found
}

// staleIn says what of an overdue task's entry is stale.
func (p *projector) staleIn(task record.Task) string {
	if risk, ok := task.Of.(*record.Risk); ok && task.In == "acceptance" {
		return p.say("drift.acceptance", "level", risk.Acceptance.Row.Level.Value)
	}
	return p.whatToDo(task)
}

// driftSort says in which way an overdue task makes its entry stale.
func driftSort(task record.Task) string {
	switch {
	case task.In == "acceptance":
		return "acceptance"
	case task.In != "":
		return "step"
	}
	switch task.Of.(type) {
	case *record.Activity:
		return "activity"
	case *record.Evidence:
		return "evidence"
	case *record.Exception:
		return "exception"
	default:
		return "review"
	}
}

// offTargetSince returns the first day of the run of results up to today that
// miss the target, zero where the last one reaches it.
func offTargetSince(metric *record.Metric, today time.Time) time.Time {
	var since time.Time
	if !metric.Aims() {
		return since
	}
	values := slices.Clone(metric.Series.Rows)
	slices.SortStableFunc(values, func(a, b *record.MetricValue) int { return a.Date.Day.Compare(b.Date.Day) })
	for _, value := range values {
		switch {
		case !value.Date.IsSet() || value.Date.After(today):
		case metric.Reaches(value):
			since = time.Time{}
		case since.IsZero():
			since = value.Date.Day
		}
	}
	return since
}

// offTarget says how far a metric is from its target, and where it is going.
func (p *projector) offTarget(metric *record.Metric) string {
	last := metric.On(p.Today.Day)
	before := metric.On(last.Date.Day.AddDate(0, 0, -1))
	course := "only"
	if before != nil {
		up, wanted := last.Value.Value-before.Value.Value, metric.Direction.Value == record.MetricAtLeast
		switch {
		case up == 0:
			course = "same"
		case (up > 0) == wanted:
			course = "better"
		default:
			course = "worse"
		}
	}
	return p.say("drift.off-target."+course, "value", last.Value.String(), "target", metric.Target.String(), "unit", metric.Unit.Value)
}

// trend compares how things stand with how they stood in the last year.
func (p *projector) trend() view.Section {
	section := view.Section{ID: "trend", Title: p.say("drift.last-year"), Note: p.say("drift.trend.note")}
	section.Table.Columns = []view.Column{{Title: p.say("drift.trend.what")}}
	var days []time.Time
	for _, ago := range []int{12, 9, 6, 3, 0} {
		day := p.Today.Day.AddDate(0, -ago, 0)
		days = append(days, day)
		section.Table.Columns = append(section.Table.Columns, view.Column{Title: p.date(day).Text, Numeric: true})
	}
	for _, line := range []struct {
		key, kind string
		count     func(day time.Time) (count, of int)
	}{
		{"above", "risk", p.risksAboveOn},
		{"findings", "finding", p.findingsOpenOn},
		{"on-time", "activity", p.occurrencesOnTime},
		{"on-target", "metric", p.metricsOnTarget},
	} {
		if len(p.Of(record.KindNamed(line.kind))) == 0 {
			continue
		}
		name := view.Cell{Form: "entry", Text: p.say("drift.trend." + line.key), Path: listPath(record.KindNamed(line.kind))}
		row := view.Row{Cells: [][]view.Cell{{name}}}
		for _, day := range days {
			count, of := line.count(day)
			row.Cells = append(row.Cells, []view.Cell{textCell(p.say("drift.of", "value", count, "total", of))})
		}
		section.Table.Rows = append(section.Table.Rows, row)
	}
	return section
}

// risksAboveOn counts the risks, those that are closed today left out, that had
// been assessed by that day, and those of them above the acceptance criteria.
func (p *projector) risksAboveOn(day time.Time) (above, of int) {
	for _, risk := range record.All[record.Risk](p.Handbook) {
		level := risk.LevelOn(day)
		if risk.Settled() || level == 0 {
			continue
		}
		of++
		if p.Config.Criteria().Above(level) {
			above++
		}
	}
	return above, of
}

// findingsOpenOn counts the audit findings that had been made by that day, and
// those of them that were open.
func (p *projector) findingsOpenOn(day time.Time) (open, of int) {
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		audit := finding.Audit.In(p.Handbook)
		if audit != nil && (audit.To.After(day) || audit.From.After(day)) {
			continue
		}
		of++
		if finding.OpenOn(p.Handbook, day) {
			open++
		}
	}
	return open, of
}

// occurrencesOnTime counts the occurrences of activities that were due in the
// three months up to that day, and those of them that were done on time.
func (p *projector) occurrencesOnTime(day time.Time) (onTime, of int) {
	from := day.AddDate(0, -3, 0)
	for _, activity := range record.All[record.Activity](p.Handbook) {
		for _, occurrence := range activity.Expected(p.Today.Day) {
			if occurrence.State == record.Expected || occurrence.State == record.Pending || !occurrence.Due.After(from) || occurrence.Due.After(day) {
				continue
			}
			of++
			if occurrence.State == record.Met {
				onTime++
			}
		}
	}
	return onTime, of
}

// metricsOnTarget counts the metrics with a target that had a result by that
// day, and those of them whose last one reached it.
func (p *projector) metricsOnTarget(day time.Time) (reached, of int) {
	for _, metric := range record.All[record.Metric](p.Handbook) {
		if value := metric.On(day); metric.Aims() && value != nil {
			of++
			if metric.Reaches(value) {
				reached++
			}
		}
	}
	return reached, of
}
