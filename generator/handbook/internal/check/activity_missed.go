package check

import (
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var activityMissed = Rule{
	Code: "activity-missed", Level: finding.Warning, Basis: "8.1", Late: true,
	Doc:      "what recurs was done when it was last due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Activity](h) {
			if a.Settled() || record.Written(&a.Ended) || !isReadable(a) {
				continue
			}
			for _, occurrence := range slices.Backward(a.Expected(h.Today.Day)) {
				if occurrence.State == record.Expected {
					continue
				}
				if occurrence.State == record.Missed {
					report(a, a.Source(), a.ID.Value+" was due on "+occurrence.Due.Format(time.DateOnly)+" and has not been done", "add [[activity.occurrence]] with done = the day on which it was done")
				}
				break // only the last one: of those before there is no more to do
			}
		}
	},
}

// isReadable reports whether all days on which the activity was done are known.
func isReadable(a *record.Activity) bool {
	if len(a.Occurrences.Rows) == 0 {
		return !record.Written(&a.Occurrences)
	}
	return !slices.ContainsFunc(a.Occurrences.Rows, func(o *record.ActivityOccurrence) bool { return !o.Done.IsSet() })
}
