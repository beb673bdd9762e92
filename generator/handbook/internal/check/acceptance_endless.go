package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var acceptanceEndless = Rule{
	Code: "acceptance-endless", Level: finding.Warning, Basis: "6.1.3 f",
	Doc:      "a risk at or above the acceptance level is accepted until a day",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			a := r.Acceptance.Row
			if a != nil && r.Status.Value == record.RiskOpen && h.Config.Criteria().Above(h.riskLevel(r.Current.Row)) && !record.Written(&a.Until) {
				report(r, placeOf(&a.By, r), r.ID.Value+" is accepted above the acceptance level without an end", "add to its acceptance: until = YYYY-MM-DD")
			}
		}
	},
}

// placeOf returns where the value is written, or else where the entry's ID is.
func placeOf(v record.Value, r record.Record) source.Span {
	if at := v.Span(); at.Known() {
		return at
	}
	return r.Head().Source()
}
