package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// The states of a piece of evidence, as its list is filtered by them.
const (
	evidenceValid    = "valid"
	evidenceExpiring = "expiring"
	evidenceExpired  = "expired"
	evidenceLasting  = "lasting" // without an end
)

// evidenceState says whether a piece of evidence still shows something.
func (p *projector) evidenceState(e *record.Evidence) string {
	switch left := days(p.Today.Day, e.Expires.Day); {
	case !e.Expires.IsSet():
		return evidenceLasting
	case left < 0:
		return evidenceExpired
	case left <= soon:
		return evidenceExpiring
	default:
		return evidenceValid
	}
}

// evidenceStates are the series of charts of evidence.
func (p *projector) evidenceStates() []bin {
	return []bin{
		{key: evidenceValid, name: p.say("chart.evidence.valid"), tone: "1"},
		{key: evidenceExpiring, name: p.say("chart.evidence.expiring"), tone: "2"},
		{key: evidenceLasting, name: p.say("chart.evidence.lasting"), tone: "3"},
		{key: evidenceExpired, name: p.say("chart.evidence.expired"), tone: "bad"},
	}
}

// evidenceList lets the list of evidence be filtered by how fresh it is.
func evidenceList(p *projector, l *view.List) {
	names := map[string]string{}
	for _, state := range p.evidenceStates() {
		names[state.key] = state.name
	}
	addFacets(l, "freshness", p.say("chart.evidence.freshness"), func(id string) (key, name string) {
		r, _ := p.Find(id)
		key = ""
		if e, ok := r.(*record.Evidence); ok && e.Head().Title.IsSet() {
			key = p.evidenceState(e)
		}
		return key, names[key]
	})
}

// addFacets lets a list be filtered by links with one more property, which of
// returns for the entry of an ID; an empty key is none.
func addFacets(l *view.List, key, label string, of func(id string) (value, name string)) {
	for g := range l.Groups {
		for i := range l.Groups[g].Rows {
			row := &l.Groups[g].Rows[i]
			if value, name := of(row.Anchor); value != "" {
				row.Facets = append(row.Facets, view.Facet{Key: key, Value: value, Label: name})
			}
		}
	}
	linkBy(l, key, label)
}

// linkBy lets links filter a list by a facet that its rows have.
func linkBy(l *view.List, key, label string) {
	if filter := filterBy(key, label, l.Groups); len(filter.Options) > 0 {
		filter.Linked = true
		l.Filters = append(l.Filters, filter)
	}
}

// evidenceFreshnessChart counts the evidence by what sort of record it is and by
// whether it still shows something.
func evidenceFreshnessChart(p *projector) (view.Chart, bool) {
	c := p.countingBy(record.KindNamed("evidence"), "type", "freshness", p.evidenceStates())
	for _, e := range record.All[record.Evidence](p.Handbook) {
		if e.Type.IsSet() {
			c.add(string(e.Type.Value), p.evidenceState(e))
		}
	}
	reading := p.say("chart.evidence-freshness.reading", "count", c.total(), "expired", c.in(evidenceExpired)) + " " +
		p.say("chart.evidence-freshness.expiring", "count", c.in(evidenceExpiring), "days", soon)
	c.dropEmpty()
	return c.chart(p, reading)
}

// The states of a control by its evidence, as the Statement of Applicability is
// filtered by them.
const (
	evidencedNow   = "current"
	evidencedOnce  = "outdated"
	evidencedNever = "none"
)

// proof says whether a control that is implemented has evidence which is
// still valid, has had some, or has none.
func (p *projector) proof(control *record.Control) string {
	state := evidencedNever
	for _, link := range p.LinksTo(control) {
		e, ok := link.From.(*record.Evidence)
		if !ok {
			continue
		}
		if p.evidenceState(e) != evidenceExpired && !e.Date.Before(yearBefore(p.Today.Day)) {
			return evidencedNow
		}
		state = evidencedOnce
	}
	return state
}

func yearBefore(day time.Time) time.Time { return day.AddDate(-1, 0, 0) }

// evidencedStates are the series of charts of controls by their evidence.
func (p *projector) evidencedStates() []bin {
	return []bin{
		{key: evidencedNow, name: p.say("chart.control.evidenced-now"), tone: "1"},
		{key: evidencedOnce, name: p.say("chart.control.evidenced-once"), tone: "2"},
		{key: evidencedNever, name: p.say("chart.control.evidenced-never"), tone: "none"},
	}
}

// evidencedFacet lets the Statement of Applicability be filtered by evidence.
func (p *projector) evidencedFacet(control *record.Control) view.Facet {
	state := p.proof(control)
	facet := view.Facet{Key: "evidenced", Value: state}
	for _, known := range p.evidencedStates() {
		if known.key == state {
			facet.Label = known.name
		}
	}
	return facet
}

// controlEvidenceChart counts the controls that are implemented by theme and by
// their evidence.
func controlEvidenceChart(p *projector) (view.Chart, bool) {
	c := counting{form: "bars", axis: p.say("control.theme.title"), series: p.evidencedStates(), path: func(theme, state string) string {
		return filtered("control", "theme", theme, "status", string(record.Implemented), "evidenced", state)
	}}
	for _, option := range record.Theme("").Options() {
		c.categories = append(c.categories, bin{key: option.Word, name: p.say("control.theme." + option.Word)})
	}
	for _, control := range record.All[record.Control](p.Handbook) {
		if soaState(control) == string(record.Implemented) {
			c.add(string(control.Theme.Value), p.proof(control))
		}
	}
	now := c.in(evidencedNow)
	reading := p.say("chart.control-evidence.reading", "count", c.total(), "current", now)
	c.dropEmpty()
	made, ok := c.chart(p, reading)
	return made, ok && len(record.All[record.Evidence](p.Handbook)) > 0
}
