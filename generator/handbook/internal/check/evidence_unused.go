package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var evidenceUnused = Rule{
	Code: "evidence-unused", Level: finding.Note, Basis: "7.5.3",
	Doc:   "evidence shows something: a control, a clause, an activity, a risk, or what an entry says",
	Seeks: everyKind,
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Evidence](h) {
			shows := len(e.Controls.Items) + len(e.Clauses.Items) + len(e.Activities.Items) + len(e.Risks.Items) + len(e.Documents.Items)
			if shows == 0 && len(h.LinksTo(e)) == 0 && len(h.MentionsOf(e)) == 0 {
				report(e, e.Source(), e.ID.Value+" shows nothing that is written anywhere", `add: controls = ["A.…"], or link to it from what it shows`)
			}
		}
	},
}
