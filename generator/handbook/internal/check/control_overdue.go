package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var controlOverdue = Rule{
	Code: "control-overdue", Level: finding.Warning, Basis: "6.1.3 e, 8.3", Late: true,
	Doc:      "a control is implemented by its target date",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("control", "target-date") {
			report(task.Of, task.Due.At, id(task.Of)+" should have been implemented by now", "write status = \"implemented\" once it is, or agree on a new target-date")
		}
	},
}
