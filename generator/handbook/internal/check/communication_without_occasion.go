package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var communicationWithoutOccasion = Rule{
	Code: "communication-without-occasion", Level: finding.Warning, Basis: "7.4 b",
	Doc:      "it is known when something is communicated",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Communication](h) {
			if !record.Written(&c.Occasion) && !record.Written(&c.Every) {
				report(c, c.Source(), c.ID.Value+" does not say when it is communicated", `add: occasion = "…" or every = "3 months"`)
			}
		}
	},
}
