package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var incidentUnreviewed = Rule{
	Code: "incident-unreviewed", Basis: "A.5.27",
	Doc:      "an incident is looked back on before it is closed: there is a review, or at least a lesson",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, i := range all[record.Incident](h) {
			if i.Status.Value == record.IncidentClosed && !record.Written(&i.Review) && !record.Written(&i.Lessons) {
				report(i, i.Status.At, i.ID.Value+" is closed, but nobody has looked back on it", "add: review = YYYY-MM-DD, and [[incident.lesson]] with what was learned")
			}
		}
	},
}
