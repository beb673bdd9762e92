package edition

import (
	"cmp"
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// sincePage tells what the registers date after the last external audit that was
// done.
func sincePage(p *projector) view.Page {
	page := view.Page{Path: "since-audit.html", Title: p.say("since.title"), Question: p.say("since.question")}
	audit := p.lastExternalAudit()
	if audit == nil {
		return page
	}
	day := audit.To.Day
	page.Lede = p.say("since.lede", "audit", audit.Title.Value, "date", p.date(day).Text)
	for _, part := range []struct {
		key     string
		columns []string
		rows    func(*projector, time.Time) []view.Row
	}{
		{"documents", []string{"source", "date", "what"}, documentsSince},
		{"risks", []string{"source", "date", "what", "now"}, risksSince},
		{"acceptances", []string{"source", "date", "now", "acceptance"}, acceptancesSince},
		{"steps", []string{"source", "date", "what", "owner"}, stepsSince},
		{"controls", []string{"source", "date", "owner"}, controlsSince},
		{"changes", []string{"source", "date", "what", "state"}, changesSince},
		{"incidents", []string{"source", "date", "grade", "owner", "state"}, incidentsSince},
		{"nonconformities", []string{"source", "date", "grade", "owner", "state"}, foundSince},
		{"effects", []string{"source", "effect", "owner", "state"}, effectsSince},
		{"findings", []string{"source", "date", "owner", "state"}, findingsClosedSince},
		{"audits", []string{"source", "date", "state"}, auditsHeldSince},
		{"reviews", []string{"source", "date"}, reviewsSince},
		{"objectives", []string{"source", "date", "what", "state"}, objectivesSince},
		{"suppliers", []string{"source", "date", "tier"}, suppliersSince},
		{"exceptions", []string{"source", "date", "what", "due"}, exceptionsSince},
	} {
		if rows := part.rows(p, day); len(rows) > 0 {
			latestFirst(rows)
			page.Sections = append(page.Sections, view.Section{
				ID: part.key, Title: p.say("since." + part.key), Note: p.say("list.count", "count", len(rows)),
				Table: view.Table{Columns: p.columns(part.columns...), Rows: rows},
			})
		}
	}
	return page
}

// latestFirst sorts rows by the day in their second cell; those without one come
// last.
func latestFirst(rows []view.Row) {
	day := func(row view.Row) int {
		for _, cell := range row.Cells[1] {
			if cell.Form == "date" {
				return cell.Rank
			}
		}
		return 0
	}
	slices.SortStableFunc(rows, func(a, b view.Row) int { return cmp.Compare(day(b), day(a)) })
}

// lastExternalAudit returns the last audit by the certification body that was
// done, or nil.
func (p *projector) lastExternalAudit() *record.Audit {
	var last *record.Audit
	for _, audit := range record.All[record.Audit](p.Handbook) {
		if audit.Status.Value == record.AuditDone && audit.Type.Value.IsExternal() && audit.To.IsSet() && (last == nil || audit.To.After(last.To.Day)) {
			last = audit
		}
	}
	return last
}

// within reports whether a date lies after a day and not in the future.
func (p *projector) within(date record.Date, after time.Time) bool {
	return date.After(after) && !date.After(p.Today.Day)
}

func (p *projector) text(text *record.Text) []view.Cell {
	if !text.IsSet() {
		return nil
	}
	return []view.Cell{{Form: "html", HTML: p.html(text)}}
}

func documentsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, d := range record.All[record.Document](p.Handbook) {
		for _, change := range d.Changes.Rows {
			if p.within(change.Date, day) {
				rows = append(rows, p.line(d, one(p.dateCell(change.Date)), p.text(&change.Text)))
			}
		}
	}
	return rows
}

func risksSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, risk := range record.All[record.Risk](p.Handbook) {
		level, before := risk.Current.Row.Level(), risk.LevelOn(day)
		switch {
		case !p.within(risk.Assessed, day) || level == before || level == 0:
		case before == 0:
			rows = append(rows, p.line(risk, one(p.dateCell(risk.Identified)), one(textCell(p.say("risk.history.first", "level", level))), one(p.levelCell(level))))
		default:
			rows = append(rows, p.line(risk, one(p.dateCell(risk.Assessed)), one(textCell(p.say("since.moved", "before", before, "level", level))), one(p.levelCell(level))))
		}
	}
	return rows
}

func acceptancesSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if a := risk.Acceptance.Row; a != nil && p.within(a.Date, day) {
			rows = append(rows, p.line(risk, one(p.dateCell(a.Date)), one(p.levelCell(risk.Current.Row.Level())), one(p.acceptanceState(a))))
		}
	}
	return rows
}

func stepsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, risk := range record.All[record.Risk](p.Handbook) {
		for _, action := range risk.Actions.Rows {
			if p.within(action.Done, day) {
				rows = append(rows, p.line(risk, one(p.dateCell(action.Done)), one(textCell(action.Title.Value)), p.roleCell(&action.Owner)))
			}
		}
	}
	return rows
}

func controlsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, control := range record.All[record.Control](p.Handbook) {
		if p.within(control.Implemented, day) {
			rows = append(rows, p.line(control, one(p.dateCell(control.Implemented)), one(p.ownerCell(control))))
		}
	}
	return rows
}

func changesSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, change := range record.All[record.ManagementChange](p.Handbook) {
		if p.within(change.Done, day) {
			rows = append(rows, p.line(change, one(p.dateCell(change.Done)), p.text(&change.Description), one(p.status(change))))
		}
	}
	return rows
}

func incidentsSince(p *projector, day time.Time) []view.Row {
	return incidentRows(p, func(incident *record.Incident) bool { return p.within(incident.Detected, day) })
}

func foundSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, n := range record.All[record.Nonconformity](p.Handbook) {
		if p.within(n.Date, day) {
			rows = append(rows, p.line(n, one(p.dateCell(n.Date)), p.cells(n, fieldOf(n, "grade")), one(p.ownerCell(n)), one(p.status(n))))
		}
	}
	return rows
}

func effectsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, n := range record.All[record.Nonconformity](p.Handbook) {
		if check := n.Effectiveness.Row; check != nil && p.within(check.Date, day) {
			rows = append(rows, p.line(n, p.effect(n), one(p.ownerCell(n)), one(p.status(n))))
		}
	}
	return rows
}

func findingsClosedSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		if p.within(finding.Closed, day) {
			rows = append(rows, p.line(finding, one(p.dateCell(finding.Closed)), one(p.ownerCell(finding)), one(p.status(finding))))
		}
	}
	return rows
}

func auditsHeldSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, audit := range record.All[record.Audit](p.Handbook) {
		if audit.Status.Value == record.AuditDone && p.within(audit.LastDay(), day) {
			rows = append(rows, p.line(audit, one(p.dateCell(audit.LastDay())), one(p.status(audit))))
		}
	}
	return rows
}

func reviewsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		if p.within(review.Date, day) {
			rows = append(rows, p.line(review, one(p.dateCell(review.Date))))
		}
	}
	return rows
}

func objectivesSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, objective := range record.All[record.Objective](p.Handbook) {
		for _, step := range objective.Progress.Rows {
			if p.within(step.Date, day) {
				rows = append(rows, p.line(objective, one(p.dateCell(step.Date)), p.text(&step.Text), one(p.status(objective))))
			}
		}
	}
	return rows
}

func suppliersSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, supplier := range record.All[record.Supplier](p.Handbook) {
		if p.within(supplier.ContractSince, day) {
			rows = append(rows, p.line(supplier, one(p.dateCell(supplier.ContractSince)), p.cells(supplier, fieldOf(supplier, "tier"))))
		}
	}
	return rows
}

func exceptionsSince(p *projector, day time.Time) []view.Row {
	var rows []view.Row
	for _, exception := range record.All[record.Exception](p.Handbook) {
		if p.within(exception.Approved, day) {
			rows = append(rows, p.line(exception, one(p.dateCell(exception.Approved)), p.text(&exception.Description), one(p.dueCell(exception.Until))))
		}
	}
	return rows
}
