package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var implementedWithoutEvidence = Rule{
	Code: "implemented-without-evidence", Level: finding.Warning, Basis: "8.1",
	Doc:   "a control that is implemented has evidence that it works",
	Seeks: []string{"evidence", "activity"},
	Run: func(h *survey, report reporter) {
		for _, c := range all[record.Control](h) {
			if c.Applicable.Value && c.Status.Value == record.Implemented && !record.Written(&c.Evidence) && !h.isEvidenced(c) {
				report(c, placeOf(&c.Status, c), c.ID.Value+" is implemented, but nothing shows that it works",
					"add it to the controls of a piece of evidence, or of an activity with evidence")
			}
		}
	},
}

// isEvidenced reports whether a record shows the control at work: evidence of
// the control itself, or of an activity that keeps it up.
func (h *survey) isEvidenced(c *record.Control) bool {
	for _, link := range h.LinksTo(c) {
		switch from := link.From.(type) {
		case *record.Evidence:
			return true
		case *record.Activity:
			for _, occurrence := range from.Occurrences.Rows {
				if record.Written(&occurrence.Evidence) {
					return true
				}
			}
			if h.isReferredTo(from, "evidence") {
				return true
			}
		}
	}
	return false
}
