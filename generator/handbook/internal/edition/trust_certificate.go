package edition

import (
	"cmp"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// trustStates lists the states of a certificate, the one that says most to a
// customer first.
var trustStates = []record.CertificateStatus{
	record.CertificateValid, record.CertificateSuspended, record.CertificatePreparing, record.CertificateExpired, record.CertificateWithdrawn,
}

// trustCertificates returns the certificates by their state, and in one state
// the one that lasts longest first.
func (p *projector) trustCertificates() []view.TrustCertificate {
	certificates := record.All[record.Certificate](p.Handbook)
	slices.SortStableFunc(certificates, func(a, b *record.Certificate) int {
		return cmp.Or(
			cmp.Compare(slices.Index(trustStates, a.StatusOn(p.Today.Day)), slices.Index(trustStates, b.StatusOn(p.Today.Day))),
			b.ValidUntil.Day.Compare(a.ValidUntil.Day),
		)
	})
	var shown []view.TrustCertificate
	for _, c := range certificates {
		shown = append(shown, p.trustCertificate(c))
	}
	return shown
}

func (p *projector) trustCertificate(c *record.Certificate) view.TrustCertificate {
	t := view.TrustCertificate{
		ID:            c.ID.Value,
		Title:         c.Title.Value,
		Path:          c.Path(),
		State:         string(c.StatusOn(p.Today.Day)),
		Badge:         p.certificateBadge(c),
		Statement:     p.certificateStatement(c),
		LegalEntity:   c.LegalEntity.Value,
		Standard:      c.Standard.Value,
		Body:          c.Body.Value,
		Accreditation: c.Accreditation.Value,
		Number:        c.Number.Value,
		Scope:         p.html(&c.Scope),
		Sites:         plainLines(c.Sites),
		Exclusions:    p.html(&c.Exclusions),
		SoA:           p.soaVersion(c),
		ValidFrom:     p.date(c.ValidFrom.Day),
		ValidUntil:    p.date(c.ValidUntil.Day),
		Verify:        c.Verify.URL,
		File:          p.trustFile(c.File, c.Title.Value),
	}
	if c.StatusOn(p.Today.Day) == record.CertificateValid {
		t.Over = view.TrustEnd{
			Last:      t.ValidUntil,
			Badge:     trustBadge(record.Bad, p.say("certificate.state.over", "date", t.ValidUntil.Text)),
			Statement: p.say("certificate.over", "date", t.ValidUntil.Text),
		}
	}
	return t
}

// certificateBadge says in a word or two how things stand with a certificate.
func (p *projector) certificateBadge(c *record.Certificate) view.TrustBadge {
	state := c.StatusOn(p.Today.Day)
	option, _ := record.FindOption(state.Options(), string(state))
	return trustBadge(option.Tone, p.say("certificate.state."+string(state), "date", p.date(c.ValidUntil.Day).Text))
}

// certificateStatement says in a sentence what is so. It speaks of a certified
// system only while the certificate is valid.
func (p *projector) certificateStatement(c *record.Certificate) string {
	state := string(c.StatusOn(p.Today.Day))
	if state == string(record.CertificatePreparing) && c.Body.IsSet() {
		state = "preparing-with"
	}
	return p.say("certificate.statement."+state, "entity", c.LegalEntity.Value, "standard", c.Standard.Value, "body", c.Body.Value,
		"date", p.date(c.ValidUntil.Day).Text)
}

// soaVersion names the Statement of Applicability that stands on a certificate.
func (p *projector) soaVersion(c *record.Certificate) string {
	switch {
	case c.SoAVersion.IsSet() && c.SoADate.IsSet():
		return p.say("certificate.soa-dated", "version", c.SoAVersion.Value, "date", p.date(c.SoADate.Day).Text)
	case c.SoAVersion.IsSet():
		return p.say("certificate.soa", "version", c.SoAVersion.Value)
	default:
		return p.date(c.SoADate.Day).Text
	}
}

func (p *projector) trustScopes() []view.TrustScope {
	var scopes []view.TrustScope
	for _, s := range record.All[record.Scope](p.Handbook) {
		scope := view.TrustScope{
			ID:          s.ID.Value,
			Title:       s.Title.Value,
			Path:        s.Path(),
			Statement:   p.html(&s.Statement),
			Plain:       p.plain(&s.Statement),
			LegalEntity: s.LegalEntity.Value,
			Sites:       plainLines(s.Sites),
			Activities:  plainLines(s.Activities),
			Version:     s.Version.Value,
			Approved:    p.date(s.Approved.Day),
		}
		for i := range s.Exclusions.Items {
			scope.Exclusions = append(scope.Exclusions, p.html(&s.Exclusions.Items[i]))
		}
		scopes = append(scopes, scope)
	}
	return scopes
}

func plainLines(lines record.Lines) []string {
	var plain []string
	for _, item := range lines.Items {
		plain = append(plain, item.Value)
	}
	return plain
}
