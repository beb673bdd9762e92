package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var waiverUnmatched = Rule{
	Code: "waiver-unmatched", Level: finding.Warning, Basis: "practice",
	Doc:   "every waiver lets a finding stand that is there",
	Seeks: everyKind, // any of them may be why there is none
	Run: func(h *survey, report reporter) {
		for _, w := range all[record.Waiver](h) {
			about, known := h.Find(w.About.Value)
			if !known || h.rules[w.Rule.Value].Fixed || h.waivers.matched[w] || hasLapsed(w, h.Handbook) {
				continue
			}
			if _, isWaiver := about.(*record.Waiver); isWaiver {
				report(w, w.About.At, w.ID.Value+" waives nothing: what is wrong with a waiver cannot be waived", "remove it, and decide anew what "+w.About.Value+" is about")
				continue
			}
			switch h.state[w.Rule.Value] {
			case ran:
				report(w, w.About.At, w.ID.Value+" waives nothing: "+w.Rule.Value+" finds no fault with "+w.About.Value, "remove the waiver")
			case off:
				report(w, w.Rule.At, w.ID.Value+" waives nothing: annex.toml turns "+w.Rule.Value+" off", "remove the waiver, or the line in annex.toml")
			}
		}
	},
}
