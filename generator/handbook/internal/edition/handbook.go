package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Handbook returns what the staff or the auditor edition shows.
func Handbook(part *Part, w *words.Catalogue) view.Handbook {
	p := newProjector(part, w)
	p.findings = findingsOf(part)
	h := view.Handbook{
		Edition:      part.Edition.String(),
		Language:     part.language(),
		Organization: p.organization(),
		AsOf:         p.date(part.Today.Day),
		Fixed:        part.Today.Fixed,
		Home:         p.home(),
		Synonyms:     p.synonyms(),
	}
	lists := make([]view.List, len(record.Kinds))
	parallel.Each(len(lists), func(i int) {
		if record.Kinds[i].Within == nil {
			lists[i] = p.list(record.Kinds[i])
		}
	})
	for i, kind := range record.Kinds {
		if kind.Within == nil {
			h.Lists = append(h.Lists, lists[i])
		}
		h.Entries = append(h.Entries, p.entriesOf(kind)...)
	}
	h.Pages = p.answers()
	h.Files = p.embedded()
	return h
}

// entriesOf returns the pages of a kind's entries, each with its neighbours.
func (p *projector) entriesOf(kind *record.Kind) []view.Entry {
	records := p.Of(kind)
	if kind.Within != nil {
		records = itemsInOrder(p.crosswalks())
	}
	entries := make([]view.Entry, len(records))
	parallel.Each(len(records), func(i int) {
		r := records[i]
		entries[i] = p.entry(r)
		if i > 0 && areListedTogether(records[i-1], r) {
			entries[i].Before = p.entryCell(records[i-1])
		}
		if i+1 < len(records) && areListedTogether(r, records[i+1]) {
			entries[i].After = p.entryCell(records[i+1])
		}
	})
	return entries
}

// areListedTogether reports whether two entries stand in the same list.
func areListedTogether(a, b record.Record) bool { return a.Head().Namespace() == b.Head().Namespace() }

func (p *projector) organization() view.Organization {
	o := p.Config.Organization.Row
	organization := view.Organization{Name: o.Name.Value, LegalName: o.LegalName.Value, Title: o.HandbookTitle.Value, Ask: o.Ask.Value, Brand: p.brand()}
	if organization.LegalName == "" {
		organization.LegalName = o.Name.Value
	}
	if organization.Title == "" {
		organization.Title = p.say("handbook.title")
	}
	return organization
}

func (part *Part) language() string {
	if part.Config.Language.IsSet() {
		return part.Config.Language.Value
	}
	return "en"
}
