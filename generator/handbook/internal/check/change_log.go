package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var changeLog = Rule{
	Code: "change-log", Basis: "7.5.3",
	Doc:      "the version of a document stands in its change log",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			if !d.Version.IsSet() || d.Status.Value != record.InForce || logged(d) {
				continue
			}
			report(d, d.Version.At, "version "+d.Version.Value+" of "+d.ID.Value+" has no entry in its change log",
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
	return len(d.Changes.Rows) == 0 && record.Written(&d.Changes)
}
