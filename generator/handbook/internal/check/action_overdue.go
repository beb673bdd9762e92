package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var actionOverdue = Rule{
	Code: "action-overdue", Level: finding.Warning, Basis: "10.2 c",
	Doc:      "corrective actions are done when they are due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("nonconformity", "action") {
			report(task.Of, task.Due.At, step(task, "an action")+" of "+id(task.Of)+" is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a new day")
		}
	},
}
