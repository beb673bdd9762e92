package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var treatmentOverdue = Rule{
	Code: "treatment-overdue", Level: finding.Warning, Basis: "8.3",
	Doc: "the steps of treatment plans are done when they are due",
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			for _, action := range r.Actions.Rows {
				if !settled(r) && !action.Done.At.Known() && action.Due.Before(h.Today.Day) {
					report(r, action.Due.At, "“"+action.Title.Value+"” of "+r.ID.Value+" is overdue", "say when it was done, or agree on a new day")
				}
			}
		}
	},
}
