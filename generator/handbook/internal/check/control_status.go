package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var controlStatus = Rule{
	Code: "control-status", Basis: "6.1.3 d",
	Doc:      "an applicable control says how far it is implemented",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Applicable.Value && !record.Written(&c.Status) {
				report(c, c.Source(), c.ID.Value+" is applicable but says nothing of its implementation",
					"add: status = \"implemented\", \"partly\" or \"planned\"")
			}
		}
	},
}
