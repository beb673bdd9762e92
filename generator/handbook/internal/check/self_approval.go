package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var selfApproval = Rule{
	Code: "self-approval", Level: finding.Warning, Basis: "A.5.3",
	Doc: "nobody approves what is their own work: a document that they wrote, an exception that they asked for",
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			if d.Status.Value != record.InForce {
				continue
			}
			writer, wrote := &d.Author, "wrote"
			if !record.Written(writer) {
				writer, wrote = &d.Owner, "keeps"
			}
			if who := h.samePerson(&d.Approver, writer); who != "" {
				report(d, d.Approver.At, d.ID.Value+" was approved by "+who+", who "+wrote+" it as well", "have it approved by a role that somebody else holds")
			}
		}
		for _, e := range all[record.Exception](h) {
			if who := h.samePerson(&e.Approver, &e.Owner); !e.Settled() && who != "" {
				report(e, e.Approver.At, e.ID.Value+" was approved by "+who+", who asked for it as well", "have it approved by a role that somebody else holds")
			}
		}
	},
}
