package check

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// link is a link in a text that an author wrote.
type link struct {
	markdown.Link
	from  record.Record       // nil where annex.toml holds the text
	field *record.Declaration // of the one that holds the text
	text  *record.Text
}

// place returns where the link is written.
func (l link) place() source.Span { return l.text.Place(l.Start, l.End) }

// eachLink visits the links of every text.
func (h *survey) eachLink(visit func(link)) {
	if h.links == nil {
		h.links = h.findLinks()
	}
	for _, l := range h.links {
		visit(l)
	}
}

func (h *survey) findLinks() []link {
	links := []link{}
	for _, r := range h.Entries() {
		links = append(links, linksIn(r, record.Fields(r))...)
	}
	return links
}

// linksIn returns the links of the texts that the fields hold.
func linksIn(from record.Record, fields []record.Field) []link {
	var links []link
	record.Walk(fields, func(_ string, field record.Field) {
		for _, text := range record.TextsOf(field.Value) {
			if text.Parsed == nil || !text.At.Known() {
				continue
			}
			for _, l := range text.Parsed.Links() {
				links = append(links, link{l, from, field.Declaration, text})
			}
		}
	})
	return links
}
