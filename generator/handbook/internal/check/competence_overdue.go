package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var competenceOverdue = Rule{
	Code: "competence-overdue", Level: finding.Warning, Basis: "7.2 c", Late: true,
	Doc:      "steps to acquire competence are done when they are due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("competence", "action") {
			report(task.Of, task.Due.At, step(task, "a step")+" of "+id(task.Of)+" is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a new day")
		}
	},
}
