package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var reasonUnbacked = Rule{
	Code: "reason-unbacked", Basis: "6.1.3 d",
	Doc:   "a control that is included because of a risk treats one",
	Seeks: []string{"risk"},
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			for _, reason := range c.Reasons.Items {
				if reason.Value == record.RiskReason && !h.treatsRisk(c) {
					report(c, reason.At, c.ID.Value+" is included because of a risk, but no risk lists it",
						"add the control to the risk that it treats, or give the true reason")
				}
			}
		}
	},
}

func (h *survey) treatsRisk(c *record.Control) bool {
	for _, link := range h.LinksTo(c) {
		if _, ok := link.From.(*record.Risk); ok {
			return true
		}
	}
	return false
}
