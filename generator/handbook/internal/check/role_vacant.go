package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var roleVacant = Rule{
	Code: "role-vacant", Level: finding.Warning, Basis: "5.3",
	Doc: "somebody holds each role",
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Role](h) {
			if r.Vacant() {
				report(r, placeOf(&r.Holders, r), "nobody holds "+r.ID.Value+" ("+r.Title.Value+")", `write the key of the holder: holders = ["…"]`)
			}
		}
	},
}
