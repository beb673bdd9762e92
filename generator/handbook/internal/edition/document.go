package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// wordsPerMinute is how fast people read prose on a screen, rounded down.
const wordsPerMinute = 200

// documentEntry makes the page of a document: its type instead of its kind, how
// long it takes to read, and the panel that controls it.
func documentEntry(p *projector, r record.Record, e *view.Entry) {
	d := r.(*record.Document)
	if d.Type.IsSet() {
		e.Label = p.cells(r, fieldOf(r, "type"))[0].Text
	}
	for _, keyword := range d.Keywords.Items {
		e.Terms = append(e.Terms, keyword.Value)
	}
	if d.Version.IsSet() {
		e.Meta = append(e.Meta, textCell(p.say("document.version", "version", d.Version.Value)))
	}
	if d.Body.Parsed != nil {
		e.Meta = append(e.Meta, textCell(p.say("document.minutes", "count", max(1, e.Body.Words()/wordsPerMinute))))
	}
	for i := range e.Panels {
		e.Panels[i].Title = p.say("document.control")
		e.Panels[i].Status = e.Status
		e.Panels[i].Facts = append(e.Panels[i].Facts, view.Fact{
			Key: "document.audience", Label: p.say("entry.audience"), Cells: []view.Cell{textCell(p.audience(r))},
		})
	}
}

// audience names who may read an entry.
func (p *projector) audience(r record.Record) string {
	return p.say("audience." + r.Head().Label.String())
}

// documentList groups the documents by their type.
func documentList(p *projector, l *view.List) {
	types := record.DocumentType("").Options()
	var keys []string
	for _, option := range types {
		keys = append(keys, option.Word)
	}
	l.Groups = groupBy(l.Groups[0].Rows, keys, p.documentType, func(key string, rows []view.Row) view.Group {
		return view.Group{ID: key, Title: p.say("document.type." + key), Note: p.say("list.count", "count", len(rows))}
	})
}

func (p *projector) documentType(row view.Row) string {
	r, _ := p.Find(row.Anchor)
	return string(r.(*record.Document).Type.Value)
}
