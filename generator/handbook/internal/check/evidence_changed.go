package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var evidenceChanged = Rule{
	Code: "evidence-changed", Basis: "7.5.3",
	Doc:      "a file of evidence is still the one of which the digest was taken",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Evidence](h) {
			digest, known := h.digest(e)
			if known && isDigest(e.SHA256.Value) && !strings.EqualFold(e.SHA256.Value, digest) {
				report(e, e.SHA256.At, "the file of "+e.ID.Value+" is not the one of which this digest was taken",
					"find out who changed it, and bring the old file back; if it is right as it is, write: sha256 = \""+digest+"\"")
			}
		}
	},
}
