package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var linkNotShown = Rule{
	Code: "link-not-shown", Level: finding.Note, Basis: "practice",
	Doc: "a text links to entries that its readers may read as well; elsewhere the link becomes words",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range h.Entries() {
			record.Walk(r.Fields(), func(_ string, field record.Field) {
				for _, text := range record.TextsOf(field.Value) {
					if text.Parsed == nil {
						continue
					}
					readers := audience.Narrowest(r.Head().Label, field.Audience)
					for _, link := range text.Parsed.Links() {
						to, found := h.Target(text, link)
						if !found || !text.At.Known() || !isLabelled(h, r) || !isLabelled(h, to) {
							continue
						}
						label := audience.Narrowest(readers, markdown.LabelAt(text.Source, link.Start))
						if label > to.Head().Label && label > audience.Auditor {
							report(text.Place(link.Start, link.End),
								"“"+to.Head().ID.Value+"” is for a narrower audience ("+to.Head().Label.String()+") than this text ("+label.String()+")",
								"where the reader may not see it, the link becomes “"+plainLink(link, to)+"”")
						}
					}
				}
			})
		}
	},
}

// isLabelled reports whether it is known who may read the entry: an audience
// that cannot be read is a fault of its own.
func isLabelled(h *record.Handbook, r record.Record) bool {
	head := r.Head()
	if head.Audience.At.Known() {
		return head.Audience.IsSet()
	}
	if defaults := h.Config.Audience.Row; defaults != nil {
		for _, field := range defaults.Fields() {
			if field.Key == head.Kind.Name && field.Value.Span().Known() {
				return field.Value.IsSet()
			}
		}
	}
	return true
}

func plainLink(link markdown.Link, to record.Record) string {
	if link.Text != "" {
		return link.Text
	}
	return to.Head().Kind.Article
}
