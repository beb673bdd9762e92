package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var implementationUndescribed = Rule{
	Code: "implementation-undescribed", Level: finding.Warning, Basis: "practice",
	Doc: "a control that works, in full or in part, says how",
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			works := c.Status.Value == record.Implemented || c.Status.Value == record.PartlyDone
			if c.Applicable.Value && works && !record.Written(&c.How) {
				report(c, placeOf(&c.Status, c), c.ID.Value+" is implemented, but nothing says how", "add: implementation = \"…\" with how it works here, and links to the documents that say more")
			}
		}
	},
}
