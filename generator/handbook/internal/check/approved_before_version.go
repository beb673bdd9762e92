package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var approvedBeforeVersion = Rule{
	Code: "approved-before-version", Basis: "7.5.2 c",
	Doc:      "what was approved is the version that is in force, not an older one",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			for _, change := range d.Changes.Rows {
				if change.Version.IsSet() && change.Version.Value == d.Version.Value && change.Date.IsSet() && d.Approved.Before(change.Date.Day) {
					report(d, d.Approved.At, "version "+d.Version.Value+" of "+d.ID.Value+" is of "+day(change.Date)+", but what was approved on "+day(d.Approved)+" came before it",
						"have the version approved, and write that day")
				}
			}
		}
	},
}
