package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var evidenceExpired = Rule{
	Code: "evidence-expired", Level: finding.Warning, Basis: "7.5.3", Late: true,
	Doc:      "evidence has not expired",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("evidence", "expires") {
			report(task.Of, task.Due.At, id(task.Of)+" has expired and no longer shows anything", "add newer evidence, and link it in place of this")
		}
	},
}
