package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// trustSubprocessors returns the suppliers that handle customers' personal data.
// Their days alone say which of them are there, will be, or have been.
func (p *projector) trustSubprocessors() view.TrustSubprocessors {
	var t view.TrustSubprocessors
	for _, s := range record.All[record.Supplier](p.Handbook) {
		if s.SubprocessorUntil.Before(p.Today.Day) {
			t.Former = append(t.Former, p.trustSubprocessor(s))
		} else {
			t.Current = append(t.Current, p.trustSubprocessor(s))
		}
	}
	t.Notice = p.trustCentre().SubprocessorNotice.Value
	t.Updates = slices.DeleteFunc(p.trustUpdates(), func(u view.TrustUpdate) bool { return u.Type != string(record.SubprocessorUpdate) })
	return t
}

func (p *projector) trustSubprocessor(s *record.Supplier) view.TrustSubprocessor {
	t := view.TrustSubprocessor{
		ID:      s.ID.Value,
		Name:    s.LegalName.Value,
		Path:    s.Path(),
		Purpose: p.html(&s.Purpose),
		Plain:   p.plain(&s.Purpose),
		Data:    s.DataProcessed.Value,
		Place:   s.ProcessingLocation.Value,
		Since:   p.date(s.SubprocessorSince.Day),
		Until:   p.date(s.SubprocessorUntil.Day),
	}
	switch {
	case s.SubprocessorUntil.Before(p.Today.Day):
		t.Badge = trustBadge(record.None, p.say("trust.standing.former", "date", t.Until.Text))
	case s.SubprocessorSince.After(p.Today.Day):
		t.Badge = trustBadge(record.Due, p.say("trust.standing.announced", "date", t.Since.Text))
	case s.SubprocessorUntil.IsSet():
		t.Badge = trustBadge(record.Due, p.say("trust.standing.leaving", "date", t.Until.Text))
	}
	for _, update := range p.updates() {
		if slices.Contains(update.Suppliers.In(p.Handbook), s) {
			t.Updates = append(t.Updates, p.trustUpdate(update))
		}
	}
	return t
}
