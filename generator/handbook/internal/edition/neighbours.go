package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// near returns the entries of a kind that are tied to r by a reference, whichever
// side wrote it down: in the order of the entries, with those that refer to r
// where r itself would stand.
func (p *projector) near(r record.Record, kind string) []record.Record {
	key := tiedTo{r, kind}
	if known, found := p.tied.Load(key); found {
		return known.([]record.Record)
	}
	found := p.findNear(r, kind)
	p.tied.Store(key, found)
	return found
}

// tiedTo names the entries of a kind that are tied to another.
type tiedTo struct {
	of   record.Record
	kind string
}

func (p *projector) findNear(r record.Record, kind string) []record.Record {
	wanted := record.KindNamed(kind)
	var tied []record.Record
	for _, to := range p.ReferredBy(r) {
		if to.Head().Kind == wanted {
			tied = append(tied, to)
		}
	}
	slices.SortStableFunc(tied, p.Compare)
	after, _ := slices.BinarySearchFunc(tied, r, p.Compare)
	var referring []record.Record
	for _, link := range p.LinksTo(r) {
		if link.From.Head().Kind == wanted {
			referring = append(referring, link.From)
		}
	}
	return unique(slices.Insert(tied, after, referring...))
}

// unique returns the entries, each where it stands first.
func unique(entries []record.Record) []record.Record {
	if len(entries) < 2 {
		return entries
	}
	seen := make(map[record.Record]bool, len(entries))
	return slices.DeleteFunc(entries, func(r record.Record) bool {
		again := seen[r]
		seen[r] = true
		return again
	})
}
