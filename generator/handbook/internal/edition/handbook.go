package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Handbook returns what the staff or the auditor edition shows.
func Handbook(part *Part, w *words.Catalogue) (view.Handbook, view.Entries) {
	return Open(part, w).Whole()
}

// whole returns all that the edition shows but its entries.
func (p *projector) whole() view.Handbook {
	h := p.frame()
	h.Home, h.Synonyms, h.Lists = p.home(), p.synonyms(), p.lists()
	h.Pages = p.answers()
	h.Charts = p.chartsNamed(record.ChartNames)
	return h
}

// frame returns what every page shows of the edition, but for where it leads.
func (p *projector) frame() view.Handbook {
	return view.Handbook{
		Edition:      p.Edition.String(),
		Language:     p.language(),
		Organization: p.organization(),
		AsOf:         p.date(p.Today.Day),
		Fixed:        p.Today.Fixed,
	}
}

// lists returns the pages that list the entries of a kind.
func (p *projector) lists() []view.List {
	kinds := listedKinds()
	lists := make([]view.List, len(kinds))
	parallel.Each(len(kinds), func(i int) { lists[i] = p.list(kinds[i]) })
	return lists
}

// listedKinds returns the kinds that have a list of their own.
func listedKinds() []*record.Kind {
	var kinds []*record.Kind
	for _, kind := range record.Kinds {
		if kind.Within == nil {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// entries returns the pages of all entries, kind by kind.
func (p *projector) entries() view.Entries {
	type position struct {
		among []record.Record
		i     int
	}
	var paths []string
	var positions []position
	for _, kind := range record.Kinds {
		records := p.inOrder(kind)
		for i, r := range records {
			paths, positions = append(paths, r.Head().Path()), append(positions, position{records, i})
		}
	}
	at := func(i int) view.Entry { return p.entryAmong(positions[i].among, positions[i].i) }
	return view.Entries{Paths: paths, At: at, Files: p.embedded}
}

// inOrder returns the entries of a kind as readers go through them.
func (p *projector) inOrder(kind *record.Kind) []record.Record {
	if kind.Within != nil {
		return itemsInOrder(p.crosswalks())
	}
	return p.Of(kind)
}

// entryAmong returns the page of one of the records, with its neighbours.
func (p *projector) entryAmong(records []record.Record, i int) view.Entry {
	r := records[i]
	e := p.entry(r)
	if i > 0 && areListedTogether(records[i-1], r) {
		e.Before = p.entryCell(records[i-1])
	}
	if i+1 < len(records) && areListedTogether(r, records[i+1]) {
		e.After = p.entryCell(records[i+1])
	}
	return e
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
