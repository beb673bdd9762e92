package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var auditOverdue = Rule{
	Code: "audit-overdue", Level: finding.Warning, Basis: "9.2.1", Late: true,
	Doc:      "audits take place when they are planned",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("audit", "planned-for") {
			report(task.Of, task.Due.At, id(task.Of)+" should have taken place by now", `write status = "done" with from and to, or plan it for another day`)
		}
	},
}
