package edition

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Trust returns what the trust edition shows. A kind reaches the public only by
// a function in this file or in one of those beside it that are called trust_*:
// together they list everything that the world can learn.
func Trust(part *Part, w *words.Catalogue) view.Trust {
	p := newProjector(part, w)
	t := view.Trust{
		Language:      part.language(),
		BaseURL:       part.Config.BaseURL.Value,
		Organization:  p.trustOrganization(),
		AsOf:          p.date(part.Today.Day),
		Fixed:         part.Today.Fixed,
		Certificates:  p.trustCertificates(),
		Scopes:        p.trustScopes(),
		Frameworks:    p.trustFrameworks(),
		Standings:     p.trustStandings(),
		Themes:        p.trustThemes(),
		Documents:     p.trustDocuments(),
		Handouts:      p.trustHandouts(),
		Offers:        p.trustOffers(),
		Subprocessors: p.trustSubprocessors(),
		Topics:        p.trustTopics(),
		Updates:       p.trustUpdates(),
		Requests:      p.trustRequests(),
		Report:        p.trustReport(),
		Links:         p.trustLinks(),
		Charts:        p.trustCharts(),
		Synonyms:      p.synonyms(),
	}
	if t.BaseURL != "" && !strings.HasSuffix(t.BaseURL, "/") {
		t.BaseURL += "/"
	}
	t.Home = trustHome(t)
	t.Files = p.embedded()
	return t
}

// How many lines the first page shows of lists that have a page of their own.
const (
	homeOffers        = 10
	homeSubprocessors = 10
	homeUpdates       = 4
)

// trustHome chooses from what the edition shows what its first page does.
func trustHome(t view.Trust) view.TrustHome {
	home := view.TrustHome{
		Offers:        first(homeOffers, slices.Concat(t.Offers.Public, t.Offers.Request)),
		Subprocessors: first(homeSubprocessors, t.Subprocessors.Current),
		Updates:       first(homeUpdates, t.Updates),
	}
	for i := range home.Offers {
		home.Offers[i].About = "" // one line each
	}
	for _, topic := range t.Topics {
		for _, question := range topic.Questions {
			if question.Brief != "" {
				home.Brief = append(home.Brief, question)
			}
		}
	}
	for _, theme := range t.Themes {
		for _, control := range theme.Controls {
			if control.Headline != "" {
				home.Highlights = append(home.Highlights, control)
			}
		}
	}
	return home
}

// first returns at most count of the items.
func first[T any](count int, items []T) []T { return items[:min(count, len(items))] }

func (p *projector) trustOrganization() view.TrustOrganization {
	o := p.Config.Organization.Row
	return view.TrustOrganization{
		Name:            o.Name.Value,
		LegalName:       o.LegalName.Value,
		SecurityContact: o.SecurityContact.Value,
		SecurityAddress: contactAddress(o.SecurityContact.Value),
		Headline:        p.trustCentre().Headline.Value,
		Lede:            p.html(&o.TrustLede),
		Plain:           p.plain(&o.TrustLede),
		Brand:           p.brand(),
	}
}

// trustCentre returns what annex.toml says of the trust centre, empty where it
// says nothing.
func (p *projector) trustCentre() *record.TrustCentre {
	if centre := p.Config.Trust.Row; centre != nil {
		return centre
	}
	return new(record.TrustCentre)
}

// references returns links to the entries, which the edition has.
func references[T record.Record](p *projector, entries []T) []view.TrustReference {
	var references []view.TrustReference
	for _, r := range entries {
		references = append(references, p.reference(r))
	}
	return references
}

func (p *projector) reference(r record.Record) view.TrustReference {
	head := r.Head()
	return view.TrustReference{ID: head.ID.Value, Title: p.title(r), Path: head.Path()}
}

func trustBadge(tone record.Tone, text string) view.TrustBadge {
	return view.TrustBadge{Tone: string(tone), Text: text}
}

// contactAddress returns where a link to a contact leads.
func contactAddress(contact string) string {
	switch {
	case strings.HasPrefix(contact, "https://"):
		return contact
	case strings.Contains(contact, "@") && !strings.ContainsAny(contact, " /:?&#"):
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
	t := view.TrustControl{
		ID: c.ID.Value, Title: c.Title.Value, Headline: c.Headline.Value, Path: c.Path(),
		Theme: p.say("control.theme." + string(c.Theme.Value)), Text: p.html(&c.Public), Plain: p.plain(&c.Public),
	}
	for _, link := range p.LinksTo(c) {
		if question, ok := link.From.(*record.Question); ok {
			t.Answers = append(t.Answers, p.reference(question))
		}
	}
	return t
}

func (p *projector) trustDocuments() []view.TrustDocument {
	var documents []view.TrustDocument
	for _, d := range record.All[record.Document](p.Handbook) {
		documents = append(documents, p.trustDocument(d))
	}
	return documents
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
		File:     p.trustFile(d.File, d.Title.Value),
	}
	if option, ok := d.Type.Chosen(); ok {
		t.Type = p.optionCell(d.Kind, "type", option).Text
	}
	t.Charts = p.trustPlaced(t.Body)
	if d.Body.Parsed != nil {
		t.Outline = d.Body.Parsed.Outline(p.linkWords(&d.Body))
	}
	return t
}
