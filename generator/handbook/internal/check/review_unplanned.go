package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewUnplanned = Rule{
	Code: "review-unplanned", Level: finding.Warning, Basis: "7.5.2, 8.2",
	Doc:      "documents in force, but for minutes, and open risks say when they are reviewed next",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			if d.Status.Value == record.InForce && d.Type.Value != record.Minutes && !record.Written(&d.NextReview) {
				report(d, d.Source(), d.ID.Value+" is in force, but nobody knows when it is reviewed", "add: next-review = YYYY-MM-DD")
			}
		}
		for _, r := range all[record.Risk](h) {
			if r.Status.Value == record.RiskOpen && !record.Written(&r.NextReview) {
				report(r, r.Source(), r.ID.Value+" is open, but nobody knows when it is assessed again", "add: next-review = YYYY-MM-DD")
			}
		}
	},
}
