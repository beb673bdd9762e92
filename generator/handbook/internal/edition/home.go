package edition

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// latest is how many changes the first page tells of.
const latest = 5

// home returns the first page: how things stand, what is due, where to read.
func (p *projector) home() view.Home {
	home := view.Home{
		Figures:   p.figures(),
		Tasks:     p.soonTasks(),
		Documents: p.documentsByType(),
		Changes:   p.changes(),
		Used:      p.mostUsed(),
		Roles:     p.rolesAndNeeds(),
	}
	if p.Edition == audience.AuditorEdition {
		for _, scope := range record.All[record.Scope](p.Handbook) {
			home.Scope = p.html(&scope.Statement)
		}
		home.Facts, home.Reading = p.firstChecks(), p.readings()
	}
	return home
}

// rolesAndNeeds returns the roles, each with how much it has to do.
func (p *projector) rolesAndNeeds() []*view.Related {
	var related []*view.Related
	for _, role := range record.All[record.Role](p.Handbook) {
		related = append(related, &view.Related{Entry: p.entryCell(role), Status: p.needs(role)})
	}
	return related
}

// documentsByType returns the documents in force, grouped.
func (p *projector) documentsByType() []view.Relation {
	var groups []view.Relation
	for _, option := range record.DocumentType("").Options() {
		group := view.Relation{Title: p.say("document.type." + option.Word), Path: filtered("document", "type", option.Word)}
		for _, d := range record.All[record.Document](p.Handbook) {
			if string(d.Type.Value) == option.Word && !d.Settled() {
				group.Entries = append(group.Entries, p.related(d))
			}
		}
		if len(group.Entries) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// mostUsed returns the documents in force that most other entries lead to.
func (p *projector) mostUsed() []*view.Related {
	const shown = 6
	var used []*record.Document
	uses := map[*record.Document]int{}
	for _, d := range record.All[record.Document](p.Handbook) {
		if uses[d] = len(p.LinksTo(d)) + len(p.MentionsOf(d)); uses[d] > 0 && d.Status.Value == record.InForce {
			used = append(used, d)
		}
	}
	slices.SortStableFunc(used, func(a, b *record.Document) int { return cmp.Compare(uses[b], uses[a]) })
	var related []*view.Related
	for _, d := range used[:min(shown, len(used))] {
		related = append(related, p.related(d))
	}
	return related
}

// changes returns the newest entries of the documents' change logs.
func (p *projector) changes() []view.Event {
	var events []view.Event
	for _, d := range record.All[record.Document](p.Handbook) {
		for _, change := range d.Changes.Rows {
			if change.Date.IsSet() && !change.Date.After(p.Today.Day) {
				events = append(events, view.Event{
					Date: p.date(change.Date.Day), Text: p.html(&change.Text), Path: d.Path(),
					Title: p.say("home.change", "document", d.Title.Value, "version", change.Version.Value),
				})
			}
		}
	}
	slices.SortStableFunc(events, func(a, b view.Event) int { return cmp.Compare(b.Date.ISO, a.Date.ISO) })
	return events[:min(latest, len(events))]
}

// figures returns the numbers that say how things stand.
func (p *projector) figures() []view.Figure {
	var figures []view.Figure
	open, above := p.openRisks()
	if open > 0 {
		figures = append(figures, p.figure("risks", above, open, listPath(record.KindNamed("risk"))))
	}
	if sum := p.sumUp(p.rowsOf("control")); sum.applicable() > 0 && !p.isBaseline() {
		figures = append(figures, p.figure("controls", sum.implemented, sum.applicable(), listPath(record.KindNamed("control"))))
	}
	reviewed, inForce := 0, 0
	for _, d := range record.All[record.Document](p.Handbook) {
		if d.Status.Value == record.InForce {
			inForce++
			if !d.NextReview.Before(p.Today.Day) {
				reviewed++
			}
		}
	}
	if inForce > 0 {
		figures = append(figures, p.figure("documents", reviewed, inForce, listPath(record.KindNamed("document"))))
	}
	if tasks := p.tasks(inYear); len(tasks) > 0 {
		figures = append(figures, p.figure("due", len(p.overdueTasks()), len(tasks), duePath))
	}
	return figures
}

func (p *projector) figure(key string, value, of int, path string) view.Figure {
	return view.Figure{
		Value: strconv.Itoa(value), Of: p.say("home.of", "total", of),
		Label: p.say("home.figure."+key, "count", of), Path: path,
	}
}

// rowsOf returns bare rows for the entries of a kind.
func (p *projector) rowsOf(kind string) []view.Row {
	var rows []view.Row
	for _, r := range p.Of(record.KindNamed(kind)) {
		rows = append(rows, view.Row{Anchor: r.Head().ID.Value})
	}
	return rows
}
