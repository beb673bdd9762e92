package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var excludedImplemented = Rule{
	Code: "excluded-implemented", Basis: "6.1.3 d",
	Doc:      "a control that is excluded is not implemented, nor planned",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Excluded() && c.Status.IsSet() {
				report(c, c.Status.At, c.ID.Value+" is excluded, and yet its status is “"+string(c.Status.Value)+"”", "remove the status, or write: applicable = true")
			}
		}
	},
}
