package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var objectiveOverdue = Rule{
	Code: "objective-overdue", Level: finding.Warning, Basis: "6.2 k", Late: true,
	Doc:      "an objective is reached by its target date",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("objective", "target-date") {
			report(task.Of, task.Due.At, id(task.Of)+" should have been reached by now", `write status = "met" or "missed", or agree on a new target-date`)
		}
	},
}
