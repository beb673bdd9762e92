package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var linkNotShown = Rule{
	Code: "link-not-shown", Level: finding.Note, Basis: "practice",
	Doc:      "a text links to entries that its readers may read as well; elsewhere the link becomes words",
	Audience: audience.Withheld, // editions hold no blocks by which to tell
	Run: func(h *survey, report reporter) {
		var text *record.Text
		var labels markdown.Labels
		h.eachLink(func(l link) {
			if l.text != text {
				text, labels = l.text, markdown.LabelsOf(l.text.Source)
			}
			to, found := h.Target(l.text, l.Link)
			if !found || !h.isLabelled(l.from) || !h.isLabelled(to) {
				return
			}
			readers := audience.Narrowest(l.from.Head().Label, l.field.Audience, labels.At(l.Start))
			if readers > to.Head().Label && readers > audience.Auditor {
				report(l.from, l.place(),
					"“"+to.Head().ID.Value+"” is for a narrower audience ("+to.Head().Label.String()+") than this text ("+readers.String()+")",
					"where the reader may not see it, the link becomes “"+plainLink(l.Link, to)+"”", to)
			}
		})
	},
}

// isLabelled reports whether it is known who may read the entry: an audience
// that cannot be read is a fault of its own.
func (h *survey) isLabelled(r record.Record) bool {
	head := r.Head()
	if head.Audience.At.Known() {
		return head.Audience.IsSet()
	}
	if h.unlabelled == nil {
		h.unlabelled = unlabelledKinds(h.Config)
	}
	return !h.unlabelled[head.Kind.Name]
}

// unlabelledKinds returns the kinds whose default audience could not be read.
func unlabelledKinds(config *record.Config) map[string]bool {
	kinds := map[string]bool{}
	if defaults := config.Audience.Row; defaults != nil {
		for _, field := range record.Fields(defaults) {
			if field.Value.Span().Known() && !field.Value.IsSet() {
				kinds[field.Key] = true
			}
		}
	}
	return kinds
}

func plainLink(link markdown.Link, to record.Record) string {
	if link.Text != "" {
		return link.Text
	}
	return to.Head().Kind.Article
}
