package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var orphanDocument = Rule{
	Code: "orphan-document", Level: finding.Warning, Basis: "7.5.1",
	Doc:   "a document in force is there for something: a clause, a control, a risk, or an entry that speaks of it",
	Seeks: everyKind,
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			serves := len(d.Clauses.Items)+len(d.Controls.Items)+len(d.Risks.Items) > 0
			if d.Status.Value == record.InForce && !serves && len(h.LinksTo(d)) == 0 && len(h.MentionsOf(d)) == 0 {
				report(d, d.Source(), d.ID.Value+" answers no clause and no control, and nothing speaks of it", `add: clauses = ["…"] or controls = ["…"], or withdraw it: status = "withdrawn"`)
			}
		}
	},
}

// everyKind names all kinds of entry: any of them may speak of any other.
var everyKind = func() []string {
	var names []string
	for _, kind := range record.Kinds {
		names = append(names, kind.Name)
	}
	return names
}()
