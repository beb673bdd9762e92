package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var badDigest = Rule{
	Code: "bad-digest", Basis: "7.5.3",
	Doc:      "the digest of a file is written as SHA-256 in hexadecimal",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, e := range all[record.Evidence](h) {
			if !e.SHA256.IsSet() || isDigest(e.SHA256.Value) {
				continue
			}
			hint := "write the 64 digits that sha256sum prints"
			if digest, known := h.digest(e); known {
				hint = "write: sha256 = \"" + digest + "\""
			}
			report(e, e.SHA256.At, "this is no SHA-256 digest", hint)
		}
	},
}
