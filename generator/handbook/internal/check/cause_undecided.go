package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var causeUndecided = Rule{
	Code: "cause-undecided", Basis: "10.2 b",
	Doc:      "a nonconformity that is being dealt with says whether its cause has to be removed",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, n := range all[record.Nonconformity](h) {
			if n.Status.IsSet() && n.Status.Value != record.NonconformityOpen && !record.Written(&n.RemoveCause) {
				report(n, n.Status.At, n.ID.Value+" is past its correction, but nobody has decided about its cause", "add: remove-cause = true or false, with cause and decision")
			}
		}
	},
}
