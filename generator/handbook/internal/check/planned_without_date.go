package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var plannedWithoutDate = Rule{
	Code: "planned-without-date", Level: finding.Warning, Basis: "6.1.3 e",
	Doc:      "a control that is not implemented in full says by when it will be",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			unfinished := c.Status.Value == record.PlannedControl || c.Status.Value == record.PartlyDone
			if c.Applicable.Value && unfinished && !record.Written(&c.TargetDate) {
				report(c, placeOf(&c.Status, c), c.ID.Value+" is not implemented in full, and nothing says by when it will be", "add: target-date = YYYY-MM-DD")
			}
		}
	},
}
