package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// nonconformitiesSince lists the nonconformities that are open, or that were found
// or whose corrective action was looked at since the last review, and the
// incidents since then (9.3.2 d 1).
func nonconformitiesSince(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "date", "grade", "owner", "state")}
	for _, nonconformity := range record.All[record.Nonconformity](p.Handbook) {
		check := nonconformity.Effectiveness.Row
		if nonconformity.Settled() && !nonconformity.Date.After(since) && (check == nil || !p.within(check.Date, since)) {
			continue
		}
		table.Rows = append(table.Rows, p.line(nonconformity, one(p.dateCell(nonconformity.Date)),
			p.cells(nonconformity, fieldOf(nonconformity, "grade")), one(p.ownerCell(nonconformity)), append(one(p.status(nonconformity)), p.effect(nonconformity)...)))
	}
	for _, incident := range record.All[record.Incident](p.Handbook) {
		if incident.Detected.After(since) || incident.Status.Value != record.IncidentClosed {
			table.Rows = append(table.Rows, p.line(incident, one(p.dateCell(incident.Detected)),
				p.cells(incident, fieldOf(incident, "severity")), one(p.ownerCell(incident)), one(p.status(incident))))
		}
	}
	return table
}

// effect says whether corrective action worked, or when somebody will look.
func (p *projector) effect(n *record.Nonconformity) []view.Cell {
	check := n.Effectiveness.Row
	if check == nil || !check.Result.IsSet() || !check.Date.IsSet() {
		return nil
	}
	day := p.date(check.Date.Day).Text
	if check.Result.Value == record.NonconformityUndecided {
		return one(textCell(p.say("pack.effect-due", "date", day)))
	}
	option, _ := record.FindOption(check.Result.Options(), string(check.Result.Value))
	return one(textCell(p.say("pack.effect", "result", p.optionCell(n.Kind, "result", option).Text, "date", day)))
}

// measurementsSince compares each metric with its target and with its last
// result before the last review (9.3.2 d 2).
func measurementsSince(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "result", "target", "then", "state")}
	for _, metric := range record.All[record.Metric](p.Handbook) {
		last := metric.On(p.Today.Day)
		if last == nil {
			continue
		}
		var before, target, state []view.Cell
		if value := metric.On(since); value != nil {
			before = []view.Cell{textCell(value.Value.String()), p.dateCell(value.Date)}
		}
		if metric.Aims() {
			target = one(textCell(p.say("pack.target."+string(metric.Direction.Value), "target", metric.Target.String())))
			state = one(badge(record.Due, p.say("drift.sort.off-target")))
			if metric.Reaches(last) {
				state = one(badge(record.Good, p.say("pack.on-target")))
			}
		}
		result := textCell(p.say("pack.result", "value", last.Value.String(), "unit", metric.Unit.Value))
		table.Rows = append(table.Rows, p.line(metric, []view.Cell{result, p.dateCell(last.Date)}, target, before, state))
	}
	return table
}

// auditsSince lists the audits since the last review and the next ones, with
// what they found (9.3.2 d 3).
func auditsSince(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "date", "found", "open", "state")}
	for _, audit := range record.All[record.Audit](p.Handbook) {
		if audit.Settled() && !audit.To.After(since) && !audit.From.After(since) {
			continue
		}
		made, open := p.findingsOf(audit)
		table.Rows = append(table.Rows, p.line(audit, one(p.dateCell(audit.LastDay())), one(numberCell(made)), one(numberCell(open)), one(p.status(audit))))
	}
	return table
}

// findingsOf counts the findings of an audit, and those of them that are open.
func (p *projector) findingsOf(audit *record.Audit) (made, open int) {
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		if finding.Audit.ID != audit.ID.Value {
			continue
		}
		made++
		if !finding.Settled() {
			open++
		}
	}
	return made, open
}

// objectivesNow lists the objectives with how they stand (9.3.2 d 4).
func objectivesNow(p *projector, _ time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "progress", "owner", "due", "state")}
	for _, objective := range record.All[record.Objective](p.Handbook) {
		var progress []view.Cell
		var last time.Time
		for _, step := range objective.Progress.Rows {
			if !step.Date.Before(last) && !step.Date.After(p.Today.Day) {
				last = step.Date.Day
				progress = one(view.Cell{Form: "html", HTML: p.html(&step.Text)})
			}
		}
		table.Rows = append(table.Rows, p.line(objective, progress, one(p.ownerCell(objective)), one(p.dateCell(objective.TargetDate)), one(p.status(objective))))
	}
	return table
}
