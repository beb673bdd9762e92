package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var competenceUnmet = Rule{
	Code: "competence-unmet", Level: finding.Warning, Basis: "7.2 c",
	Doc:      "where a role lacks competence, something is done to acquire it",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Competence](h) {
			lacks := c.Met.Value == record.CompetenceNotMet || c.Met.Value == record.CompetencePartlyMet
			if lacks && !record.Written(&c.Actions) {
				report(c, placeOf(&c.Met, c), c.ID.Value+" is not met, and nothing is done about it", "add [[competence.action]] with title and due")
			}
		}
	},
}
