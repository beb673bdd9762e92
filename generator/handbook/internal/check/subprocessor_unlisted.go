package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var subprocessorUnlisted = Rule{
	Code: "subprocessor-unlisted", Level: finding.Warning, Basis: "A.5.34",
	Doc:      "where customers see a list of subprocessors, it has all of them",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		suppliers := all[record.Supplier](h)
		if !slices.ContainsFunc(suppliers, func(s *record.Supplier) bool { return isSeenByAll(s) }) {
			return
		}
		for _, s := range suppliers {
			if s.Subprocessor.Value && s.Label != audience.Public && h.isLabelled(s) && !settled(s) {
				report(s, s.Subprocessor.At, s.ID.Value+" is a subprocessor, but the list for customers lacks it", "add: audience = \"public\", with what customers have to know")
			}
		}
	},
}
