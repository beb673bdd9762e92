package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

func (p *projector) trustFrameworks() []view.TrustFramework {
	var frameworks []view.TrustFramework
	for _, f := range record.All[record.Framework](p.Handbook) {
		frameworks = append(frameworks, view.TrustFramework{
			ID:        f.ID.Value,
			Title:     f.Title.Value,
			Name:      f.Name(),
			Path:      f.Path(),
			Publisher: f.Publisher.Value,
			Edition:   f.Edition.Value,
			Reference: f.Reference.URL,
			Text:      p.html(&f.Public),
			Plain:     p.plain(&f.Public),
		})
	}
	return frameworks
}

// trustStandings returns a line for each certificate and each framework. A single
// certificate needs no list, for the first page opens with it.
func (p *projector) trustStandings() []view.TrustStanding {
	var standings []view.TrustStanding
	for _, c := range p.trustCertificates() {
		standings = append(standings, view.TrustStanding{
			Name: c.Standard, Path: c.Path, Badge: c.Badge, Over: c.Over, Since: c.ValidFrom,
		})
	}
	frameworks := p.trustFrameworks()
	if len(standings) == 1 && len(frameworks) == 0 {
		return nil
	}
	for _, f := range frameworks {
		standings = append(standings, view.TrustStanding{Name: f.Name, Path: f.Path, Text: f.Text})
	}
	return standings
}
