package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var closedWithOpenActions = Rule{
	Code: "closed-with-open-actions", Basis: "10.2 c",
	Doc:      "a nonconformity is closed once all of its corrective actions are done",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, n := range all[record.Nonconformity](h) {
			for _, action := range n.Actions.Rows {
				if n.Settled() && !record.Written(&action.Done) {
					report(n, placeOf(&action.Title, n), n.ID.Value+" is closed, but this action is not done", "add to the action: done = YYYY-MM-DD, or open the nonconformity again")
				}
			}
		}
	},
}
