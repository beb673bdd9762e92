package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var controlOwner = Rule{
	Code: "control-owner", Basis: "practice",
	Doc: "an applicable control has an owner",
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Applicable.Value && !record.Written(&c.Owner) {
				report(c, c.Source(), c.ID.Value+" is applicable but has no owner", "add: owner = \"…\" with the ID of a role")
			}
		}
	},
}
