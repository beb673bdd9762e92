package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var changeOverdue = Rule{
	Code: "change-overdue", Level: finding.Warning, Basis: "6.3", Late: true,
	Doc:      "changes to the ISMS are made when they are planned",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("change", "planned-for") {
			report(task.Of, task.Due.At, id(task.Of)+" should have been made by now", `write status = "done" and done = YYYY-MM-DD, or plan it for another day`)
		}
	},
}
