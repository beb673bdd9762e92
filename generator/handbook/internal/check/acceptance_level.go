package check

import (
	"fmt"
	"github.com/annex-isms/annex/generator/audience"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var acceptanceLevel = Rule{
	Code: "acceptance-level", Basis: "6.1.3 f",
	Doc:      "what was accepted is the residual risk as it is now",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			a := r.Acceptance.Row
			if a != nil && a.Level.IsSet() && h.riskLevel(r.Current.Row) > a.Level.Value {
				report(r, a.Level.At, fmt.Sprintf("level %d was accepted, but %s now stands at %d", a.Level.Value, r.ID.Value, r.Current.Row.Level()),
					"let the owner decide again")
			}
		}
	},
}
