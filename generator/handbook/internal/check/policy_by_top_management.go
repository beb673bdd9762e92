package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var policyByTopManagement = Rule{
	Code: "policy-by-top-management", Level: finding.Warning, Basis: "5.1 a, 5.2",
	Doc: "the information security policy is approved by top management",
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			approver := d.Approver.In(h.Handbook)
			if d.Status.Value == record.InForce && d.Type.Value == record.Policy && answers(d, "5.2") && approver != nil && !record.Written(&approver.TopManagement) {
				report(d, d.Approver.At, d.ID.Value+" is the policy that clause 5.2 asks for, but "+approver.ID.Value+" who approved it is not top management",
					"have it approved by top management, or write top-management = true in "+approver.ID.Value, approver)
			}
		}
	},
}

// answers reports whether the document says that it answers the clause.
func answers(d *record.Document, clause string) bool {
	return slices.ContainsFunc(d.Clauses.Items, func(r record.Reference) bool { return r.ID == clause })
}
