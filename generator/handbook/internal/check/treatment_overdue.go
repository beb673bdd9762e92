package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var treatmentOverdue = Rule{
	Code: "treatment-overdue", Level: finding.Warning, Basis: "8.3", Late: true,
	Doc:      "the steps of treatment plans are done when they are due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("risk", "action") {
			report(task.Of, task.Due.At, step(task, "a step of the plan")+" of "+id(task.Of)+" is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a new day")
		}
	},
}
