package edition

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

func (p *projector) trustHandouts() []view.TrustHandout {
	var handouts []view.TrustHandout
	for _, h := range record.All[record.Handout](p.Handbook) {
		handouts = append(handouts, p.trustHandout(h))
	}
	return handouts
}

// trustHandout returns what anybody may know of a handout. Its file is among
// that only where the author wrote it down as a download.
func (p *projector) trustHandout(h *record.Handout) view.TrustHandout {
	t := view.TrustHandout{
		ID:      h.ID.Value,
		Title:   h.Title.Value,
		Path:    h.Path(),
		About:   p.html(&h.Description),
		Plain:   p.plain(&h.Description),
		Version: h.Version.Value,
		Dated:   p.date(h.Dated.Day),
		File:    p.trustFile(h.Download, h.Title.Value),
	}
	switch {
	case t.File.Path != "":
		t.Access = "public"
	case h.Agreement.Value:
		t.Access = "agreement"
	default:
		t.Access = "request"
	}
	if t.Access != "public" {
		t.Request = p.requestMail(t.Title, t.Version)
	}
	t.Badge = p.accessBadge(t.Access)
	return t
}

func (p *projector) accessBadge(access string) view.TrustBadge {
	if access == "public" {
		return trustBadge(record.Good, p.say("trust.access.public"))
	}
	return trustBadge(record.Planned, p.say("trust.access."+access))
}

// trustOffers returns in one list what a reviewer can have at once, documents
// first, and in another what has to be asked for.
func (p *projector) trustOffers() view.TrustOffers {
	var offers view.TrustOffers
	open := p.accessBadge("public")
	for _, d := range p.trustDocuments() {
		offers.Public = append(offers.Public, view.TrustOffer{
			ID: d.ID, Title: d.Title, Path: d.Path, About: d.Summary, Version: d.Version, Dated: d.Approved, File: d.File, Access: "public", Badge: open,
		})
	}
	for _, c := range p.trustCertificates() {
		if c.File.Path != "" {
			offers.Public = append(offers.Public, view.TrustOffer{
				ID: c.ID, Title: c.Title, Path: c.Path, Dated: c.ValidFrom, File: c.File, Access: "public", Badge: open,
			})
		}
	}
	for _, s := range p.trustScopes() {
		offers.Public = append(offers.Public, view.TrustOffer{
			ID: s.ID, Title: s.Title, Path: s.Path, About: s.Statement, Version: s.Version, Dated: s.Approved, Access: "public", Badge: open,
		})
	}
	for _, h := range p.trustHandouts() {
		offer := view.TrustOffer{
			ID: h.ID, Title: h.Title, Path: h.Path, About: h.About, Version: h.Version, Dated: h.Dated, File: h.File,
			Access: h.Access, Badge: h.Badge, Request: h.Request,
		}
		if h.File.Path != "" {
			offers.Public = append(offers.Public, offer)
		} else {
			offers.Request = append(offers.Request, offer)
		}
	}
	return offers
}

// trustRequests returns how one asks for what is sent on request.
func (p *projector) trustRequests() view.TrustRequests {
	centre := p.trustCentre()
	contact := centre.Contact.Value
	if contact == "" {
		contact = p.Config.Organization.Row.SecurityContact.Value
	}
	return view.TrustRequests{
		Contact: contact,
		Address: contactAddress(contact),
		Text:    p.html(&centre.Requests),
		Form:    string(centre.Form.Value),
	}
}

// requestMail returns the address of a mail that asks for a paper, its subject
// written; nothing where requests are no mails.
func (p *projector) requestMail(title, version string) string {
	requests := p.trustRequests()
	if requests.Form != "" || !strings.HasPrefix(requests.Address, "mailto:") {
		return ""
	}
	subject := p.say("trust.request.subject", "title", joinWords(title, version))
	return requests.Address + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20")
}

// trustFile takes a file into the edition for download; it is saved under the
// title of what it belongs to.
func (p *projector) trustFile(attachment record.Attachment, title string) view.TrustFile {
	file, found := p.Files[path.Clean(attachment.Name)]
	if !attachment.IsSet() || !found {
		return view.TrustFile{}
	}
	extension := strings.ToLower(path.Ext(file.Name))
	return view.TrustFile{
		Path: p.take(file),
		Name: fileName(p.Config.Organization.Row.Name.Value+" "+title) + extension,
		Type: strings.ToUpper(strings.TrimPrefix(extension, ".")),
		Size: p.fileSize(len(file.Data)),
	}
}

// fileName makes of words a name that every system can store.
func fileName(words string) string {
	parts := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(parts, "-")
}

// fileSize says how large a file is, never that it has no size.
func (p *projector) fileSize(bytes int) string {
	const kilobyte, megabyte = 1000, 1000 * 1000
	if bytes >= megabyte {
		return p.say("trust.file.megabytes", "size", (bytes+megabyte/2)/megabyte)
	}
	return p.say("trust.file.kilobytes", "size", max(1, (bytes+kilobyte/2)/kilobyte))
}
