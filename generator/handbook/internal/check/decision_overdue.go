package check

import (
	"github.com/annex-isms/annex/generator/finding"
)

var decisionOverdue = Rule{
	Code: "decision-overdue", Level: finding.Warning, Basis: "9.3.3", Late: true,
	Doc: "decisions of management reviews are carried out when they are due",
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("review", "decision") {
			report(task.Of, task.Due.At, "a decision of "+id(task.Of)+" is overdue", "say when it was carried out (done = YYYY-MM-DD), or agree on a new day")
		}
	},
}
