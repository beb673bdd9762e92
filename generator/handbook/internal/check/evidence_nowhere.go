package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var evidenceNowhere = Rule{
	Code: "evidence-nowhere", Level: finding.Warning, Basis: "7.5.3 a",
	Doc: "evidence says where it lies",
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Evidence](h) {
			if !record.Written(&e.File) && !record.Written(&e.Address) && !record.Written(&e.Location) {
				report(e, e.Source(), "nothing says where "+e.ID.Value+" lies", "add: file = \"evidence/…\", address = \"https://…\" or place = \"…\"")
			}
		}
	},
}
