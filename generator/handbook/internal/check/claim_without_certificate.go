package check

import (
	"regexp"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var claimWithoutCertificate = Rule{
	Code: "claim-without-certificate", Level: finding.Warning, Basis: "practice",
	Doc:      "once no certificate is valid any more, nothing that the public reads says “certified”",
	Audience: audience.Withheld, // editions hold no blocks by which to tell
	Run: func(h *survey, report reporter) {
		if !h.lostCertificate() {
			return
		}
		look := func(r record.Record, who string, fields []record.Field) {
			record.Walk(fields, func(_ string, field record.Field) {
				if field.Audience != audience.Public {
					return
				}
				for _, seen := range h.publicWordsOf(field.Value) {
					for _, at := range claim.FindAllStringIndex(seen.words, -1) {
						report(r, seen.place(at[0], at[1]), who+" speaks of something certified, but no certificate is valid today",
							"say what is so now; where it is about somebody else, use another word meanwhile")
					}
				}
			})
		}
		for _, r := range h.Entries() {
			if _, isCertificate := r.(*record.Certificate); !isCertificate && isSeenByAll(r) {
				look(r, id(r), record.AllFields(r))
			}
		}
		look(nil, "annex.toml", record.Fields(h.Config))
	},
}

// claim is the word in languages in which it is often said.
var claim = regexp.MustCompile(`(?i)\b(?:certified|zertifizier|gecertificeerd|certifié|certificad[oa]|certificato)`)

// lostCertificate reports whether the public reads of certificates, but of none
// that is valid.
func (h *survey) lostCertificate() bool {
	lost := false
	for _, c := range all[record.Certificate](h) {
		switch {
		case !isSeenByAll(c):
		case c.StatusOn(h.Today.Day) == record.CertificateValid:
			return false
		case c.Status.IsSet():
			lost = true
		}
	}
	return lost
}
