package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var lessonWithoutAction = Rule{
	Code: "lesson-without-action", Level: finding.Warning, Basis: "A.5.27",
	Doc:      "something is done about each lesson of an incident",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, i := range all[record.Incident](h) {
			for _, lesson := range i.Lessons.Rows {
				if lesson.Text.IsSet() && !record.Written(&lesson.Action) {
					report(i, placeOf(&lesson.Text, i), "nothing is done about this lesson of "+i.ID.Value, "add to it: action = \"…\", owner and due")
				}
			}
		}
	},
}
