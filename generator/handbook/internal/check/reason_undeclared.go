package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reasonUndeclared = Rule{
	Code: "reason-undeclared", Level: finding.Warning, Basis: "6.1.3 d",
	Doc:      "a control that a risk or a law links to names it among its reasons",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if !c.Applicable.Value {
				continue
			}
			for _, reason := range []record.Reason{record.RiskReason, record.LawReason} {
				by := h.backing(c, reason)
				if len(by) > 0 && c.Reasons.Lacks(reason) {
					report(c, placeOf(&c.Reasons, c), c.ID.Value+" does not give “"+string(reason)+"” as a reason, but is linked to by "+inWords(by),
						"add \""+string(reason)+"\" to its reasons", by...)
				}
			}
		}
	},
}
