package edition

import (
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/view"
)

// trustCharts returns the charts that annex.toml names for publication. They
// count what auditors see. This is the one place at which anything about what is
// internal reaches the public: numbers, and the words beside them, which are
// those of the standard and of this program.
func (p *projector) trustCharts() []view.TrustChart {
	if p.counted == nil {
		return nil
	}
	counting := newProjector(p.counted, p.words)
	var published []view.TrustChart
	for _, option := range p.Config.Trust.Row.Publish.AllChosen() {
		if made, ok := counting.chart(option.Word); ok {
			published = append(published, trustChart(made))
		}
	}
	return published
}

// trustChart returns what anyone may see of a chart.
func trustChart(c view.Chart) view.TrustChart {
	t := view.TrustChart{Key: c.Key, Title: c.Title, Reading: c.Reading, Form: c.Picture.Form, Axis: c.Table.Columns[0].Title}
	for _, category := range c.Picture.Categories {
		t.Categories = append(t.Categories, category.Name)
	}
	for _, series := range c.Picture.Series {
		s := view.TrustSeries{Name: series.Name, Tone: series.Tone}
		for _, value := range series.Values {
			s.Values = append(s.Values, view.TrustValue{Number: int(value.Number), Label: value.Label})
		}
		t.Series = append(t.Series, s)
	}
	return t
}

// publishes reports whether annex.toml names a chart for publication, and there
// is something to tell in it.
func (p *projector) publishes(name string) bool {
	return slices.ContainsFunc(p.trustCharts(), func(c view.TrustChart) bool { return c.Key == name })
}

// trustPlaced returns the charts that a public text places, each once.
func (p *projector) trustPlaced(text view.HTML) []view.TrustChart {
	keys := text.Charts()
	if len(keys) == 0 {
		return nil
	}
	return slices.DeleteFunc(p.trustCharts(), func(c view.TrustChart) bool { return !slices.Contains(keys, c.Key) })
}

// placeable returns the name of a chart that a text may place in this edition,
// and nothing for any other.
func (p *projector) placeable(name string) string {
	if p.Edition == audience.TrustEdition {
		if p.publishes(name) {
			return name
		}
		return ""
	}
	if _, ok := p.chart(name); ok {
		return name
	}
	return ""
}
