package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var controlReason = Rule{
	Code: "control-reason", Level: finding.Warning, Basis: "6.1.3 d",
	Doc:      "an applicable control says why it is included",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Applicable.Value && !record.Written(&c.Reasons) {
				report(c, c.Source(), c.ID.Value+" is applicable but names no reason", `add: reasons = ["risk"], or "law", "contract" or "business"`)
			}
		}
	},
}
