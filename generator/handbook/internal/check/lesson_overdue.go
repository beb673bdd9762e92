package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var lessonOverdue = Rule{
	Code: "lesson-overdue", Level: finding.Warning, Basis: "A.5.27", Late: true,
	Doc:      "what was learned from incidents is put into practice when it is due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("incident", "lesson") {
			report(task.Of, task.Due.At, step(task, "a lesson")+" of "+id(task.Of)+" is overdue", "say when it was done (done = YYYY-MM-DD), or agree on a new day")
		}
	},
}
