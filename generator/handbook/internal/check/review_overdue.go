package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewOverdue = Rule{
	Code: "review-overdue", Level: finding.Warning, Basis: "7.5.2",
	Doc: "what has a next review is reviewed by then",
	Run: func(h *survey, report reporter) {
		for _, r := range h.Entries() {
			if settled(r) {
				continue
			}
			for _, field := range r.Fields() {
				if date, ok := field.Value.(*record.Date); ok && field.Due && date.Before(h.Today.Day) {
					report(r, date.At, "“"+field.Key+"” of "+r.Head().ID.Value+" has passed", "review the entry and set a new day")
				}
			}
		}
	},
}
