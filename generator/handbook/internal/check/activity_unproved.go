package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var activityUnproved = Rule{
	Code: "activity-unproved", Level: finding.Note, Basis: "8.1",
	Doc:   "of what recurs, the last time that it was done is shown by evidence",
	Seeks: []string{"evidence"},
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Activity](h) {
			var last *record.ActivityOccurrence
			for _, o := range a.Occurrences.Rows {
				if last == nil || !o.Done.Before(last.Done.Day) {
					last = o
				}
			}
			if last != nil && !a.Settled() && !record.Written(&last.Evidence) && !h.isReferredTo(a, "evidence") {
				report(a, placeOf(&last.Done, a), "nothing shows that "+a.ID.Value+" was done on "+day(last.Done), `add to that occurrence: evidence = "EV-…"`)
			}
		}
	},
}
