package check

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var findingClosedEarly = Rule{
	Code: "finding-closed-early", Basis: "10.2",
	Doc: "an audit finding is closed once the corrective actions of its nonconformity are done; their effect may still be seen",
	Run: func(h *survey, report reporter) {
		for _, f := range all[record.AuditFinding](h) {
			nonconformity := f.Nonconformity.In(h.Handbook)
			if !f.Settled() || nonconformity == nil || !nonconformity.Status.IsSet() {
				continue
			}
			// Certification bodies close a finding then, and look at the effect a year later.
			if nonconformity.Settled() || nonconformity.Status.Value == record.NonconformityVerifying {
				continue
			}
			id := nonconformity.ID.Value
			report(f, f.Status.At, f.ID.Value+" is closed, but something is still to be done about "+id,
				"close it once the actions of "+id+" are done and its status is \"verifying\"", nonconformity)
		}
	},
}
