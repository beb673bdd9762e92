package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var negativeHours = Rule{
	Code: "negative-hours", Basis: "A.5.27",
	Doc: "it took no less than no time to see an incident and to contain it",
	Run: func(h *survey, report reporter) {
		for _, i := range all[record.Incident](h) {
			for key, hours := range map[string]record.Decimal{"hours-to-detect": i.HoursToDetect, "hours-to-contain": i.HoursToContain} {
				if hours.Value < 0 {
					report(i, hours.At, "“"+key+"” of "+i.ID.Value+" is less than zero", "write the hours without a sign; where something was seen before it began, 0")
				}
			}
		}
	},
}
