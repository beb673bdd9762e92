package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var contactAddress = Rule{
	Code: "contact-address", Level: finding.Note, Basis: "practice",
	Doc:      "people reach a contact by a link: it is a mail address or a web address",
	Audience: audience.Withheld, // it is about annex.toml
	Run: func(h *survey, report reporter) {
		var contacts []record.Line
		if o := h.Config.Organization.Row; o != nil {
			contacts = append(contacts, o.SecurityContact)
		}
		if centre := h.Config.Trust.Row; centre != nil {
			contacts = append(contacts, centre.Contact)
		}
		for _, contact := range contacts {
			if contact.IsSet() && !strings.Contains(contact.Value, "@") && !strings.HasPrefix(contact.Value, "https://") {
				report(nil, contact.At, "“"+contact.Value+"” is neither a mail address nor a web address, so that no link leads there",
					"write it as security@example.com, or as an address that begins with https://")
			}
		}
	},
}
