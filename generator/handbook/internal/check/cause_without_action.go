package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var causeWithoutAction = Rule{
	Code: "cause-without-action", Basis: "10.2 c",
	Doc:      "a cause that has to be removed has a corrective action",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, n := range all[record.Nonconformity](h) {
			if n.RemoveCause.Value && n.Status.IsSet() && n.Status.Value != record.NonconformityOpen && !record.Written(&n.Actions) {
				report(n, n.RemoveCause.At, "the cause of "+n.ID.Value+" is to be removed, but no action does so", "add [[nonconformity.action]] with title, owner and due")
			}
		}
	},
}
