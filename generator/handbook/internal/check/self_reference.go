package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var selfReference = Rule{
	Code: "self-reference", Level: finding.Warning, Basis: "practice",
	Doc: "an entry names others in its fields, not itself",
	Run: func(h *survey, report reporter) {
		for _, r := range h.Entries() {
			switch r.(type) {
			case *record.Role, *record.Item:
				continue // which have rules of their own for it
			}
			record.Walk(record.Fields(r), func(_ string, field record.Field) {
				referrer, ok := field.Value.(record.Referrer)
				if !ok || referrer.Target() != r.Head().Kind {
					return
				}
				for _, reference := range referrer.References() {
					if reference.ID == r.Head().ID.Value && reference.At.Known() {
						report(r, reference.At, reference.ID+" names itself in “"+field.Key+"”", "name another entry, or remove it")
					}
				}
			})
		}
	},
}
