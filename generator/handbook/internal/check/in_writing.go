package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Written is a piece of documented information that a clause asks for, or a
// control of Annex A that applies.
type Written struct {
	By  string // the clause or control that asks for it
	Key string // tells it from the others: "scope"

	what, hint  string     // what it is, and how to mend its lack, as a finding says it
	inDocuments bool       // a document in force that names the clause or control is it
	answers     []answered // what else is
}

// answered returns the entries of a handbook that are what has to be in writing.
type answered func(*record.Handbook) []record.Record

// Whether documents that name the clause or control can be what it asks for, or
// only entries of certain kinds.
const (
	asDocument = true
	asEntries  = false
)

// InWriting lists the documented information that has to be there, in the order
// of the standard. A document in force can be it, and so can a register that holds
// what is asked for.
var InWriting = []Written{
	{"4.3", "scope", "the scope", "add [[scope]], or a document with clauses = [\"4.3\"]",
		asDocument, []answered{entriesOf[record.Scope]}},
	{"5.2", "policy", "the information security policy", "add a document of type policy with clauses = [\"5.2\"]",
		asDocument, nil},
	{"6.1.2", "assessment", "the process of risk assessment", "add a document with clauses = [\"6.1.2\"]",
		asDocument, nil},
	{"6.1.3", "treatment", "the process of risk treatment", "add a document with clauses = [\"6.1.3\"]",
		asDocument, nil},
	{"6.1.3", "applicability", "the Statement of Applicability", "add [[control]] for each control of Annex A",
		asEntries, []answered{statementsOfApplicability, controlsDeclared}},
	{"6.1.3", "plan", "the risk treatment plan", "add [[risk.action]] with what will be done, by whom and until when, or [risk.acceptance]",
		asEntries, []answered{risksWith(isPlanned)}},
	{"6.2", "objectives", "the objectives", "add [[objective]], or a document with clauses = [\"6.2\"]",
		asDocument, []answered{entriesOf[record.Objective]}},
	{"7.2", "competence", "evidence of competence", "add [[competence]], or evidence with clauses = [\"7.2\"]",
		asEntries, []answered{entriesOf[record.Competence], evidenceFor("7.2")}},
	{"8.1", "operation", "records that processes ran as planned", "add [[activity]] with its occurrences, or evidence with clauses = [\"8.1\"]",
		asEntries, []answered{activitiesDone, evidenceFor("8.1")}},
	{"8.2", "assessed", "the results of risk assessments", "add [[risk]] for each risk",
		asEntries, []answered{entriesOf[record.Risk]}},
	{"8.3", "treated", "the results of risk treatment", "add [[risk.action]] with what was done, or evidence with clauses = [\"8.3\"]",
		asEntries, []answered{risksWith(isTreated), evidenceFor("8.3")}},
	{"9.1", "measured", "the results of measurement", "add [[metric]] with its series, or evidence with clauses = [\"9.1\"]",
		asEntries, []answered{metricsMeasured, evidenceFor("9.1")}},
	{"9.2.2", "programme", "the audit programme", "add [[programme]]",
		asEntries, []answered{entriesOf[record.AuditProgramme]}},
	{"9.2.2", "audits", "the results of audits", "add [[audit]] for each audit, with its findings",
		asEntries, []answered{entriesOf[record.Audit]}},
	{"9.3.3", "reviews", "the results of management reviews", "add [[review]], or evidence with clauses = [\"9.3.3\"]",
		asEntries, []answered{entriesOf[record.ManagementReview], minutesOn("9.3.3"), evidenceFor("9.3.3")}},
	{"10.2", "nonconformities", "nonconformities and what was done about them", "add [[nonconformity]], or a document with clauses = [\"10.2\"]",
		asDocument, []answered{entriesOf[record.Nonconformity]}},

	{"A.5.9", "inventory", "an inventory of information and other assets", "add [[asset]]",
		asEntries, []answered{entriesOf[record.Asset]}},
	{"A.5.10", "use", "rules for the acceptable use of assets", "add a document with controls = [\"A.5.10\"]",
		asDocument, nil},
	{"A.5.26", "response", "procedures for the response to incidents", "add a document with controls = [\"A.5.26\"]",
		asDocument, nil},
	{"A.5.31", "law", "the requirements of laws and contracts", "add [[obligation]], or a document with controls = [\"A.5.31\"]",
		asDocument, []answered{entriesOf[record.Obligation]}},
	{"A.5.37", "procedures", "operating procedures", "add a document with controls = [\"A.5.37\"]",
		asDocument, nil},
	{"A.6.6", "confidentiality", "agreements on confidentiality", "add a document with controls = [\"A.6.6\"], or evidence with it",
		asDocument, []answered{evidenceFor("A.6.6")}},
	{"A.8.9", "configurations", "configurations", "add a document with controls = [\"A.8.9\"]",
		asDocument, nil},
	{"A.8.27", "engineering", "principles for engineering secure systems", "add a document with controls = [\"A.8.27\"]",
		asDocument, nil},
}

// In returns the entries of the handbook that are it.
func (w Written) In(h *record.Handbook) []record.Record {
	var found []record.Record
	if w.inDocuments {
		found = w.documents(h, record.InForce)
	}
	for _, entries := range w.answers {
		found = append(found, entries(h)...)
	}
	return found
}

// drafted returns a document that would be it if it were in force, or nil.
func (w Written) drafted(h *record.Handbook) *record.Document {
	if w.inDocuments {
		for _, draft := range w.documents(h, record.Draft) {
			return draft.(*record.Document)
		}
	}
	return nil
}

// documents returns the documents in that state which say how the clause or control
// is answered. Minutes only tell of it, and what is the Statement of Applicability
// is nothing else besides.
func (w Written) documents(h *record.Handbook, state record.DocumentStatus) []record.Record {
	return theseOf(h, func(d *record.Document) bool {
		return d.Status.Value == state && d.Type.Value != record.Minutes && !d.IsSoA.Value &&
			(answers(d, w.By) || refersTo(d.Controls.Items, w.By))
	})
}

// AskedBy returns the clause or control of the handbook that asks for it; nil where
// the handbook lacks it, or where it is a control that does not apply.
func (w Written) AskedBy(h *record.Handbook) record.Record {
	r, found := h.Find(w.By)
	control, isControl := r.(*record.Control)
	if !found || isControl && !control.Applicable.Value {
		return nil
	}
	return r
}

func entriesOf[T any](h *record.Handbook) []record.Record {
	return theseOf(h, func(*T) bool { return true })
}

// theseOf returns the entries whose records are *T and of which something holds.
func theseOf[T any](h *record.Handbook, holds func(*T) bool) []record.Record {
	var found []record.Record
	for _, typed := range record.All[T](h) {
		if holds(typed) {
			found = append(found, any(typed).(record.Record))
		}
	}
	return found
}

func minutesOn(clause string) answered {
	return func(h *record.Handbook) []record.Record {
		return theseOf(h, func(d *record.Document) bool { return d.Type.Value == record.Minutes && answers(d, clause) })
	}
}

// DocumentsFor returns the documents in force that implement the control.
func DocumentsFor(h *record.Handbook, control string) []record.Record {
	return theseOf(h, func(d *record.Document) bool {
		return d.Status.Value == record.InForce && refersTo(d.Controls.Items, control)
	})
}

// evidenceFor returns the evidence that refers to the clause or control.
func evidenceFor(id string) answered {
	return func(h *record.Handbook) []record.Record {
		return theseOf(h, func(e *record.Evidence) bool { return refersTo(e.Clauses.Items, id) || refersTo(e.Controls.Items, id) })
	}
}

func refersTo(references []record.Reference, id string) bool {
	return slices.ContainsFunc(references, func(r record.Reference) bool { return r.ID == id })
}

func statementsOfApplicability(h *record.Handbook) []record.Record {
	return theseOf(h, func(d *record.Document) bool { return d.Status.Value == record.InForce && d.IsSoA.Value })
}

func controlsDeclared(h *record.Handbook) []record.Record {
	return theseOf(h, func(c *record.Control) bool { return c.Applicable.IsSet() })
}

func risksWith(holds func(*record.Risk) bool) answered {
	return func(h *record.Handbook) []record.Record { return theseOf(h, holds) }
}

// isPlanned reports whether it is settled what becomes of the risk.
func isPlanned(r *record.Risk) bool { return len(r.Actions.Rows) > 0 || r.Acceptance.Row != nil }

func isTreated(r *record.Risk) bool {
	return slices.ContainsFunc(r.Actions.Rows, func(a *record.Action) bool { return a.Done.IsSet() })
}

func activitiesDone(h *record.Handbook) []record.Record {
	return theseOf(h, func(a *record.Activity) bool { return len(a.Occurrences.Rows) > 0 })
}

func metricsMeasured(h *record.Handbook) []record.Record {
	return theseOf(h, func(m *record.Metric) bool { return len(m.Series.Rows) > 0 })
}
