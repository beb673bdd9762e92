package edition

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// reviewPackPage gathers from the registers what a management review has to look
// at, input by input (9.3.2 a to g), since the last one.
func reviewPackPage(p *projector) view.Page {
	since := p.lastReview()
	page := view.Page{
		Path: "review-pack.html", Title: p.say("pack.title"), Question: p.say("pack.question"),
		Lede: p.say("pack.lede-first"),
	}
	if !since.IsZero() {
		page.Lede = p.say("pack.lede", "date", p.date(since).Text)
	}
	for _, input := range []struct {
		key   string
		table func(*projector, time.Time) view.Table
	}{
		{"waiting", waitingDecisions},
		{"a", earlierActions},
		{"b", changedIssues},
		{"c", changedNeeds},
		{"d1", nonconformitiesSince},
		{"d2", measurementsSince},
		{"d3", auditsSince},
		{"d4", objectivesNow},
		{"e", feedbackSince},
		{"f", risksNow},
		{"g", opportunities},
	} {
		section := view.Section{ID: input.key, Title: p.say("pack." + input.key), Table: input.table(p, since)}
		if count := len(section.Table.Rows); count > 0 {
			section.Note = p.say("list.count", "count", count)
		} else {
			section.Text = view.Escape(p.say("pack.nothing"))
		}
		page.Sections = append(page.Sections, section)
	}
	return page
}

// lastReview returns the day of the last management review, zero where there
// was none yet.
func (p *projector) lastReview() time.Time {
	var last time.Time
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		if review.Date.After(last) && !review.Date.After(p.Today.Day) {
			last = review.Date.Day
		}
	}
	return last
}

// columns heads a table of entries with the messages of those keys.
func (p *projector) columns(keys ...string) []view.Column {
	var columns []view.Column
	for _, key := range keys {
		columns = append(columns, view.Column{Title: p.say("pack.column." + key)})
	}
	return columns
}

// line is a row that begins with the entry it comes from.
func (p *projector) line(source record.Record, cells ...[]view.Cell) view.Row {
	return view.Row{Cells: append([][]view.Cell{{p.entryCell(source)}}, cells...)}
}

func one(cell view.Cell) []view.Cell {
	if cell.Form == "" {
		return nil
	}
	return []view.Cell{cell}
}

// waitingDecisions lists what nobody but leadership can settle: risks above the
// criteria that no valid acceptance stands for, and acceptances about to end.
func waitingDecisions(p *projector, _ time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "what", "owner", "by")}
	for _, risk := range record.All[record.Risk](p.Handbook) {
		level := risk.Current.Row.Level()
		if risk.Settled() || !p.Config.Criteria().Above(level) {
			continue
		}
		acceptance := risk.Acceptance.Row
		switch {
		case acceptance == nil && slices.ContainsFunc(risk.Actions.Rows, func(action *record.Action) bool { return !action.Done.IsSet() }):
		case acceptance == nil:
			table.Rows = append(table.Rows, p.line(risk, one(textCell(p.say("pack.accept", "level", level))), one(p.ownerCell(risk)), nil))
		case acceptance.Until.IsSet() && days(p.Today.Day, acceptance.Until.Day) <= 90:
			table.Rows = append(table.Rows, p.line(risk, one(textCell(p.say("pack.accept-again", "level", level))), one(p.ownerCell(risk)), one(p.dueCell(acceptance.Until))))
		}
	}
	for _, document := range record.All[record.Document](p.Handbook) {
		if document.Status.Value == record.Draft {
			table.Rows = append(table.Rows, p.line(document, one(textCell(p.say("pack.approve"))), p.roleCell(&document.Approver), nil))
		}
	}
	return table
}

// dueCell shows a day by which something has to happen.
func (p *projector) dueCell(date record.Date) view.Cell {
	if date.Before(p.Today.Day) {
		return p.overdueCell(date)
	}
	return p.dateCell(date)
}

// earlierActions lists the decisions of earlier reviews that are open or were
// carried out since the last one.
func earlierActions(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "decision", "owner", "due", "state")}
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		for _, decision := range review.Decisions.Rows {
			if decision.Done.Before(since) {
				continue
			}
			state := badge(record.Planned, p.say("planned"))
			switch {
			case decision.Done.IsSet():
				state = badge(record.Good, p.say("done.on", "date", p.date(decision.Done.Day).Text))
			case decision.Due.Before(p.Today.Day):
				state = badge(record.Bad, p.say("overdue.by", "count", days(decision.Due.Day, p.Today.Day)))
			}
			table.Rows = append(table.Rows, p.line(review,
				one(view.Cell{Form: "html", HTML: p.html(&decision.Text)}), p.roleCell(&decision.Owner), one(p.dateCell(decision.Due)), one(state)))
		}
	}
	return table
}

// changedIssues lists the issues of context, whether they were looked at since
// the last review, and the changes made to the ISMS.
func changedIssues(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "what", "owner", "state")}
	for _, issue := range record.All[record.ContextIssue](p.Handbook) {
		state := badge(record.Good, p.say("pack.looked-at", "date", p.date(issue.Reviewed.Day).Text))
		if !issue.Reviewed.After(since) {
			state = textCell(p.say("pack.looked-at-before", "date", p.date(issue.Reviewed.Day).Text))
		}
		table.Rows = append(table.Rows, p.line(issue, one(view.Cell{Form: "html", HTML: p.html(&issue.Decision)}), one(p.ownerCell(issue)), one(state)))
	}
	for _, change := range record.All[record.ManagementChange](p.Handbook) {
		if !change.Settled() || change.Done.After(since) {
			table.Rows = append(table.Rows, p.line(change, one(view.Cell{Form: "html", HTML: p.html(&change.Description)}), one(p.ownerCell(change)), one(p.status(change))))
		}
	}
	return table
}

// changedNeeds lists the requirements that are not wholly addressed, and the
// obligations that have come to apply since the last review.
func changedNeeds(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "what", "asked-by", "state")}
	for _, requirement := range record.All[record.Requirement](p.Handbook) {
		if requirement.Addressed.Value == record.RequirementAddressedFully {
			continue
		}
		var party []view.Cell
		if asks := requirement.Party.In(p.Handbook); asks != nil {
			party = one(p.entryCell(asks))
		}
		table.Rows = append(table.Rows, p.line(requirement, one(view.Cell{Form: "html", HTML: p.html(&requirement.Description)}), party, one(p.status(requirement))))
	}
	for _, obligation := range record.All[record.Obligation](p.Handbook) {
		if obligation.AppliesSince.After(since) {
			state := p.say("pack.applies", "date", p.date(obligation.AppliesSince.Day).Text)
			table.Rows = append(table.Rows, p.line(obligation, one(view.Cell{Form: "html", HTML: p.html(&obligation.Description)}), one(textCell(obligation.Authority.Value)), one(textCell(state))))
		}
	}
	return table
}

// feedbackSince lists what interested parties said since the last review.
func feedbackSince(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "date", "said")}
	for _, party := range record.All[record.Party](p.Handbook) {
		for _, feedback := range party.Feedback.Rows {
			if feedback.Date.After(since) && !feedback.Date.After(p.Today.Day) {
				table.Rows = append(table.Rows, p.line(party, one(p.dateCell(feedback.Date)), one(view.Cell{Form: "html", HTML: p.html(&feedback.Text)})))
			}
		}
	}
	slices.SortStableFunc(table.Rows, func(a, b view.Row) int { return cmp.Compare(b.Cells[1][0].Rank, a.Cells[1][0].Rank) })
	return table
}

// risksNow lists the risks above the criteria and those whose level has changed
// since the last review.
func risksNow(p *projector, since time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "now", "then", "plan", "acceptance")}
	for _, risk := range record.All[record.Risk](p.Handbook) {
		level, before := risk.Current.Row.Level(), risk.LevelOn(since)
		changed := before > 0 && before != level
		if risk.Settled() || level == 0 || !changed && !p.Config.Criteria().Above(level) {
			continue
		}
		var acceptance []view.Cell
		if risk.Acceptance.Row != nil {
			acceptance = one(p.acceptanceState(risk.Acceptance.Row))
		}
		table.Rows = append(table.Rows, p.line(risk, one(p.levelCell(level)), one(p.levelCell(before)), p.planState(risk), acceptance))
	}
	slices.SortStableFunc(table.Rows, func(a, b view.Row) int { return cmp.Compare(b.Cells[1][0].Rank, a.Cells[1][0].Rank) })
	return table
}

// opportunities lists what could be made better: open observations and
// opportunities of audits, and lessons of incidents that are not put into
// practice yet.
func opportunities(p *projector, _ time.Time) view.Table {
	table := view.Table{Columns: p.columns("source", "what", "owner", "state")}
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		if !finding.Settled() && !finding.Grade.Value.IsNonconformity() {
			table.Rows = append(table.Rows, p.line(finding, one(view.Cell{Form: "html", HTML: p.html(&finding.Description)}), one(p.ownerCell(finding)), one(p.status(finding))))
		}
	}
	for _, incident := range record.All[record.Incident](p.Handbook) {
		for _, lesson := range incident.Lessons.Rows {
			if lesson.Done.IsSet() {
				continue
			}
			words := strings.TrimSpace(lesson.Action.Value)
			state := badge(record.Planned, p.say("planned"))
			if lesson.Due.Before(p.Today.Day) {
				state = badge(record.Bad, p.say("overdue.by", "count", days(lesson.Due.Day, p.Today.Day)))
			}
			table.Rows = append(table.Rows, p.line(incident, one(textCell(cmp.Or(words, p.plain(&lesson.Text)))), p.roleCell(&lesson.Owner), one(state)))
		}
	}
	return table
}
