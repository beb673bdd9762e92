package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var notificationUndecided = Rule{
	Code: "notification-undecided", Level: finding.Warning, Basis: "A.5.26, A.5.34",
	Doc: "of an incident with personal data it is known who was told, or why nobody had to be",
	Run: func(h *survey, report reporter) {
		for _, i := range all[record.Incident](h) {
			if i.PersonalData.Value && !record.Written(&i.Notified) {
				report(i, i.PersonalData.At, i.ID.Value+" touched data about people, but nothing says who was told", "add: notified = \"…\" with who was told and when, or why nobody had to be")
			}
		}
	},
}
