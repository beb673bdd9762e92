package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var findingUnanswered = Rule{
	Code: "finding-unanswered", Level: finding.Warning, Basis: "10.2",
	Doc: "a nonconformity that an audit found is dealt with as one",
	Run: func(h *survey, report reporter) {
		for _, f := range all[record.AuditFinding](h) {
			if f.Grade.Value.IsNonconformity() && !record.Written(&f.Nonconformity) {
				report(f, placeOf(&f.Grade, f), f.ID.Value+" is a nonconformity, but none is recorded for it", `add: nonconformity = "NC-…", with its correction and cause in [[nonconformity]]`)
			}
		}
	},
}
