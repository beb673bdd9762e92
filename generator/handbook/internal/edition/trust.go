package edition

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Trust returns what the trust edition shows. A kind reaches the public only by
// a function in this file: together they list everything that the world can
// learn.
func Trust(part *Part, w *words.Catalogue) view.Trust {
	p := newProjector(part, w)
	t := view.Trust{
		Language:     part.language(),
		BaseURL:      part.Config.BaseURL.Value,
		Organization: p.trustOrganization(),
		AsOf:         p.date(part.Today.Day),
		Fixed:        part.Today.Fixed,
		Themes:       p.trustThemes(),
		Synonyms:     p.synonyms(),
	}
	if t.BaseURL != "" && !strings.HasSuffix(t.BaseURL, "/") {
		t.BaseURL += "/"
	}
	for _, d := range record.All[record.Document](part.Handbook) {
		t.Documents = append(t.Documents, p.trustDocument(d))
	}
	t.Files = p.embedded()
	return t
}

func (p *projector) trustOrganization() view.TrustOrganization {
	o := p.Config.Organization.Row
	return view.TrustOrganization{
		Name:            o.Name.Value,
		LegalName:       o.LegalName.Value,
		SecurityContact: o.SecurityContact.Value,
		SecurityAddress: contactAddress(o.SecurityContact.Value),
		Lede:            p.html(&o.TrustLede),
		Brand:           p.brand(),
	}
}

// contactAddress returns where a link to a contact leads.
func contactAddress(contact string) string {
	switch {
	case strings.HasPrefix(contact, "https://"):
		return contact
	case strings.Contains(contact, "@") && !strings.ContainsAny(contact, " /:"):
		return "mailto:" + contact
	default:
		return ""
	}
}

// trustThemes groups the controls that have words for customers.
func (p *projector) trustThemes() []view.TrustTheme {
	var themes []view.TrustTheme
	for _, option := range record.Theme("").Options() {
		theme := view.TrustTheme{Name: p.say("control.theme." + option.Word)}
		for _, c := range record.All[record.Control](p.Handbook) {
			if string(c.Theme.Value) == option.Word && c.Public.IsSet() {
				theme.Controls = append(theme.Controls, p.trustControl(c))
			}
		}
		if len(theme.Controls) > 0 {
			themes = append(themes, theme)
		}
	}
	return themes
}

func (p *projector) trustControl(c *record.Control) view.TrustControl {
	return view.TrustControl{ID: c.ID.Value, Title: c.Title.Value, Path: c.Path(), Text: p.html(&c.Public)}
}

func (p *projector) trustDocument(d *record.Document) view.TrustDocument {
	t := view.TrustDocument{
		ID:       d.ID.Value,
		Title:    d.Title.Value,
		Path:     d.Path(),
		Version:  d.Version.Value,
		Approved: p.date(d.Approved.Day),
		Summary:  p.html(&d.Summary),
		Plain:    p.plain(&d.Summary),
		Body:     p.html(&d.Body),
	}
	if option, ok := d.Type.Chosen(); ok {
		t.Type = p.optionCell(d.Kind, "type", option).Text
	}
	if d.Body.Parsed != nil {
		t.Outline = d.Body.Parsed.Outline(p.resolver(&d.Body, nil))
	}
	return t
}
