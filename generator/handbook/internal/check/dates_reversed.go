package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var datesReversed = Rule{
	Code: "dates-reversed", Basis: "7.5.3",
	Doc:      "what comes first is not dated after what comes later",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range h.Entries() {
			eachRow(r, func(fields []record.Field) {
				dates := map[string]*record.Date{}
				for _, field := range fields {
					if date, ok := field.Value.(*record.Date); ok && date.IsSet() {
						dates[field.Key] = date
					}
				}
				for _, order := range inOrder {
					first, later := dates[order.first], dates[order.later]
					if first != nil && later != nil && later.Before(first.Day) {
						report(r, later.At, "“"+order.later+"” of "+id(r)+" lies before “"+order.first+"”, "+day(*first), "exchange the two days, or correct one of them")
					}
				}
			})
		}
	},
}

// inOrder are the keys of days of which one never comes after the other.
var inOrder = []struct{ first, later string }{
	{"from", "to"},
	{"start", "ended"},
	{"detected", "contained"},
	{"detected", "closed"},
	{"detected", "review"},
	{"done", "verified"},
	{"identified", "assessed"},
	{"assessed", "next-review"},
	{"reviewed", "next-review"},
	{"approved", "next-review"},
	{"approved", "until"},
	{"date", "until"},
	{"date", "expires"},
	{"contract-since", "contract-until"},
	{"stage-1", "stage-2"},
	{"valid-from", "valid-until"},
}

// eachRow visits the fields of the entry and those of each of its rows.
func eachRow(r record.Record, visit func([]record.Field)) {
	fields := record.Fields(r)
	visit(fields)
	for _, field := range fields {
		if table, ok := field.Value.(record.Tabler); ok {
			for _, row := range table.AllRows() {
				visit(record.Fields(row))
			}
		}
	}
}
