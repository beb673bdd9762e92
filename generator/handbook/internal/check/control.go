package check

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var controlStatus = Rule{
	Code: "control-status", Basis: "6.1.3 d",
	Doc: "an applicable control says how far it is implemented",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if c.Applicable.Value && !c.Status.IsSet() {
				report(c.Source(), c.ID.Value+" is applicable but says nothing of its implementation",
					"add: status = \"implemented\", \"partly\" or \"planned\"")
			}
		}
	},
}

var controlOwner = Rule{
	Code: "control-owner", Basis: "practice",
	Doc: "an applicable control has an owner",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if c.Applicable.Value && !c.Owner.IsSet() {
				report(c.Source(), c.ID.Value+" is applicable but has no owner", "add: owner = \"…\" with the ID of a role")
			}
		}
	},
}

var excludedInUse = Rule{
	Code: "excluded-in-use", Basis: "6.1.3 d",
	Doc: "nothing relies on a control that is excluded",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if !c.Excluded() {
				continue
			}
			for _, link := range h.LinksTo(c) {
				report(c.Applicable.At, c.ID.Value+" is excluded, but "+link.From.Head().ID.Value+" relies on it",
					"include the control, or remove it from "+link.From.Head().ID.Value)
			}
		}
	},
}

var reasonUnbacked = Rule{
	Code: "reason-unbacked", Basis: "6.1.3 d",
	Doc: "a control that is included because of a risk treats one",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			for _, reason := range c.Reasons.Items {
				if reason.Value == record.RiskReason && !treatsRisk(h, c) {
					report(reason.At, c.ID.Value+" is included because of a risk, but no risk lists it",
						"add the control to the risk that it treats, or give the true reason")
				}
			}
		}
	},
}

func treatsRisk(h *record.Handbook, c *record.Control) bool {
	for _, link := range h.LinksTo(c) {
		if _, ok := link.From.(*record.Risk); ok {
			return true
		}
	}
	return false
}
