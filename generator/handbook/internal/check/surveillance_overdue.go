package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var surveillanceOverdue = Rule{
	Code: "surveillance-overdue", Level: finding.Warning, Basis: "practice", Late: true,
	Doc:      "the audits that keep a certificate in force take place in time",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("certificate", "surveillance") {
			report(task.Of, task.Due.At, "an audit that keeps "+id(task.Of)+" in force is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a day with the certification body")
		}
	},
}
