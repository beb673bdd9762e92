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
			if settled(r) {
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

// settled reports whether nothing can be due for the entry any more, as far as
// its status can be read.
func settled(r record.Record) bool {
	for _, field := range r.Fields() {
		if field.Badge && field.Value.Span().Known() && !field.Value.IsSet() {
			return true
		}
	}
	return record.Settled(r)
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
				"add [[change]] with version = \""+d.Version.Value+"\" and what is new in it")
		}
	},
}

func logged(d *record.Document) bool {
	for _, change := range d.Changes.Rows {
		if change.Version.Value == d.Version.Value || !change.Version.IsSet() {
			return true // a change without a version is a fault of its own
		}
	}
	return false
}
