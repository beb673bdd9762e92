package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// neighbours says which entries are tied to which, whichever side wrote it down.
type neighbours map[record.Record]map[*record.Kind][]record.Record

// findNeighbours returns what every entry of the handbook is tied to by a
// reference, in the order of the entries.
func findNeighbours(h *record.Handbook) neighbours {
	n := neighbours{}
	for _, to := range h.Entries() {
		for _, link := range h.LinksTo(to) {
			n.add(to, link.From)
			n.add(link.From, to)
		}
	}
	return n
}

func (n neighbours) add(of, entry record.Record) {
	if n[of] == nil {
		n[of] = map[*record.Kind][]record.Record{}
	}
	kind := entry.Head().Kind
	if !slices.Contains(n[of][kind], entry) {
		n[of][kind] = append(n[of][kind], entry)
	}
}

// near returns the entries of a kind that are tied to r.
func (p *projector) near(r record.Record, kind string) []record.Record {
	return p.neighbours()[r][record.KindNamed(kind)]
}
