package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var managementReviewUnplanned = Rule{
	Code: "management-review-unplanned", Level: finding.Warning, Basis: "9.3.1",
	Doc:   "the last management review says when the next one takes place",
	Seeks: []string{"review"},
	Run: func(h *survey, report reporter) {
		var last *record.ManagementReview
		for _, m := range all[record.ManagementReview](h) {
			if last == nil || m.Date.After(last.Date.Day) {
				last = m
			}
		}
		if last != nil && !last.Date.After(h.Today.Day) && !record.Written(&last.Next) {
			report(last, placeOf(&last.Date, last), "nobody knows when the management review after "+last.ID.Value+" takes place", "add: next = YYYY-MM-DD")
		}
	},
}
