package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var modificationWithoutControls = Rule{
	Code: "modification-without-controls", Basis: "6.1.3 b",
	Doc: "a risk that is modified names the controls that do so, or the steps towards them",
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			for _, treatment := range r.Treatment.Items {
				if treatment.Value == record.Modification && len(r.Controls.Items) == 0 && !record.Written(&r.Actions) {
					report(r, treatment.At, r.ID.Value+" is to be modified, but no control and no step does so", `add: controls = ["A.…"], or [[risk.action]] with what will be done`)
				}
			}
		}
	},
}
