package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var effectivenessUnchecked = Rule{
	Code: "effectiveness-unchecked", Basis: "10.2 d",
	Doc:      "a nonconformity is closed once its corrective action has proved effective",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, n := range all[record.Nonconformity](h) {
			if !n.Settled() || len(n.Actions.Rows) == 0 {
				continue
			}
			check := n.Effectiveness.Row
			switch {
			case check == nil && !record.Written(&n.Effectiveness):
				report(n, n.Status.At, n.ID.Value+" is closed, but nobody has looked whether its corrective action worked", "add [nonconformity.effectiveness] with date, by and result, or open it again")
			case check != nil && check.Result.IsSet() && check.Result.Value != record.Effective:
				report(n, placeOf(&check.Result, n), n.ID.Value+" is closed, but its corrective action has not proved effective", `open it again: status = "action"`)
			}
		}
	},
}
