package edition

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// clauseColumns tell what a clause asks to have in writing and what answers it.
func clauseColumns(p *projector) []column {
	return []column{
		p.fieldColumn(record.KindNamed("clause"), "documented-information"),
		{title: p.say("clause.answered"), main: true, cells: func(r record.Record) []view.Cell { return p.linkedFrom(r, "document") }},
	}
}

// clauseList groups the clauses by chapter.
func clauseList(p *projector, l *view.List) {
	var chapters []string
	for _, clause := range record.All[record.Clause](p.Handbook) {
		if clause.Parent.ID == "" {
			chapters = append(chapters, clause.ID.Value)
		}
	}
	l.Groups = groupBy(l.Groups[0].Rows, chapters, chapterOf, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: "chapter-" + key, Title: p.say("clause.chapter", "number", key, "title", rows[0].Cells[0][0].Text)}
	})
}

func chapterOf(row view.Row) string {
	chapter, _, _ := strings.Cut(row.Anchor, ".")
	return chapter
}
