package check

import (
	"cmp"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reviewInputMissing = Rule{
	Code: "review-input-missing", Level: finding.Warning, Basis: "9.3.2",
	Doc: "a management review looks at everything that clause 9.3.2 names",
	Run: func(h *survey, report reporter) {
		for _, m := range all[record.ManagementReview](h) {
			if !m.Date.IsSet() || m.Date.After(h.Today.Day) {
				continue
			}
			var missing []string
			var first string
			for _, field := range m.Inputs() {
				if !record.Written(field.Value) {
					first = cmp.Or(first, field.Key)
					missing = append(missing, "“"+field.Label+"”")
				}
			}
			if len(missing) > 0 {
				report(m, m.Source(), m.ID.Value+" did not look at "+listed(missing), "add for each: "+first+" = \"…\", if only to say that there was nothing")
			}
		}
	},
}
