package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var supplierAssessmentOverdue = Rule{
	Code: "supplier-assessment-overdue", Level: finding.Warning, Basis: "A.5.22", Late: true,
	Doc:      "suppliers are assessed when they are due",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("supplier", "next-assessment") {
			report(task.Of, task.Due.At, "the assessment of "+id(task.Of)+" is overdue", "add [[supplier.assessment]] with date and result, and write the next day")
		}
		for _, task := range h.late("supplier", "every") {
			report(task.Of, task.Due.At, "the assessment of "+id(task.Of)+" was due on "+day(task.Due), "add [[supplier.assessment]] with date and result")
		}
	},
}
