package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var competenceUnproved = Rule{
	Code: "competence-unproved", Level: finding.Warning, Basis: "7.2 d",
	Doc: "competence is shown by evidence",
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Competence](h) {
			if c.Met.Value == record.CompetenceIsMet && len(c.Evidence.Items) == 0 {
				report(c, placeOf(&c.Met, c), c.ID.Value+" is met, but nothing shows it", `add: evidence = ["EV-…"]`)
			}
		}
	},
}
