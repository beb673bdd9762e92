package edition

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// way lists the kinds of entry on the way from a risk to its proof.
var way = []string{"risk", "control", "document", "evidence", "audit", "finding"}

// onThread returns the entries of a kind that stand on the same thread as r:
// those that are tied to it, and else those that are tied to its controls.
func (p *projector) onThread(r record.Record, kind string) []record.Record {
	if found := p.near(r, kind); len(found) > 0 || kind == "control" {
		return found
	}
	var found []record.Record
	for _, control := range p.near(r, "control") {
		for _, entry := range p.near(control, kind) {
			if entry != r {
				found = append(found, entry)
			}
		}
	}
	return unique(found)
}

// shownAtStation is how many entries a station of a thread names at most.
const shownAtStation = 6

// thread returns the way that leads through r: the risks, the controls against
// them, the documents that put those into practice, the evidence, and what
// audits saw. It is empty where r stands on none.
func (p *projector) thread(r record.Record) []view.Station {
	var stations []view.Station
	others := 0
	for _, kind := range p.stations() {
		declared := record.KindNamed(kind)
		station := view.Station{Name: p.plural(declared), Here: declared == r.Head().Kind}
		entries := []record.Record{r}
		if !station.Here {
			entries = p.onThread(r, kind)
			others += len(entries)
		}
		station.Entries = p.refs(entries[:min(len(entries), shownAtStation)])
		var more []string
		if left := len(entries) - shownAtStation; left > 0 {
			more = append(more, p.say("thread.more", "count", left))
		}
		for _, cell := range p.expiredAmong(entries) {
			more = append(more, cell.Text)
		}
		station.More = strings.Join(more, ", ")
		stations = append(stations, station)
	}
	if others == 0 {
		return nil
	}
	return stations
}

// expiredAmong tells how much of the evidence shows nothing any more.
func (p *projector) expiredAmong(entries []record.Record) []view.Cell {
	count := 0
	for _, entry := range entries {
		if e, ok := entry.(*record.Evidence); ok && p.evidenceState(e) == evidenceExpired {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	return []view.Cell{{Form: "reason", Text: p.say("thread.expired", "count", count)}}
}

// threadPage shows the way of every open risk to its proof in one line, and
// where it breaks off.
func threadPage(p *projector) view.Page {
	list := view.List{
		Kind: "thread", Title: p.say("thread.title"), Columns: []view.Column{
			{Title: p.words.Label("kind.risk", "Risk")}, {Title: p.say("risk.stage.current"), Main: true}, {Title: p.say("risk.plan.title")},
		},
	}
	for _, kind := range p.stations()[1:] {
		list.Columns = append(list.Columns, view.Column{Title: p.plural(record.KindNamed(kind))})
	}
	group := view.Group{}
	holes := 0
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if risk.Settled() || !risk.Title.IsSet() {
			continue
		}
		row := p.threadRow(risk)
		if slices.ContainsFunc(row.Facets, func(facet view.Facet) bool { return facet.Key == "hole" }) {
			holes++
		}
		group.Rows = append(group.Rows, row)
	}
	list.Groups = []view.Group{group}
	list.Total = len(group.Rows)
	list.Filters = []view.Filter{filterBy("hole", p.say("thread.hole"), list.Groups), filterBy("owner", p.say("due.role"), list.Groups)}
	return view.Page{
		Path: "thread.html", Title: p.say("thread.title"), Question: p.say("thread.question"),
		Lede: p.say("thread.lede", "count", holes, "total", list.Total), Register: list,
	}
}

// stations returns the kinds on the way. Where the edition lacks all findings of
// audits, an empty one would say that there were none.
func (p *projector) stations() []string {
	return slices.DeleteFunc(slices.Clone(way), func(kind string) bool {
		return kind == "finding" && len(p.Of(record.KindNamed(kind))) == 0
	})
}

// threadRow shows a risk and what stands on its thread. A station without an
// entry is a hole by which the row can be found.
func (p *projector) threadRow(risk *record.Risk) view.Row {
	row := view.Row{
		Anchor: risk.ID.Value,
		Cells:  [][]view.Cell{{p.entryCell(risk)}, {p.levelCell(risk.Current.Row.Level())}, p.planState(risk)},
	}
	for _, kind := range p.stations()[1:] {
		entries := p.onThread(risk, kind)
		if len(entries) == 0 && kind != "finding" {
			row.Facets = append(row.Facets, view.Facet{Key: "hole", Value: kind, Label: p.say("thread.without." + kind)})
			row.Cells = append(row.Cells, []view.Cell{badge(record.Due, p.say("thread.none"))})
			continue
		}
		row.Cells = append(row.Cells, append(p.newestRefs(entries), p.expiredAmong(entries)...))
	}
	for _, cell := range p.roleCell(&risk.Owner) {
		row.Facets = append(row.Facets, view.Facet{Key: "owner", Value: slug(cell.ID), Label: cell.Text})
	}
	return row
}

// newestRefs names the last entries of a row's cell, and how many more there are.
func (p *projector) newestRefs(entries []record.Record) []view.Cell {
	const shown = 4
	first := max(0, len(entries)-shown)
	cells := p.refs(entries[first:])
	if first > 0 {
		cells = append(cells, view.Cell{Form: "reason", Text: p.say("thread.more", "count", first)})
	}
	return cells
}
