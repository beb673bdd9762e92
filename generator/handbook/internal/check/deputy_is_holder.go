package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var deputyIsHolder = Rule{
	Code: "deputy-is-holder", Level: finding.Warning, Basis: "5.3",
	Doc: "somebody else stands in for the holder of a role",
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Role](h) {
			self := record.Ref[record.Role]{Reference: record.Reference{ID: r.ID.Value}}
			if who := h.samePerson(&r.Deputy, &self); who != "" && (r.Deputy.ID == r.ID.Value || len(r.Holders.Items) == 1) {
				report(r, r.Deputy.At, r.ID.Value+" is held by "+who+", who is its deputy as well", "name a deputy whom somebody else holds")
			}
		}
	},
}
