package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var documentedInformation = Rule{
	Code: "documented-information", Level: finding.Warning, Basis: "7.5.1 a",
	Doc:   "what the clauses ask to have in writing is there",
	Seeks: []string{"document", "scope", "control", "risk", "objective", "competence", "evidence", "activity", "metric", "programme", "audit", "review", "nonconformity"},
	Run: func(h *survey, report reporter) {
		for _, needed := range inWriting {
			clause, ok := h.find(needed.clause).(*record.Clause)
			if !ok || h.documentOn(needed.clause, record.InForce) != nil || needed.register != nil && needed.register(h) {
				continue
			}
			asks := "clause " + needed.clause + " asks for " + needed.what + " in writing, and "
			if draft := h.documentOn(needed.clause, record.Draft); draft != nil {
				report(clause, draft.Status.At, asks+draft.ID.Value+" is a draft", "have it approved, and write status = \"in-force\" with approver and approved", draft)
			} else {
				report(clause, source.Span{}, asks+"there is nothing", needed.hint)
			}
		}
	},
}

// inWriting lists the documented information that the clauses ask for. A
// document in force that answers the clause is it, and so is a register that
// holds what is asked for.
var inWriting = []struct {
	clause, what, hint string
	register           func(*survey) bool
}{
	{"4.3", "the scope", "add [[scope]], or a document with clauses = [\"4.3\"]", hasAny[record.Scope]},
	{"5.2", "the information security policy", "add a document of type policy with clauses = [\"5.2\"]", nil},
	{"6.1.2", "the process of risk assessment", "add a document with clauses = [\"6.1.2\"]", nil},
	{"6.1.3", "the process of risk treatment", "add a document with clauses = [\"6.1.3\"]", nil},
	{"6.2", "the objectives", "add [[objective]], or a document with clauses = [\"6.2\"]", hasAny[record.Objective]},
	{"7.2", "evidence of competence", "add [[competence]], or evidence with clauses = [\"7.2\"]", either(hasAny[record.Competence], hasEvidence("7.2"))},
	{"8.1", "records that processes ran as planned", "add [[activity]] with its occurrences, or evidence with clauses = [\"8.1\"]", either(hasOccurrence, hasEvidence("8.1"))},
	{"8.2", "the results of risk assessments", "add [[risk]] for each risk", hasAny[record.Risk]},
	{"8.3", "the results of risk treatment", "add [[risk.action]] with what was done, or evidence with clauses = [\"8.3\"]", either(hasTreatment, hasEvidence("8.3"))},
	{"9.1", "the results of measurement", "add [[metric]] with its series, or evidence with clauses = [\"9.1\"]", either(hasResult, hasEvidence("9.1"))},
	{"9.2.2", "the audit programme and the results of audits", "add [[programme]] and its [[audit]]s", hasAudit},
	{"9.3.3", "the results of management reviews", "add [[review]], or evidence with clauses = [\"9.3.3\"]", either(hasAny[record.ManagementReview], hasEvidence("9.3.3"))},
	{"10.2", "nonconformities and what was done about them", "add [[nonconformity]], or a document with clauses = [\"10.2\"]", hasAny[record.Nonconformity]},
}

// documentOn returns a document in that state which answers the clause, or nil.
func (h *survey) documentOn(clause string, state record.DocumentStatus) *record.Document {
	for _, d := range all[record.Document](h) {
		if d.Status.Value == state && answers(d, clause) {
			return d
		}
	}
	return nil
}

func either(a, b func(*survey) bool) func(*survey) bool {
	return func(h *survey) bool { return a(h) || b(h) }
}

func hasAny[T any](h *survey) bool { return len(all[T](h)) > 0 }

func hasEvidence(clause string) func(*survey) bool {
	return func(h *survey) bool {
		c, found := h.Find(clause)
		return found && h.isReferredTo(c, "evidence")
	}
}

func hasOccurrence(h *survey) bool {
	return slices.ContainsFunc(all[record.Activity](h), func(a *record.Activity) bool { return len(a.Occurrences.Rows) > 0 })
}

func hasTreatment(h *survey) bool {
	return slices.ContainsFunc(all[record.Risk](h), func(r *record.Risk) bool {
		return slices.ContainsFunc(r.Actions.Rows, func(a *record.Action) bool { return a.Done.IsSet() })
	})
}

func hasResult(h *survey) bool {
	return slices.ContainsFunc(all[record.Metric](h), func(m *record.Metric) bool { return len(m.Series.Rows) > 0 })
}

func hasAudit(h *survey) bool { return hasAny[record.AuditProgramme](h) && hasAny[record.Audit](h) }
