package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var disclosureHidden = Rule{
	Code: "disclosure-hidden", Level: finding.Warning, Basis: "practice",
	Doc:      "those who look for weaknesses can read the disclosure policy",
	Audience: audience.Withheld, // it is about annex.toml
	Run: func(h *survey, report reporter) {
		centre := h.Config.Trust.Row
		if centre == nil {
			return
		}
		if policy := centre.Disclosure.In(h.Handbook); policy != nil && h.isLabelled(policy) && !isSeenByAll(policy) {
			report(policy, centre.Disclosure.At, policy.ID.Value+" is the disclosure policy, but the public cannot read it",
				"give "+policy.ID.Value+" the audience public, or remove the line")
		}
	},
}
