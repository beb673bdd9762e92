package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var auditUnreported = Rule{
	Code: "audit-unreported", Level: finding.Warning, Basis: "9.2.2",
	Doc: "of an audit that took place there is a report, or at least its result",
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Audit](h) {
			if a.Status.Value == record.AuditDone && !record.Written(&a.Report) && !record.Written(&a.Summary) {
				report(a, placeOf(&a.Status, a), a.ID.Value+" took place, but nothing tells its result", `add: summary = "…", or report = "EV-…"`)
			}
		}
	},
}
