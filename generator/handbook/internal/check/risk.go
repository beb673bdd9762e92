package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var currentAboveInherent = Rule{
	Code: "current-above-inherent", Basis: "6.1.2 d",
	Doc: "controls do not make a risk worse: its current level is at most the inherent one",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range record.All[record.Risk](h) {
			if inherent, current := levelOf(h, r.Inherent.Row), levelOf(h, r.Current.Row); inherent > 0 && current > inherent {
				report(r.Current.At, fmt.Sprintf("the current level %d of %s is higher than the inherent level %d", current, r.ID.Value, inherent),
					"score the risk again: inherent means without any controls")
			}
		}
	},
}

var acceptanceByOwner = Rule{
	Code: "acceptance-by-owner", Basis: "6.1.3 f",
	Doc: "a residual risk is accepted by its owner",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range record.All[record.Risk](h) {
			a := r.Acceptance.Row
			if a != nil && a.By.In(h) != nil && r.Owner.In(h) != nil && a.By.ID != r.Owner.ID {
				report(a.By.At, fmt.Sprintf("%s is owned by %s but accepted by %s", r.ID.Value, r.Owner.ID, a.By.ID),
					"the owner accepts; others who agreed stand in also-by")
			}
		}
	},
}

var acceptanceLevel = Rule{
	Code: "acceptance-level", Basis: "6.1.3 f",
	Doc: "what was accepted is the residual risk as it is now",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range record.All[record.Risk](h) {
			a := r.Acceptance.Row
			if a != nil && a.Level.IsSet() && levelOf(h, r.Current.Row) > a.Level.Value {
				report(a.Level.At, fmt.Sprintf("level %d was accepted, but %s now stands at %d", a.Level.Value, r.ID.Value, r.Current.Row.Level()),
					"let the owner decide again")
			}
		}
	},
}

var acceptanceEnded = Rule{
	Code: "acceptance-ended", Level: finding.Warning, Basis: "6.1.3 f",
	Doc: "the acceptance of an open risk has not ended",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range record.All[record.Risk](h) {
			if a := r.Acceptance.Row; a != nil && !settled(r) && a.Until.Before(h.Today.Day) {
				report(a.Until.At, "the acceptance of "+r.ID.Value+" has ended", "let the owner decide again, or treat the risk")
			}
		}
	},
}

var treatmentOverdue = Rule{
	Code: "treatment-overdue", Level: finding.Warning, Basis: "8.3",
	Doc: "the steps of treatment plans are done when they are due",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range record.All[record.Risk](h) {
			for _, action := range r.Actions.Rows {
				if !settled(r) && !action.Done.At.Known() && action.Due.Before(h.Today.Day) {
					report(action.Due.At, "“"+action.Title.Value+"” of "+r.ID.Value+" is overdue", "say when it was done, or agree on a new day")
				}
			}
		}
	},
}
