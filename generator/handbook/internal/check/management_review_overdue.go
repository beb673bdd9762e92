package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var managementReviewOverdue = Rule{
	Code: "management-review-overdue", Level: finding.Warning, Basis: "9.3.1", Late: true,
	Doc:   "management reviews take place when they are planned",
	Seeks: []string{"review"},
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("review", "next") {
			if !h.wasHeldSince(task) {
				report(task.Of, task.Due.At, "the management review after "+id(task.Of)+" is overdue", "add [[review]] for it, or plan it for another day")
			}
		}
	},
}

// wasHeldSince reports whether a management review took place after the one that
// the task is about.
func (h *survey) wasHeldSince(task record.Task) bool {
	before := task.Of.(*record.ManagementReview).Date
	for _, m := range all[record.ManagementReview](h) {
		if before.IsSet() && m.Date.After(before.Day) && !m.Date.After(h.Today.Day) {
			return true
		}
	}
	return false
}
