package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewOverdue = Rule{
	Code: "review-overdue", Level: finding.Warning, Basis: "7.5.2, 8.2", Late: true,
	Doc:      "what has to be looked at again is looked at by its day",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, kind := range record.Kinds {
			for _, key := range []string{"next-review", "review", "next-check"} {
				for _, task := range h.late(kind.Name, key) {
					report(task.Of, task.Due.At, "the review of "+id(task.Of)+" is overdue", "look at it again, and write "+key+" = the day of the next review")
				}
			}
		}
	},
}
