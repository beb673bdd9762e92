package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var excludedInUse = Rule{
	Code: "excluded-in-use", Basis: "6.1.3 d",
	Doc:      "nothing relies on a control that is excluded",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if !c.Excluded() {
				continue
			}
			switch users := h.relyOn(c); len(users) {
			case 0:
			case 1:
				report(c, c.Applicable.At, c.ID.Value+" is excluded, but "+inWords(users)+" relies on it", "include the control, or remove it from "+inWords(users), users...)
			default:
				report(c, c.Applicable.At, c.ID.Value+" is excluded, but "+inWords(users)+" rely on it", "include the control, or remove it from each of them", users...)
			}
		}
	},
}
