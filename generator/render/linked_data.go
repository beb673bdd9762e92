package render

import "github.com/annex-isms/annex/generator/view"

// linkedData is what the first page tells machines in the words of schema.org:
// who the organization is, how to reach it, and which certificates are valid.
type linkedData struct {
	Context        string                `json:"@context"`
	Type           string                `json:"@type"`
	Name           string                `json:"name"`
	LegalName      string                `json:"legalName,omitempty"`
	URL            string                `json:"url,omitempty"`
	ContactPoints  []linkedContact       `json:"contactPoint,omitempty"`
	Certifications []linkedCertification `json:"hasCertification,omitempty"`
}

type linkedContact struct {
	Type    string `json:"@type"`
	Purpose string `json:"contactType"`
	Email   string `json:"email,omitempty"`
	URL     string `json:"url,omitempty"`
}

type linkedCertification struct {
	Type       string       `json:"@type"`
	Name       string       `json:"name"`
	Number     string       `json:"certificationIdentification,omitempty"`
	Status     string       `json:"certificationStatus"`
	IssuedBy   linkedIssuer `json:"issuedBy"`
	About      string       `json:"about,omitempty"`
	ValidFrom  string       `json:"validFrom,omitempty"`
	ValidUntil string       `json:"expires,omitempty"`
	URL        string       `json:"url,omitempty"`
}

type linkedIssuer struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

func linkedDataOf(t view.Trust) linkedData {
	data := linkedData{
		Context: "https://schema.org", Type: "Organization",
		Name: t.Organization.Name, LegalName: t.Organization.LegalName, URL: t.BaseURL,
	}
	if contact := t.Organization.SecurityAddress; contact != "" {
		point := linkedContact{Type: "ContactPoint", Purpose: "security", URL: contact}
		if contact == "mailto:"+t.Organization.SecurityContact {
			point.Email, point.URL = t.Organization.SecurityContact, ""
		}
		data.ContactPoints = append(data.ContactPoints, point)
	}
	for _, c := range t.Certificates {
		if c.State != "valid" {
			continue
		}
		data.Certifications = append(data.Certifications, linkedCertification{
			Type: "Certification", Name: c.Standard, Number: c.Number, Status: "https://schema.org/CertificationActive",
			IssuedBy: linkedIssuer{Type: "Organization", Name: c.Body}, About: plainText(c.Scope),
			ValidFrom: c.ValidFrom.ISO, ValidUntil: c.ValidUntil.ISO, URL: c.Verify,
		})
	}
	return data
}
