package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// frameworksChart counts the items of other frameworks by what is related to
// them here, and by how far that is implemented. Related is not equal: what it
// counts is never a share of a law that is kept.
func frameworksChart(p *projector) (view.Chart, bool) {
	c := counting{form: "bars", axis: p.say("crosswalk.framework"), series: []bin{
		{key: "implemented", name: p.say("chart.frameworks.implemented"), tone: "1"},
		{key: "unfinished", name: p.say("chart.frameworks.unfinished"), tone: "2"},
		{key: "otherwise", name: p.say("chart.frameworks.otherwise"), tone: "3"},
		{key: "none", name: p.say("chart.frameworks.none"), tone: "none"},
	}}
	crosswalk := p.crosswalks()
	related := 0
	paths := map[string]string{}
	for _, framework := range record.All[record.Framework](p.Handbook) {
		id := framework.ID.Value
		if !crosswalk.mapped[id] {
			continue
		}
		c.categories = append(c.categories, bin{key: id, name: p.frameworkCell(id).Text})
		for _, b := range crosswalk.items[id] {
			if b.item.Heading.Value {
				continue
			}
			state := p.relatedState(b.item)
			c.add(id, state)
			if state != "none" {
				related++
			}
		}
		paths[id] = framework.Path()
	}
	c.path = func(framework, state string) string { return paths[framework] + "?tied=" + state + "#register" }
	reading := p.say("chart.frameworks.reading", "count", c.total(), "related", related)
	c.dropEmpty()
	return c.chart(p, reading)
}

// relatedState says what is related to an item of a framework: controls that are
// all implemented, controls of which one is not, only clauses or what is related
// to its parts, or nothing.
func (p *projector) relatedState(item *record.Item) string {
	ties := p.crosswalks().ofItem[item]
	if len(ties) == 0 && !p.crosswalks().within[item] {
		return "none"
	}
	state := "otherwise"
	for _, t := range ties {
		switch control, ok := t.end.(*record.Control); {
		case ok && soaState(control) != string(record.Implemented):
			return "unfinished"
		case ok:
			state = "implemented"
		}
	}
	return state
}
