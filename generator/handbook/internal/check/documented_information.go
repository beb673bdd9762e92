package check

import "github.com/annex-isms/annex/generator/finding"

var documentedInformation = Rule{
	Code: "documented-information", Level: finding.Warning, Basis: "7.5.1 a",
	Doc: "what the clauses, and the controls that apply, ask to have in writing is there",
	Seeks: []string{"document", "scope", "control", "risk", "objective", "competence", "evidence", "activity", "metric", "programme", "audit", "review", "nonconformity",
		"asset", "obligation"},
	Run: func(h *survey, report reporter) {
		for _, needed := range InWriting {
			by := needed.AskedBy(h.Handbook)
			if by == nil || len(needed.In(h.Handbook)) > 0 {
				continue
			}
			asks := by.Head().Kind.Name + " " + needed.By + " asks for " + needed.what + " in writing, and "
			if draft := needed.drafted(h.Handbook); draft != nil {
				report(by, draft.Status.At, asks+draft.ID.Value+" is a draft", "have it approved, and write status = \"in-force\" with approver and approved", draft)
			} else {
				report(by, by.Head().ID.At, asks+"there is nothing", needed.hint)
			}
		}
	},
}
