package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// soaStates are the series of a chart that tells how far controls are.
func (p *projector) soaStates() []bin {
	return []bin{
		{key: string(record.Implemented), name: p.say("control.sum.implemented"), tone: "1"},
		{key: string(record.PartlyDone), name: p.say("control.sum.partly"), tone: "2"},
		{key: string(record.PlannedControl), name: p.say("control.sum.planned"), tone: "3"},
		{key: "excluded", name: p.say("control.sum.excluded"), tone: "none"},
		{key: "undecided", name: p.say("control.sum.undecided"), tone: "4"},
	}
}

// soaState returns how far a control is, as the Statement of Applicability is
// filtered by it.
func soaState(control *record.Control) string {
	switch {
	case control.Excluded():
		return "excluded"
	case control.Status.IsSet():
		return string(control.Status.Value)
	default:
		return "undecided"
	}
}

// soaByThemeChart counts the controls by theme and by how far they are.
func soaByThemeChart(p *projector) (view.Chart, bool) {
	c := counting{form: "bars", axis: p.say("control.theme.title"), series: p.soaStates(), path: func(theme, state string) string {
		return filtered("control", "theme", theme, "status", state)
	}}
	for _, option := range record.Theme("").Options() {
		c.categories = append(c.categories, bin{key: option.Word, name: p.say("control.theme." + option.Word)})
	}
	decided := 0
	for _, control := range record.All[record.Control](p.Handbook) {
		c.add(string(control.Theme.Value), soaState(control))
		if control.Applicable.IsSet() {
			decided++
		}
	}
	sum := p.sumUp(p.rowsOf("control"))
	reading := p.say("control.lede", "count", sum.applicable(), "implemented", sum.implemented, "excluded", sum.excluded)
	c.dropEmpty()
	made, _ := c.chart(p, reading)
	return made, decided > 0
}

// attributeStates tell the applicable controls apart by whether they work in
// full.
func (p *projector) attributeStates() []bin {
	return []bin{
		{key: "done", name: p.say("control.sum.implemented"), tone: "1"},
		{key: "open", name: p.say("chart.control.not-yet"), tone: "3"},
	}
}

// inPlace returns whether an applicable control works in full, as the Statement
// of Applicability is filtered by it; nothing for any other control.
func inPlace(control *record.Control) string {
	switch soaState(control) {
	case "excluded", "undecided":
		return ""
	case string(record.Implemented):
		return "done"
	default:
		return "open"
	}
}

// attributeFacets lets the Statement of Applicability be filtered by the
// attributes of an applicable control, and by whether it works in full.
func (p *projector) attributeFacets(control *record.Control) []view.Facet {
	var facets []view.Facet
	for _, attribute := range []record.Lines{control.ControlType, control.Properties, control.Concepts, control.Capabilities} {
		for _, line := range attribute.Items {
			facets = append(facets, view.Facet{Key: "attribute", Value: slug(line.Value), Label: line.Value})
		}
	}
	for _, state := range p.attributeStates() {
		if len(facets) > 0 && state.key == inPlace(control) {
			facets = append(facets, view.Facet{Key: "in-place", Value: state.key, Label: state.name})
		}
	}
	return facets
}

// attributeOrder is the order of attributes of ISO/IEC 27002 that have one; the
// others follow as the standard's controls first name them.
var attributeOrder = []string{"Preventive", "Detective", "Corrective", "Identify", "Protect", "Detect", "Respond", "Recover"}

// countAttributes counts the applicable controls by attributes of ISO/IEC 27002.
// A control with several counts for each.
func (p *projector) countAttributes(form, axis string, attributes ...func(*record.Control) record.Lines) counting {
	c := counting{form: form, axis: axis, series: p.attributeStates(), path: func(attribute, state string) string {
		return filtered("control", "attribute", slug(attribute), "in-place", state)
	}}
	for _, attribute := range attributes {
		for _, control := range record.All[record.Control](p.Handbook) {
			for _, line := range attribute(control).Items {
				if !slices.ContainsFunc(c.categories, func(b bin) bool { return b.key == line.Value }) {
					c.categories = append(c.categories, bin{key: line.Value, name: line.Value})
				}
				if state := inPlace(control); state != "" {
					c.add(line.Value, state)
				}
			}
		}
	}
	slices.SortStableFunc(c.categories, func(a, b bin) int {
		if i, j := slices.Index(attributeOrder, a.key), slices.Index(attributeOrder, b.key); i >= 0 && j >= 0 {
			return i - j
		}
		return 0
	})
	return c
}

// attributesReading names the attribute of which most is not yet implemented.
func (p *projector) attributesReading(c counting) string {
	var least bin
	for _, category := range c.categories {
		if c.of(category.key, "open") > c.of(least.key, "open") {
			least = category
		}
	}
	if least.name == "" {
		return p.say("chart.control.all-done")
	}
	return p.say("chart.control.least", "name", least.name, "count", c.of(least.key), "done", c.of(least.key, "done"))
}

// controlAttributesChart counts the controls by when they act and what they
// protect.
func controlAttributesChart(p *projector) (view.Chart, bool) {
	c := p.countAttributes("bars", p.say("chart.control.attribute"),
		func(c *record.Control) record.Lines { return c.ControlType },
		func(c *record.Control) record.Lines { return c.Properties })
	return c.chart(p, p.attributesReading(c))
}

// controlCapabilitiesChart counts the controls by operational capability.
func controlCapabilitiesChart(p *projector) (view.Chart, bool) {
	c := p.countAttributes("bars", p.say("chart.control-capabilities.axis"), func(c *record.Control) record.Lines { return c.Capabilities })
	return c.chart(p, p.attributesReading(c))
}

// controlConceptsChart compares, by cybersecurity concept, the controls that
// apply with those that are implemented.
func controlConceptsChart(p *projector) (view.Chart, bool) {
	c := p.countAttributes("radar", p.say("chart.control-concepts.axis"), func(c *record.Control) record.Lines { return c.Concepts })
	made, ok := c.chart(p, p.attributesReading(c))
	if !ok {
		return view.Chart{}, false
	}
	// An outline of what applies encloses one of what is implemented; what is not
	// yet done lies between them.
	applicable := view.Series{Name: p.say("chart.control.applicable"), Tone: "plan"}
	for _, category := range c.categories {
		number := float64(c.of(category.key))
		applicable.Values = append(applicable.Values, view.Value{
			Known: true, Number: number, Label: p.mark(category.name, applicable.Name, number), Path: filtered("control", "attribute", slug(category.key)),
		})
	}
	made.Picture.Series = []view.Series{made.Picture.Series[0], applicable}
	made.Table = seriesTable(c.axis, "", made.Picture)
	return made, true
}
