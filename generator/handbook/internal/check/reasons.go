package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// backing returns the entries that give a control the reason, by what the
// registers link to it. A closed risk is history, and gives none.
func (h *survey) backing(c *record.Control, reason record.Reason) []record.Record {
	var backing []record.Record
	for _, link := range h.LinksTo(c) {
		if !settled(link.From) && slices.Contains(reasonsFrom(link.From), reason) && !slices.Contains(backing, link.From) {
			backing = append(backing, link.From)
		}
	}
	return backing
}

// reasonsFrom returns the reasons for a control that an entry gives by linking
// to it.
func reasonsFrom(r record.Record) []record.Reason {
	switch r := r.(type) {
	case *record.Risk:
		return []record.Reason{record.RiskReason}
	case *record.Requirement:
		return []record.Reason{record.ContractReason}
	case *record.Obligation:
		switch {
		case r.Type.Value.IsLaw():
			return []record.Reason{record.LawReason}
		case r.Type.IsSet():
			return []record.Reason{record.ContractReason}
		}
	}
	return nil
}
