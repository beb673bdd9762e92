package edition

import "github.com/annex-isms/annex/generator/view"

// trustFrameworks returns where the organization stands with standards and laws:
// a line for each certificate. A single one needs no list, for the first page
// opens with it.
func (p *projector) trustFrameworks() []view.TrustFramework {
	var frameworks []view.TrustFramework
	for _, c := range p.trustCertificates() {
		frameworks = append(frameworks, view.TrustFramework{
			Name: c.Standard, Path: c.Path, Badge: c.Badge, Over: c.Over, Since: c.ValidFrom, Text: view.Escape(c.LegalEntity),
		})
	}
	if len(frameworks) == 1 {
		return nil
	}
	return frameworks
}
