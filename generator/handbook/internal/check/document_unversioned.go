package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var documentUnversioned = Rule{
	Code: "document-unversioned", Level: finding.Warning, Basis: "7.5.2 a",
	Doc:      "a document in force has a version",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			if d.Status.Value == record.InForce && !record.Written(&d.Version) {
				report(d, d.Source(), d.ID.Value+" is in force without a version", `add: version = "1.0", and a [[change]] of that version`)
			}
		}
	},
}
