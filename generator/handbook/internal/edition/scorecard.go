package edition

import (
	"slices"
	"strconv"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// score is one outcome that people feel: a count out of a total, what it
// counts, and the entries that it is made of.
type score struct {
	key       string
	count, of int
	rows      []view.Row
}

// scorecardPage tells by counts how the management system feels to those who
// live with it. There is no index over them: each stands for itself.
func scorecardPage(p *projector) view.Page {
	page := view.Page{
		Path: "scorecard.html", Title: p.say("score.title"), Question: p.say("score.question"), Lede: p.say("score.lede"),
	}
	for _, s := range []score{
		p.surprises(), p.calm(), p.ownership(), p.consistency(), p.learning(), p.reviewInputs(), p.reviewDecisions(),
	} {
		if s.of == 0 {
			continue
		}
		page.Figures = append(page.Figures, view.Figure{
			Value: strconv.Itoa(s.count), Of: p.say("home.of", "total", s.of), Label: p.say("score." + s.key + ".figure"), Path: "scorecard.html#page." + s.key,
		})
		section := view.Section{
			ID: s.key, Title: p.say("score." + s.key + ".title"), Note: p.say("drift.of", "value", s.count, "total", s.of),
			Text: view.Escape(p.say("score." + s.key + ".definition")),
		}
		if len(s.rows) > 0 {
			section.Table = view.Table{Columns: p.columns("source", "what", "date", "state"), Rows: s.rows}
		}
		page.Sections = append(page.Sections, section)
	}
	return page
}

// yearAgo returns the first day of the twelve months up to today.
func (p *projector) yearAgo() time.Time { return p.Today.Day.AddDate(-1, 0, 0) }

// surprises counts the incidents of the last year that hit no risk which had
// been recorded before.
func (p *projector) surprises() score {
	s := score{key: "surprises"}
	for _, incident := range record.All[record.Incident](p.Handbook) {
		if !incident.Detected.After(p.yearAgo()) || incident.Detected.After(p.Today.Day) {
			continue
		}
		s.of++
		foreseen := slices.ContainsFunc(incident.Risks.In(p.Handbook), func(risk *record.Risk) bool { return risk.Identified.Before(incident.Detected.Day) })
		state := badge(record.Good, p.say("score.surprises.foreseen"))
		if !foreseen {
			s.count++
			state = badge(record.Due, p.say("score.surprises.surprise"))
		}
		s.rows = append(s.rows, p.line(incident, p.refs(asRecords(incident.Risks.In(p.Handbook))), one(p.dateCell(incident.Detected)), one(state)))
	}
	return s
}

// calm counts the audit findings that are open, each with its age.
func (p *projector) calm() score {
	s := score{key: "calm"}
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		s.of++
		if finding.Settled() {
			continue
		}
		s.count++
		var age, since []view.Cell
		if audit := finding.Audit.In(p.Handbook); audit != nil && audit.From.IsSet() && !audit.From.After(p.Today.Day) {
			since = one(p.dateCell(audit.From))
			age = one(textCell(p.say("score.calm.age", "count", days(audit.From.Day, p.Today.Day))))
		}
		s.rows = append(s.rows, p.line(finding, age, since, one(p.status(finding))))
	}
	return s
}

// ownership counts the entries whose owner is a role that somebody holds, among
// those of kinds that have owners.
func (p *projector) ownership() score {
	s := score{key: "ownership"}
	for _, r := range p.Entries() {
		if !r.Head().Authored || !r.Head().Title.IsSet() || len(ownerOf(r)) == 0 || record.Settled(r) {
			continue
		}
		if control, ok := r.(*record.Control); ok && control.Excluded() {
			continue
		}
		s.of++
		role, _ := p.Find(record.OwnerOf(r).ID)
		owner, held := role.(*record.Role)
		if held && !owner.Vacant() {
			s.count++
			continue
		}
		state := badge(record.Bad, p.say("score.ownership.none"))
		if held {
			state = badge(record.Bad, p.say("score.ownership.vacant"))
		}
		s.rows = append(s.rows, p.line(r, one(p.ownerCell(r)), nil, one(state)))
	}
	return s
}

// routine are the controls whose metrics tell whether joiners, movers, leavers
// and changes are dealt with the same way each time.
var routine = []string{"A.5.11", "A.5.16", "A.5.18", "A.6.1", "A.6.3", "A.6.5", "A.8.32"}

// consistency counts the metrics of routine controls whose last result reaches
// the target.
func (p *projector) consistency() score {
	s := score{key: "consistency"}
	for _, metric := range record.All[record.Metric](p.Handbook) {
		last := metric.On(p.Today.Day)
		onRoutine := slices.ContainsFunc(metric.Controls.References(), func(control record.Reference) bool { return slices.Contains(routine, control.ID) })
		if last == nil || !metric.Aims() || !onRoutine {
			continue
		}
		s.of++
		state := badge(record.Due, p.say("drift.sort.off-target"))
		if metric.Reaches(last) {
			s.count++
			state = badge(record.Good, p.say("pack.on-target"))
		}
		result := p.say("pack.result", "value", last.Value.String(), "unit", metric.Unit.Value)
		s.rows = append(s.rows, p.line(metric, one(textCell(result)), one(p.dateCell(last.Date)), one(state)))
	}
	return s
}

// learning counts the lessons of incidents that became an action which was done
// and seen to work.
func (p *projector) learning() score {
	s := score{key: "learning"}
	for _, incident := range record.All[record.Incident](p.Handbook) {
		for _, lesson := range incident.Lessons.Rows {
			s.of++
			state, date := badge(record.Bad, p.say("score.learning.no-action")), record.Date{}
			switch {
			case lesson.Verified.IsSet():
				s.count++
				state, date = badge(record.Good, p.say("score.learning.verified")), lesson.Verified
			case lesson.Done.IsSet():
				state, date = badge(record.Partly, p.say("score.learning.done")), lesson.Done
			case lesson.Due.IsSet():
				state, date = badge(record.Planned, p.say("planned")), lesson.Due
				if lesson.Due.Before(p.Today.Day) {
					state = badge(record.Bad, p.say("overdue.short"))
				}
			}
			s.rows = append(s.rows, p.line(incident, one(view.Cell{Form: "html", HTML: p.html(&lesson.Text)}), one(p.dateCell(date)), one(state)))
		}
	}
	return s
}

// reviewInputs counts the inputs that the last management review dealt with.
func (p *projector) reviewInputs() score {
	s := score{key: "inputs"}
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		if review.Date.Day != p.lastReview() || p.lastReview().IsZero() {
			continue
		}
		for _, input := range review.Inputs() {
			s.of++
			state := badge(record.Bad, p.say("thread.none"))
			if input.Value.IsSet() {
				s.count++
				state = badge(record.Good, p.say("score.inputs.there"))
			}
			s.rows = append(s.rows, p.line(review, one(textCell(p.label(review.Kind, "", input))), one(p.dateCell(review.Date)), one(state)))
		}
	}
	return s
}

// reviewDecisions counts the decisions of management reviews that were due by
// today and carried out.
func (p *projector) reviewDecisions() score {
	s := score{key: "decisions"}
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		for _, decision := range review.Decisions.Rows {
			if !decision.Due.IsSet() || decision.Due.After(p.Today.Day) && !decision.Done.IsSet() {
				continue
			}
			s.of++
			if decision.Done.IsSet() {
				s.count++
				continue
			}
			state := badge(record.Bad, p.say("overdue.by", "count", days(decision.Due.Day, p.Today.Day)))
			s.rows = append(s.rows, p.line(review, one(view.Cell{Form: "html", HTML: p.html(&decision.Text)}), one(p.dateCell(decision.Due)), one(state)))
		}
	}
	return s
}

// refs names entries by their IDs.
func (p *projector) refs(entries []record.Record) []view.Cell {
	var cells []view.Cell
	for _, entry := range entries {
		cell := p.entryCell(entry)
		cell.Form = "ref"
		cells = append(cells, cell)
	}
	return cells
}

// asRecords returns entries of one kind as entries of any.
func asRecords[T any, R interface {
	*T
	record.Record
}](entries []R) []record.Record {
	var records []record.Record
	for _, entry := range entries {
		records = append(records, entry)
	}
	return records
}
