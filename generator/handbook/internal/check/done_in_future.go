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
		for _, r := range h.Entries() {
			ahead := mayLieAhead(r)
			eachRow(r, func(fields []record.Field) {
				for _, field := range fields {
					date, ok := field.Value.(*record.Date)
					if ok && date.After(h.Today.Day) && slices.Contains(happened, field.Key) && !slices.Contains(ahead, date) {
						report(r, date.At, "“"+field.Key+"” of "+id(r)+" lies in the future", "write the day on which it happened, once it has")
					}
				}
			})
		}
	},
}

// happened are the keys of days on which something has happened.
var happened = []string{"date", "done", "approved", "identified", "assessed", "reviewed", "detected", "contained", "closed", "verified"}

// mayLieAhead returns days of the entry that bear such a key and may be still to
// come, or that another rule is about.
func mayLieAhead(r record.Record) []*record.Date {
	switch r := r.(type) {
	case *record.ManagementReview:
		return []*record.Date{&r.Date}
	case *record.Nonconformity:
		if check := r.Effectiveness.Row; check != nil && (!check.Result.IsSet() || check.Result.Value == record.NonconformityUndecided) {
			return []*record.Date{&check.Date}
		}
	case *record.Update: // see update-ahead
		return []*record.Date{&r.Date}
	case *record.Document: // see approved-before-version
		var changes []*record.Date
		for _, change := range r.Changes.Rows {
			changes = append(changes, &change.Date)
		}
		return changes
	case *record.Framework: // ships with Annex, as mappings do
		return []*record.Date{&r.Date}
	case *record.Mapping:
		return []*record.Date{&r.Date}
	}
	return nil
}
