package render

import (
	"slices"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/search"
)

// trustDocuments returns what can be found in the trust edition: every entry that
// has a page.
func trustDocuments(t view.Trust, w *words.Catalogue) []search.Document {
	var all []search.Document
	add := func(kind, plural, label string, d search.Document) {
		d.Kind, d.Label = kindOf(kind, plural), label
		all = append(all, d)
	}
	for _, d := range t.Documents {
		add("document", w.Say("trust.documents"), d.Type, search.Document{ID: d.ID, Title: d.Title, Path: d.Path, Lead: d.Plain, Passages: passages(d.Body)})
	}
	for _, theme := range t.Themes {
		for _, c := range theme.Controls {
			add("control", w.Say("trust.controls"), w.Say("search.control"), search.Document{
				ID: c.ID, Title: c.Title, Path: c.Path, Lead: c.Headline, Passages: passages(c.Text),
			})
		}
	}
	for _, topic := range t.Topics {
		for _, q := range topic.Questions {
			add("question", w.Say("trust.questions"), q.Topic, search.Document{
				ID: q.ID, Title: q.Question, Path: q.Path, Lead: q.Brief, Passages: passages(q.Answer), Mentions: slices.Concat(idsOf(q.Controls), idsOf(q.Documents)),
			})
		}
	}
	for _, s := range slices.Concat(t.Subprocessors.Current, t.Subprocessors.Former) {
		add("supplier", w.Say("trust.subprocessors"), w.Say("trust.subprocessor"), search.Document{
			ID: s.ID, Title: s.Name, Path: s.Path, Lead: s.Plain, Passages: []search.Passage{{Text: s.Data + ". " + s.Place}}, Status: badgeStatus(s.Badge),
		})
	}
	for _, u := range t.Updates {
		add("update", w.Say("trust.updates"), u.Label, search.Document{ID: u.ID, Title: u.Title, Path: u.Path, Passages: passages(u.Text), Mentions: idsOf(u.About)})
	}
	for _, h := range t.Handouts {
		add("handout", w.Say("trust.documents"), w.Say("trust.document"), search.Document{ID: h.ID, Title: h.Title, Path: h.Path, Lead: h.Plain, Status: badgeStatus(h.Badge)})
	}
	for _, c := range t.Certificates {
		add("certificate", w.Say("trust.frameworks"), w.Say("trust.certificate"), search.Document{
			ID: c.ID, Title: c.Title, Path: c.Path, Passages: passages(c.Scope), Status: badgeStatus(c.Badge),
		})
	}
	for _, f := range t.Frameworks {
		add("framework", w.Say("trust.frameworks"), w.Say("trust.framework"), search.Document{ID: f.ID, Shown: f.Name, Title: f.Name, Path: f.Path, Lead: f.Title, Passages: passages(f.Text)})
	}
	for _, s := range t.Scopes {
		add("scope", w.Say("trust.frameworks"), w.Say("trust.scope-title"), search.Document{ID: s.ID, Title: s.Title, Path: s.Path, Lead: s.Plain})
	}
	return all
}

func idsOf(references []view.TrustReference) []string {
	var ids []string
	for _, reference := range references {
		ids = append(ids, reference.ID)
	}
	return ids
}

func badgeStatus(b view.TrustBadge) search.Status {
	return search.Status{Word: search.Word{Word: b.Text, Label: b.Text}, Text: b.Text, Tone: b.Tone}
}
