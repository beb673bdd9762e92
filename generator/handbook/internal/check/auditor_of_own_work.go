package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var auditorOfOwnWork = Rule{
	Code: "auditor-of-own-work", Basis: "9.2.2",
	Doc: "auditors are impartial: nobody audits what they answer for, and no role what it owns",
	Run: func(h *survey, report reporter) {
		for _, a := range all[record.Audit](h) {
			if a.Status.Value == record.AuditCancelled {
				continue
			}
			audited := func(who string, at source.Span, holds func(role string) bool) bool {
				owned := h.auditedWork(a, holds)
				if len(owned) > 0 {
					report(a, at, "in "+a.ID.Value+", "+who+" audits own work: "+someInWords(owned), "let somebody else look at it, and write who does", owned...)
				}
				return len(owned) > 0
			}
			role := a.AuditorRole
			if role.IsSet() && audited(role.ID, role.At, func(owner string) bool { return owner == role.ID }) {
				continue
			}
			for _, auditor := range h.auditorsOf(a) {
				audited(auditor.Value, auditor.At, func(owner string) bool {
					return auditor.Value != "" && slices.Contains(h.holdersOf(owner), auditor.Value)
				})
			}
		}
	},
}

// auditorsOf returns the keys of those who audit. Where nobody has written them
// yet, they are those who hold the role that is going to.
func (h *survey) auditorsOf(a *record.Audit) []record.Line {
	if record.Written(&a.AuditorHolders) || a.Status.Value != record.AuditPlanned {
		return a.AuditorHolders.Items
	}
	var auditors []record.Line
	for _, holder := range h.holdersOf(a.AuditorRole.ID) {
		auditors = append(auditors, record.Line{Value: holder, At: a.AuditorRole.At})
	}
	return auditors
}

// auditedWork returns what the audit looks at that belongs to those who hold some
// roles: these roles, and what they own.
func (h *survey) auditedWork(a *record.Audit, holds func(role string) bool) []record.Record {
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
