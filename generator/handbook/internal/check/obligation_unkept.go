package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var obligationUnkept = Rule{
	Code: "obligation-unkept", Level: finding.Warning, Basis: "A.5.31",
	Doc: "each obligation is kept by controls, or through documents",
	Run: func(h *survey, report reporter) {
		for _, o := range all[record.Obligation](h) {
			if len(o.Controls.Items)+len(o.Documents.Items) == 0 {
				report(o, o.Source(), "no control and no document keeps "+o.ID.Value, `add: controls = ["A.…"] or documents = ["…"]`)
			}
		}
	},
}
