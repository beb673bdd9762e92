package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var assetWithoutRisk = Rule{
	Code: "asset-without-risk", Level: finding.Note, Basis: "6.1.2 c",
	Doc:   "an asset in use that needs much protection is part of a risk",
	Seeks: []string{"risk"},
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Asset](h) {
			if a.Status.Value == record.AssetInUse && needsMuch(a) && !h.isReferredTo(a, "risk") {
				report(a, a.Source(), a.ID.Value+" needs much protection, but no risk names it", "add it to the assets of a risk")
			}
		}
	},
}

func needsMuch(a *record.Asset) bool {
	for _, need := range []record.Need{a.Confidentiality.Value, a.Integrity.Value, a.Availability.Value} {
		if need == record.NeedHigh || need == record.NeedVeryHigh {
			return true
		}
	}
	return false
}
