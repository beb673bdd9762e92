package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var withdrawnInUse = Rule{
	Code: "withdrawn-in-use", Basis: "7.5.3",
	Doc:      "nothing rests on a document that has been withdrawn",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		resting := []string{"obligation", "requirement", "process", "activity", "communication", "exception", "objective", "scope"}
		for _, d := range all[record.Document](h) {
			if users := h.usersOf(d, resting); d.Settled() && len(users) > 0 {
				report(d, d.Status.At, d.ID.Value+" has been withdrawn, but is still named by "+inWords(users), "name the document that took its place", users...)
			}
		}
	},
}
