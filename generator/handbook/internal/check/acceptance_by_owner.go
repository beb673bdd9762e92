package check

import (
	"fmt"
	"github.com/annex-isms/annex/generator/audience"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var acceptanceByOwner = Rule{
	Code: "acceptance-by-owner", Basis: "6.1.3 f",
	Doc:      "a residual risk is accepted by its owner",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			a := r.Acceptance.Row
			if a != nil && a.By.In(h.Handbook) != nil && r.Owner.In(h.Handbook) != nil && a.By.ID != r.Owner.ID {
				report(r, a.By.At, fmt.Sprintf("%s is owned by %s but accepted by %s", r.ID.Value, r.Owner.ID, a.By.ID),
					"the owner accepts; others who agreed stand in also-by", a.By.In(h.Handbook))
			}
		}
	},
}
