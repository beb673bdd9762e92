package check

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var findingClosedEarly = Rule{
	Code: "finding-closed-early", Basis: "10.2",
	Doc: "an audit finding is not closed before the nonconformity is under which it is corrected",
	Run: func(h *survey, report reporter) {
		for _, f := range all[record.AuditFinding](h) {
			nonconformity := f.Nonconformity.In(h.Handbook)
			if f.Settled() && nonconformity != nil && nonconformity.Status.IsSet() && !nonconformity.Settled() {
				report(f, f.Status.At, f.ID.Value+" is closed, but "+nonconformity.ID.Value+" is not", "close it once "+nonconformity.ID.Value+" is closed", nonconformity)
			}
		}
	},
}
