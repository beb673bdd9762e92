package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var supplierUnassessed = Rule{
	Code: "supplier-unassessed", Level: finding.Warning, Basis: "A.5.22",
	Doc:      "a supplier on which much depends is assessed, or will be on a day that is set",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, s := range all[record.Supplier](h) {
			matters := s.Tier.Value == record.TierCritical || s.Tier.Value == record.TierImportant
			if matters && s.Status.Value == record.SupplierActive && !record.Written(&s.Assessments) && !record.Written(&s.NextAssessment) {
				report(s, s.Source(), "much depends on "+s.ID.Value+", but it was never assessed", "add [[supplier.assessment]] with date and result, or next-assessment = YYYY-MM-DD")
			}
		}
	},
}
