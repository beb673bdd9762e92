package check

import (
	"time"

	"github.com/annex-isms/annex/generator/finding"
)

var fixedDate = Rule{
	Code: "fixed-date", Level: finding.Warning, Basis: "practice",
	Doc: "“today” is not fixed in annex.toml, or nothing would ever become due",
	Run: func(h *survey, report reporter) {
		if h.Today.Fixed {
			report(nil, h.Config.Date.At, "today is fixed at "+h.Today.Day.Format(time.DateOnly)+": nothing becomes due or overdue by itself",
				"remove the line once you have made the sample your own")
		}
	},
}
