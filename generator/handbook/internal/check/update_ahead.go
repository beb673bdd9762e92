package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var updateAhead = Rule{
	Code: "update-ahead", Level: finding.Warning, Basis: "practice",
	Doc:      "an update is told on its day, not before",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, u := range all[record.Update](h) {
			if isSeenByAll(u) && u.Date.After(h.Today.Day) {
				report(u, u.Date.At, u.ID.Value+" is dated ahead, but the public sees it already", "publish it on that day; when something takes effect stands in “effective”")
			}
		}
	},
}
