package edition

import (
	"slices"
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

// clauseList groups the clauses by chapter. The chapters themselves are the
// groups, not rows.
func clauseList(p *projector, l *view.List) {
	var chapters []string
	for _, clause := range record.All[record.Clause](p.Handbook) {
		if clause.Parent.ID == "" {
			chapters = append(chapters, clause.ID.Value)
		}
	}
	rows := slices.DeleteFunc(l.Groups[0].Rows, func(row view.Row) bool { return slices.Contains(chapters, row.Anchor) })
	l.Total = len(rows)
	l.Groups = groupBy(rows, chapters, chapterOf, func(key string, rows []view.Row) view.Group {
		chapter, _ := p.Find(key)
		return view.Group{
			ID: key, Path: chapter.Head().Path(),
			Title: p.say("clause.chapter", "number", key, "title", p.title(chapter)),
		}
	})
}

func chapterOf(row view.Row) string {
	chapter, _, _ := strings.Cut(row.Anchor, ".")
	return chapter
}
