package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var partyWithoutRequirement = Rule{
	Code: "party-without-requirement", Level: finding.Warning, Basis: "4.2 b",
	Doc:   "it is known what each interested party asks for",
	Seeks: []string{"requirement"},
	Run: func(h *survey, report reporter) {
		for _, p := range all[record.Party](h) {
			if !h.isReferredTo(p, "requirement") {
				report(p, p.Source(), "nothing says what "+p.ID.Value+" asks for", "add [[requirement]] with party = \""+p.ID.Value+"\", or remove the party")
			}
		}
	},
}
