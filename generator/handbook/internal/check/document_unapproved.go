package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var documentUnapproved = Rule{
	Code: "document-unapproved", Basis: "7.5.2 c",
	Doc: "a document in force has been approved: by whom, and when",
	Run: func(h *survey, report reporter) {
		for _, d := range all[record.Document](h) {
			if d.Status.Value != record.InForce {
				continue
			}
			by, on := record.Written(&d.Approver), record.Written(&d.Approved)
			switch {
			case !by && !on:
				report(d, d.Status.At, d.ID.Value+" is in force, but nobody has approved it", "add: approver = \"…\" with the ID of a role, and approved = YYYY-MM-DD")
			case !by:
				report(d, d.Source(), d.ID.Value+" is in force, but does not say who approved it", "add: approver = \"…\" with the ID of a role")
			case !on:
				report(d, d.Source(), d.ID.Value+" is in force, but does not say when it was approved", "add: approved = YYYY-MM-DD")
			}
		}
	},
}
