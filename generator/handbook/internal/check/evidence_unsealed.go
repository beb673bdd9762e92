package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var evidenceUnsealed = Rule{
	Code: "evidence-unsealed", Level: finding.Note, Basis: "7.5.3",
	Doc:      "evidence that is a file has a digest, so that a change would be seen",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Evidence](h) {
			if digest, known := h.digest(e); known && !record.Written(&e.SHA256) {
				report(e, placeOf(&e.File, e), "the file of "+e.ID.Value+" could be changed without anybody noticing", "add: sha256 = \""+digest+"\"")
			}
		}
	},
}
