package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var programmeGap = Rule{
	Code: "programme-gap", Level: finding.Warning, Basis: "9.2.2",
	Doc:   "the audits of a programme look at every clause and every applicable control within its period",
	Seeks: []string{"audit", "control"},
	Run: func(h *survey, report reporter) {
		for _, p := range all[record.AuditProgramme](h) {
			if !p.From.IsSet() || !p.To.IsSet() {
				continue
			}
			if gap := h.leftOut(p); len(gap) > 0 {
				report(p, p.Source(), "no audit of "+p.ID.Value+" looks at "+someInWords(gap), "add them to the clauses and controls of an audit with programme = \""+p.ID.Value+"\"", gap...)
			}
		}
	},
}

// leftOut returns the clauses and applicable controls at which no audit of the
// programme looks within its period, be it done or planned.
func (h *survey) leftOut(p *record.AuditProgramme) []record.Record {
	lookedAt := map[string]bool{}
	for _, a := range all[record.Audit](h) {
		begins := a.PlannedFor
		if a.From.IsSet() {
			begins = a.From
		}
		if a.Programme.ID != p.ID.Value || a.Status.Value == record.AuditCancelled || begins.Before(p.From.Day) || begins.After(p.To.Day) {
			continue
		}
		for _, reference := range slices.Concat(a.Clauses.Items, a.Controls.Items) {
			lookedAt[reference.ID] = true
		}
	}
	var gap []record.Record
	for _, clause := range h.smallestClauses() {
		if !h.isLookedAt(clause, lookedAt) {
			gap = append(gap, clause)
		}
	}
	for _, c := range all[record.Control](h) {
		if c.Applicable.Value && !lookedAt[c.ID.Value] {
			gap = append(gap, c)
		}
	}
	return gap
}

// smallestClauses returns the clauses that have no parts.
func (h *survey) smallestClauses() []*record.Clause {
	return slices.DeleteFunc(all[record.Clause](h), func(c *record.Clause) bool { return h.isReferredTo(c, "clause") })
}

// isLookedAt reports whether the clause, or one that it is part of, is among
// those that were looked at.
func (h *survey) isLookedAt(c *record.Clause, lookedAt map[string]bool) bool {
	for ; c != nil; c = c.Parent.In(h.Handbook) {
		if lookedAt[c.ID.Value] {
			return true
		}
	}
	return false
}
