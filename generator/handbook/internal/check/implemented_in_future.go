package check

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var implementedInFuture = Rule{
	Code: "implemented-in-future", Level: finding.Warning, Basis: "6.1.3 d",
	Doc:      "a control has been implemented since a day that is past",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Implemented.After(h.Today.Day) {
				report(c, c.Implemented.At, c.ID.Value+" will be implemented only on "+day(c.Implemented),
					"until then write: status = \"planned\" and target-date = "+c.Implemented.Day.Format(time.DateOnly))
			}
		}
	},
}

// day writes a date as authors do.
func day(d record.Date) string { return d.Day.Format(time.DateOnly) }
