package edition

import (
	"cmp"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// trustUpdates returns the news, the newest first.
func (p *projector) trustUpdates() []view.TrustUpdate {
	var updates []view.TrustUpdate
	for _, u := range p.updates() {
		updates = append(updates, p.trustUpdate(u))
	}
	return updates
}

// updates returns the updates, the newest first, and on one day the last of them.
func (p *projector) updates() []*record.Update {
	updates := record.All[record.Update](p.Handbook)
	slices.SortFunc(updates, func(a, b *record.Update) int {
		return cmp.Or(b.Date.Day.Compare(a.Date.Day), record.CompareIDs(b.ID.Value, a.ID.Value))
	})
	return updates
}

func (p *projector) trustUpdate(u *record.Update) view.TrustUpdate {
	t := view.TrustUpdate{
		ID:        u.ID.Value,
		Title:     u.Title.Value,
		Path:      u.Path(),
		Date:      p.date(u.Date.Day),
		Type:      string(u.Type.Value),
		Text:      p.html(&u.Text),
		Plain:     p.plain(&u.Text),
		Effective: p.date(u.Effective.Day),
		Ahead:     u.Effective.After(p.Today.Day),
	}
	if option, ok := u.Type.Chosen(); ok {
		t.Label = p.optionCell(u.Kind, "type", option).Text
	}
	for _, s := range u.Suppliers.In(p.Handbook) {
		t.About = append(t.About, view.TrustReference{ID: s.ID.Value, Title: s.LegalName.Value, Path: s.Path()})
	}
	t.About = append(t.About, references(p, u.Documents.In(p.Handbook))...)
	t.About = append(t.About, references(p, u.Certificates.In(p.Handbook))...)
	return t
}
