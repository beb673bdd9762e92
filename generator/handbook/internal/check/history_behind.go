package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var historyBehind = Rule{
	Code: "history-behind", Level: finding.Warning, Basis: "8.2",
	Doc:      "the newest assessment in the history of a risk is its current one",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			newest, current := newestAssessment(r), h.riskLevel(r.Current.Row)
			if newest == nil || current == 0 || newest.Likelihood.Value == r.Current.Row.Likelihood.Value && newest.Impact.Value == r.Current.Row.Impact.Value {
				continue
			}
			report(r, r.Current.At, fmt.Sprintf("%s stands at %d, but its history ends with %d", r.ID.Value, current, newest.Level()),
				"add [[risk.history]] with the date, the score and what changed")
		}
	},
}

// newestAssessment returns the last scoring in the risk's history, nil where it
// has none that can be read.
func newestAssessment(r *record.Risk) *record.Assessment {
	var newest *record.Assessment
	for _, a := range r.History.Rows {
		if !a.Date.IsSet() || !a.Likelihood.IsSet() || !a.Impact.IsSet() {
			return nil
		}
		if newest == nil || !a.Date.Before(newest.Date.Day) {
			newest = a
		}
	}
	return newest
}
