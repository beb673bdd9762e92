package edition

import (
	"strconv"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

const leadershipPath = "for-leadership.html"

// leadershipPage is the first page of those who lead: how things stand in a few
// numbers, and what waits for them.
func leadershipPage(p *projector) view.Page {
	page := leadershipParts(p)
	if len(page.Sections) > 0 {
		page.Figures = p.leadershipFigures()
	}
	return page
}

var leadershipParts = perspective("leadership",
	part{"waiting", []string{"source", "what", "owner", "by"}, func(p *projector) []view.Row { return waitingDecisions(p, p.lastReview()).Rows }},
	part{"above", []string{"source", "now", "then", "plan", "acceptance"}, func(p *projector) []view.Row { return risksNow(p, p.lastReview()).Rows }},
	part{"objectives", []string{"source", "progress", "owner", "due", "state"}, func(p *projector) []view.Row { return objectivesNow(p, p.lastReview()).Rows }},
	part{"promised", []string{"source", "what", "due", "state", "owner"}, overduePromises},
	part{"nonconformities", []string{"source", "date", "grade", "owner", "state"}, openNonconformities},
	part{"vacant", []string{"source", "what"}, vacantRoles},
)

// leadershipFigures returns the numbers that leadership starts from. Each leads to
// the entries that it counts.
func (p *projector) leadershipFigures() []view.Figure {
	var figures []view.Figure
	add := func(key string, count, of int, path string) {
		if of > 0 {
			figures = append(figures, p.figure(key, count, of, path))
		}
	}
	if waiting := len(waitingDecisions(p, time.Time{}).Rows); waiting > 0 {
		figures = append(figures, view.Figure{
			Value: strconv.Itoa(waiting), Label: p.say("home.figure.waiting", "count", waiting), Path: leadershipPath + "#page.waiting",
		})
	}
	open, above := p.openRisks()
	add("risks", above, open, listPath(record.KindNamed("risk")))
	reached, objectives := p.objectivesReached()
	add("objectives", reached, objectives, listPath(record.KindNamed("objective")))
	unsettled, nonconformities := 0, record.All[record.Nonconformity](p.Handbook)
	for _, n := range nonconformities {
		if !n.Settled() {
			unsettled++
		}
	}
	add("nonconformities", unsettled, len(nonconformities), listPath(record.KindNamed("nonconformity")))
	add("due", len(p.overdueTasks()), len(p.tasks(inYear)), duePath)
	return figures
}

// objectivesReached counts the objectives that are met or on their way, and those
// that have not been given up.
func (p *projector) objectivesReached() (reached, of int) {
	for _, objective := range record.All[record.Objective](p.Handbook) {
		switch objective.Status.Value {
		case record.ObjectiveDropped:
			continue
		case record.ObjectiveMet, record.ObjectiveOnTrack:
			reached++
		}
		of++
	}
	return reached, of
}

// readsOfLeadership are the pages that leadership goes on with.
var readsOfLeadership = []string{"review-pack.html", "scorecard.html", "drift.html", "since-audit.html"}

// withReadOn adds to the page for leadership, if it is among the pages, where to
// read on.
func (p *projector) withReadOn(pages []view.Page) []view.Page {
	section := view.Section{ID: "read-on", Title: p.say("for.leadership.read-on"), Table: view.Table{Columns: p.columns("page", "answers")}}
	if next := p.nextReview(); next.IsSet() {
		section.Note = p.say("for.leadership.next", "date", p.date(next.Day).Text)
	}
	for _, path := range readsOfLeadership {
		for _, page := range pages {
			if page.Path == path {
				link := view.Cell{Form: "entry", Text: page.Title, Path: page.Path}
				section.Table.Rows = append(section.Table.Rows, view.Row{Cells: [][]view.Cell{one(link), one(textCell(page.Question))}})
			}
		}
	}
	for i, page := range pages {
		if page.Path == leadershipPath {
			pages[i].Sections = append(pages[i].Sections, section)
		}
	}
	return pages
}

// nextReview returns the day of the next management review, as the last one says.
func (p *projector) nextReview() record.Date {
	for _, review := range record.All[record.ManagementReview](p.Handbook) {
		if review.Date.IsSet() && review.Date.Day.Equal(p.lastReview()) && !review.Next.Before(p.Today.Day) {
			return review.Next
		}
	}
	return record.Date{}
}
