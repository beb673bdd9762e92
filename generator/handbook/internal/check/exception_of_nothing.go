package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var exceptionOfNothing = Rule{
	Code: "exception-of-nothing", Level: finding.Warning, Basis: "practice",
	Doc: "an exception names the rule that it departs from",
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Exception](h) {
			if !e.Settled() && !record.Written(&e.Document) && !record.Written(&e.Control) {
				report(e, e.Source(), e.ID.Value+" does not say what it is an exception to", `add: document = "…" or control = "A.…"`)
			}
		}
	},
}
