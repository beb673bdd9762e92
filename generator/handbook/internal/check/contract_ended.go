package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var contractEnded = Rule{
	Code: "contract-ended", Level: finding.Warning, Basis: "A.5.20",
	Doc:      "the contract with a supplier has not ended",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, s := range all[record.Supplier](h) {
			if !settled(s) && s.ContractUntil.Before(h.Today.Day) {
				report(s, s.ContractUntil.At, "the contract with "+s.ID.Value+" has ended", `write the new contract-until, or status = "ended"`)
			}
		}
	},
}
