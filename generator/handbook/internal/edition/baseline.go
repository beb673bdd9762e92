package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// isBaseline reports whether annex.toml asks for the basics alone.
func (p *projector) isBaseline() bool { return p.Config.Profile.Value == record.Baseline }

// rung is a step on the way to a whole management system, and where its entries
// are found: kinds, or what is tied to some controls.
type rung struct {
	key      string
	kinds    []string
	controls []string
}

// basics are what every organization can have within weeks.
var basics = []rung{
	{key: "assets", kinds: []string{"asset"}},
	{key: "access", controls: []string{"A.5.15", "A.5.16", "A.5.18"}},
	{key: "backups", controls: []string{"A.8.13"}},
	{key: "changes", controls: []string{"A.8.32"}},
}

// upwards is what comes next, in an order that works.
var upwards = []rung{
	{key: "scope", kinds: []string{"scope", "issue", "requirement"}},
	{key: "risks", kinds: []string{"risk"}},
	{key: "obligations", kinds: []string{"obligation"}},
	{key: "suppliers", kinds: []string{"supplier"}},
	{key: "incidents", kinds: []string{"incident"}},
	{key: "objectives", kinds: []string{"objective", "metric"}},
	{key: "rhythm", kinds: []string{"activity", "evidence"}},
	{key: "audits", kinds: []string{"programme", "audit"}},
	{key: "review", kinds: []string{"review"}},
	{key: "applicability"},
}

// ladder shows how far a baseline has come, and what would come next.
func (p *projector) ladder() []view.Section {
	section := func(key string, rungs []rung) view.Section {
		s := view.Section{ID: key, Title: p.say("baseline." + key)}
		s.Table.Columns = []view.Column{{Title: p.say("baseline.step")}, {Title: p.say("pack.column.state")}, {Title: p.say("baseline.shown")}}
		for _, rung := range rungs {
			cells, works := p.onRung(rung)
			state := badge(record.Planned, p.say("baseline.next"))
			switch {
			case works:
				state = badge(record.Good, p.say("score.inputs.there"))
			case len(cells) > 0:
				state = badge(record.Partly, p.say("baseline.begun"))
			}
			s.Table.Rows = append(s.Table.Rows, view.Row{Cells: [][]view.Cell{one(textCell(p.say("baseline.rung." + rung.key))), one(state), cells}})
		}
		return s
	}
	return []view.Section{section("basics", basics), section("upwards", upwards)}
}

// onRung returns what shows that a step has been taken, and whether any of it is
// more than a draft.
func (p *projector) onRung(rung rung) (cells []view.Cell, works bool) {
	for _, name := range rung.kinds {
		if kind := record.KindNamed(name); len(p.Of(kind)) > 0 {
			cells = append(cells, view.Cell{Form: "entry", Text: p.say("baseline.list", "kind", p.plural(kind), "count", len(p.Of(kind))), Path: listPath(kind)})
			works = true
		}
	}
	seen := map[record.Record]bool{}
	for _, id := range rung.controls {
		control, found := p.Find(id)
		if !found {
			continue
		}
		for _, kind := range []string{"document", "activity"} {
			for _, entry := range p.near(control, kind) {
				if !seen[entry] {
					seen[entry] = true
					cells = append(cells, p.refs([]record.Record{entry})...)
					document, isDocument := entry.(*record.Document)
					works = works || !isDocument || document.Status.Value == record.InForce
				}
			}
		}
	}
	return cells, works
}
