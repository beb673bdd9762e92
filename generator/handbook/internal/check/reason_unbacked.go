package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var reasonUnbacked = Rule{
	Code: "reason-unbacked", Basis: "6.1.3 d",
	Doc:   "a control that is included because of an open risk, a law or a contract is linked to one",
	Seeks: []string{"risk", "obligation", "requirement"},
	Run: func(h *survey, report reporter) {
		// What gives the reason, what lists the control, and which one to add it to.
		backers := map[record.Reason][3]string{
			record.RiskReason:     {"a risk", "no open risk", "the risk that it treats"},
			record.LawReason:      {"a law", "no obligation by law", "the obligation that asks for it"},
			record.ContractReason: {"a contract", "no contract and no requirement", "the contract or requirement that asks for it"},
		}
		for _, c := range all[record.Control](h) {
			for _, reason := range c.Reasons.Items {
				words, needsOne := backers[reason.Value]
				if needsOne && len(h.backing(c, reason.Value)) == 0 {
					report(c, reason.At, c.ID.Value+" is included because of "+words[0]+", but "+words[1]+" lists it",
						"add the control to "+words[2]+", or give the true reason")
				}
			}
		}
	},
}
