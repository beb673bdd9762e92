package edition

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// clauseEntry adds to a clause's page what is related to it elsewhere, the
// registers that answer it, and where to find what it asks to have in writing.
func clauseEntry(p *projector, r record.Record, e *view.Entry) {
	p.addOtherFrameworks(r, e)
	written, title := p.inWritingColumn(), p.say("entry.facts")
	for i := range e.Panels {
		facts := &e.Panels[i]
		if facts.Title != title {
			continue
		}
		for j := range facts.Facts {
			if facts.Facts[j].Label == written.title {
				facts.Facts[j].Cells = written.cells(r)
			}
		}
		if registers := p.registersFor(r); len(registers) > 0 {
			facts.Facts = append(facts.Facts, view.Fact{Label: p.say("clause.registers"), Cells: registers})
		}
	}
}

// clauseColumns tell what a clause asks to have in writing, what answers it, what
// shows that, and what audits saw.
func clauseColumns(p *projector) []column {
	columns := []column{
		p.inWritingColumn(),
		{title: p.say("clause.answered"), main: true, cells: p.answersTo},
	}
	refs := func(kind string) {
		if declared := record.KindNamed(kind); len(p.Of(declared)) > 0 {
			columns = append(columns, column{title: p.plural(declared), cells: func(r record.Record) []view.Cell { return p.newestRefs(p.near(r, kind)) }})
		}
	}
	refs("evidence")
	if len(p.Of(record.KindNamed("audit"))) > 0 {
		columns = append(columns, column{title: p.say("clause.audited"), cells: p.lastAudit})
	}
	refs("finding")
	return columns
}

// inWritingColumn names the documented information that a clause asks for, each
// piece with a link to where it is.
func (p *projector) inWritingColumn() column {
	column := p.fieldColumn(record.KindNamed("clause"), "documented-information")
	names := column.cells
	column.cells = func(clause record.Record) []view.Cell {
		cells := names(clause)
		if keys := keysOfWritten(id(clause)); len(keys) > 0 && !p.isBaseline() {
			for i := range cells {
				key := keys[min(i, len(keys)-1)] // two names may stand for one piece
				cells[i] = view.Cell{Form: "entry", Text: cells[i].Text, Path: inWritingPath + "#writing." + key}
			}
		}
		return cells
	}
	return column
}

// lastAudit returns the last audit that looked at r.
func (p *projector) lastAudit(r record.Record) []view.Cell {
	var last *record.Audit
	var ended record.Date
	for _, entry := range p.near(r, "audit") {
		audit := entry.(*record.Audit)
		if day := audit.LastDay(); audit.Status.Value == record.AuditDone && day.After(ended.Day) {
			last, ended = audit, day
		}
	}
	if last == nil {
		return nil
	}
	return []view.Cell{p.entryCell(last), p.dateCell(ended)}
}

// answersTo returns the documents that answer a clause and the registers that
// are there because of it.
func (p *projector) answersTo(clause record.Record) []view.Cell {
	return append(p.linkedFrom(clause, "document"), p.registersFor(clause)...)
}

// registersFor returns the registers that are there because of a clause.
func (p *projector) registersFor(clause record.Record) []view.Cell {
	var cells []view.Cell
	for _, kind := range record.Kinds {
		if kind.AnswersClause(clause.Head().ID.Value) && len(p.Of(kind)) > 0 {
			cells = append(cells, view.Cell{Form: "entry", Text: p.plural(kind), Path: listPath(kind)})
		}
	}
	return cells
}

// clauseList groups the clauses by chapter. The chapters themselves are the
// groups, not rows.
func clauseList(p *projector, l *view.List) {
	l.Title = p.say("clause.title")
	var chapters []string
	for _, clause := range record.All[record.Clause](p.Handbook) {
		if !isNoChapter(clause) {
			chapters = append(chapters, clause.ID.Value)
		}
	}
	l.Groups = groupBy(l.Groups[0].Rows, chapters, chapterOf, func(key string, rows []view.Row) view.Group {
		chapter, _ := p.Find(key)
		return view.Group{
			ID: key, Path: chapter.Head().Path(),
			Title: p.say("clause.chapter", "number", key, "title", p.title(chapter)),
		}
	})
}

// isNoChapter reports whether a clause lies within another: chapters head the
// groups of the list.
func isNoChapter(r record.Record) bool { return r.(*record.Clause).Parent.ID != "" }

func chapterOf(row view.Row) string {
	chapter, _, _ := strings.Cut(row.Anchor, ".")
	return chapter
}
