package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var closedUndated = Rule{
	Code: "closed-undated", Level: finding.Warning, Basis: "7.5.3",
	Doc:      "what is over says since when",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		undated := func(r record.Record, over bool, status record.Value, date *record.Date, key string) {
			if over && !record.Written(date) {
				report(r, placeOf(status, r), id(r)+" is over, but does not say since when", "add: "+key+" = YYYY-MM-DD")
			}
		}
		for _, i := range all[record.Incident](h) {
			undated(i, i.Status.Value == record.IncidentClosed, &i.Status, &i.Closed, "closed")
		}
		for _, f := range all[record.AuditFinding](h) {
			undated(f, f.Status.Value == record.FindingClosed, &f.Status, &f.Closed, "closed")
		}
		for _, c := range all[record.ManagementChange](h) {
			undated(c, c.Status.Value == record.ManagementChangeDone, &c.Status, &c.Done, "done")
		}
		for _, a := range all[record.Audit](h) {
			undated(a, a.Status.Value == record.AuditDone, &a.Status, &a.To, "to")
		}
	},
}
