package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// inWritingPath is the address of the page of documented information.
const inWritingPath = "in-writing.html"

// inWritingPage lists the documented information that the standard asks for, with
// the entries that are it, or the gap. Who begins with the basics has another list
// of what comes next.
func inWritingPage(p *projector) view.Page {
	if p.isBaseline() {
		return view.Page{}
	}
	clauses := view.Section{ID: "clauses", Title: p.say("writing.clauses")}
	controls := view.Section{ID: "controls", Title: p.say("writing.controls")}
	there, of := 0, 0
	for _, needed := range check.InWriting {
		asks := needed.AskedBy(p.Handbook)
		if asks == nil {
			continue
		}
		found := needed.In(p.Handbook)
		of++
		if len(found) > 0 {
			there++
		}
		section := &clauses
		if _, isControl := asks.(*record.Control); isControl {
			section = &controls
		}
		section.Table.Rows = append(section.Table.Rows, p.writtenRow(needed.Key, asks, found))
	}
	page := view.Page{
		Path: inWritingPath, Title: p.say("writing.title"), Question: p.say("writing.question"),
		Lede: p.say("writing.lede", "count", there, "total", of),
	}
	for _, section := range []view.Section{clauses, controls} {
		if count := len(section.Table.Rows); count > 0 {
			section.Note = p.say("writing.count", "count", count)
			section.Table.Columns = []view.Column{
				{Title: p.say("writing.piece")}, {Title: p.say("writing.by")}, {Title: p.say("writing.where")}, {Title: p.say("pack.column.state")},
			}
			page.Sections = append(page.Sections, section)
		}
	}
	return page
}

// writtenRow shows one piece of documented information, who asks for it and what
// is it. That there is a gap says the rule, which knows whether the edition could
// tell; without its finding there is merely nothing to show.
func (p *projector) writtenRow(key string, asks record.Record, found []record.Record) view.Row {
	state := one(badge(record.Good, p.say("score.inputs.there")))
	if len(found) == 0 {
		state = one(badge(record.None, p.say("writing.not-shown")))
		for _, f := range p.findings().about[id(asks)] {
			if f.Code == "documented-information" {
				state = one(badge(record.Bad, p.say("writing.gap")))
				if f.Waiver != nil {
					state = p.weight(f)
				}
			}
		}
	}
	return view.Row{Anchor: "writing." + key, Cells: [][]view.Cell{
		one(textCell(p.say("writing.piece-of." + key))), p.refs([]record.Record{asks}), p.placesOf(found), state,
	}}
}

// placesOf leads to entries: to each document, and to the others of a kind unless
// they are many, for which their list stands.
func (p *projector) placesOf(entries []record.Record) []view.Cell {
	const few = 3
	var cells []view.Cell
	for _, kind := range record.Kinds {
		of := slices.DeleteFunc(slices.Clone(entries), func(r record.Record) bool { return r.Head().Kind != kind })
		switch {
		case len(of) == 0:
		case len(of) <= few || kind.Name == "document":
			for _, r := range of {
				cells = append(cells, p.entryCell(r))
			}
		default:
			cells = append(cells, view.Cell{Form: "entry", Text: p.say("baseline.list", "kind", p.listTitle(kind), "count", len(of)), Path: listPath(kind)})
		}
	}
	return cells
}

// keysOfWritten returns the keys of what a clause asks to have in writing.
func keysOfWritten(clause string) []string {
	var keys []string
	for _, needed := range check.InWriting {
		if needed.By == clause {
			keys = append(keys, needed.Key)
		}
	}
	return keys
}
