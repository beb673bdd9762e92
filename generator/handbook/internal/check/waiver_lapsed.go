package check

import (
	"time"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var waiverLapsed = Rule{
	Code: "waiver-lapsed", Level: finding.Warning, Basis: "practice",
	Doc: "no waiver has lapsed: once its day is over, what it let stand is found again",
	Run: func(h *survey, report reporter) {
		for _, w := range all[record.Waiver](h) {
			if hasLapsed(w, h.Handbook) {
				report(w, w.Until.At, w.ID.Value+" has lapsed: "+w.Rule.Value+" holds for "+w.About.Value+" again",
					"remove the waiver, or decide anew and write until = a day after "+h.Today.Day.Format(time.DateOnly))
			}
		}
	},
}
