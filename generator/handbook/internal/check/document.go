package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewOverdue = Rule{
	Code: "review-overdue", Level: finding.Warning, Basis: "7.5.2",
	Doc: "what has a next review is reviewed by then",
	Run: func(h *record.Handbook, report reporter) {
		for _, r := range h.Entries() {
			if record.Settled(r) {
				continue
			}
			for _, field := range r.Fields() {
				if date, ok := field.Value.(*record.Date); ok && field.Due && date.Before(h.Today.Day) {
					report(date.At, "“"+field.Key+"” of "+r.Head().ID.Value+" has passed", "review the entry and set a new day")
				}
			}
		}
	},
}

var changeLog = Rule{
	Code: "change-log", Basis: "7.5.3",
	Doc: "the version of a document stands in its change log",
	Run: func(h *record.Handbook, report reporter) {
		for _, d := range record.All[record.Document](h) {
			if !d.Version.IsSet() || d.Status.Value != record.InForce || logged(d) {
				continue
			}
			report(d.Version.At, "version "+d.Version.Value+" of "+d.ID.Value+" has no entry in its change log",
				"add a [[change]] that says what is new in it")
		}
	},
}

func logged(d *record.Document) bool {
	for _, change := range d.Changes.Rows {
		if change.Version.Value == d.Version.Value {
			return true
		}
	}
	return false
}
