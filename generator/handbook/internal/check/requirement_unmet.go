package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var requirementUnmet = Rule{
	Code: "requirement-unmet", Basis: "4.2 c",
	Doc: "something meets each requirement that the ISMS addresses: a control, a document, an objective",
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Requirement](h) {
			addressed := r.Addressed.IsSet() && r.Addressed.Value != record.RequirementNotAddressed
			if addressed && len(r.Controls.Items)+len(r.Documents.Items)+len(r.Objectives.Items) == 0 {
				report(r, r.Addressed.At, r.ID.Value+" is addressed, but nothing meets it", `add: controls = ["A.…"], documents = ["…"] or objectives = ["OBJ-…"]`)
			}
		}
	},
}
