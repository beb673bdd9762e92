package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var findingOverdue = Rule{
	Code: "finding-overdue", Level: finding.Warning, Basis: "9.2.2, 10.2", Late: true,
	Doc:      "what audits found is dealt with when it is due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("finding", "due") {
			report(task.Of, task.Due.At, id(task.Of)+" should have been dealt with by now", `write status = "closed" and closed = YYYY-MM-DD, or agree on a new day`)
		}
	},
}
