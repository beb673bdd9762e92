package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var doneInFuture = Rule{
	Code: "done-in-future", Level: finding.Warning, Basis: "7.5.3",
	Doc:      "what is said to have happened lies in the past",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		happened := []string{"done", "approved", "identified", "assessed", "reviewed", "detected", "contained", "closed", "verified"}
		for _, r := range h.Entries() {
			eachRow(r, func(fields []record.Field) {
				for _, field := range fields {
					if date, ok := field.Value.(*record.Date); ok && date.After(h.Today.Day) && slices.Contains(happened, field.Key) {
						report(r, date.At, "“"+field.Key+"” of "+id(r)+" lies in the future", "write the day on which it happened, once it has")
					}
				}
			})
		}
	},
}
