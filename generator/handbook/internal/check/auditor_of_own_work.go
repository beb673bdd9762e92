package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var auditorOfOwnWork = Rule{
	Code: "auditor-of-own-work", Basis: "9.2.2",
	Doc: "auditors are impartial: nobody audits what they answer for",
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Audit](h) {
			for _, auditor := range a.AuditorHolders.Items {
				if owned := h.auditedWorkOf(a, auditor.Value); len(owned) > 0 {
					report(a, auditor.At, "in "+a.ID.Value+", "+auditor.Value+" audited own work: "+someInWords(owned), "let somebody else look at it, and write who did in auditor-holders", owned...)
				}
			}
		}
	},
}

// auditedWorkOf returns what the audit looked at that belongs to the person: the
// roles that they hold, and what those own.
func (h *survey) auditedWorkOf(a *record.Audit, person string) []record.Record {
	holds := func(role string) bool { return person != "" && slices.Contains(h.holdersOf(role), person) }
	var work []record.Record
	for _, role := range a.Auditees.In(h.Handbook) {
		if holds(role.ID.Value) {
			work = append(work, role)
		}
	}
	for _, c := range a.Controls.In(h.Handbook) {
		if holds(c.Owner.ID) {
			work = append(work, c)
		}
	}
	for _, p := range a.Processes.In(h.Handbook) {
		if holds(p.Owner.ID) {
			work = append(work, p)
		}
	}
	for _, r := range a.Risks.In(h.Handbook) {
		if holds(r.Owner.ID) {
			work = append(work, r)
		}
	}
	return work
}
