package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var actionOverdue = Rule{
	Code: "action-overdue", Level: finding.Warning, Basis: "10.2 c", Late: true,
	Doc:      "corrective actions are done, and their effect is looked at, when that is due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("nonconformity", "action") {
			report(task.Of, task.Due.At, step(task, "an action")+" of "+id(task.Of)+" is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a new day")
		}
		for _, task := range h.late("nonconformity", "effectiveness") {
			report(task.Of, task.Due.At, "whether the corrective action of "+id(task.Of)+" worked should be known by now", "give the result, or agree on a new day")
		}
	},
}
