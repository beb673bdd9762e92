package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// assessed says how a supplier stands by its assessments, as the list of
// suppliers is filtered by it: the result of the last one, that the next one is
// overdue, or that there was none. It is empty for a relation that is over.
func (p *projector) assessed(supplier *record.Supplier) string {
	switch rows := supplier.Assessments.Rows; {
	case supplier.Settled() || !supplier.Tier.IsSet():
		return ""
	case supplier.NextAssessment.Before(p.Today.Day):
		return "overdue"
	case len(rows) > 0:
		return string(rows[len(rows)-1].Result.Value)
	default:
		return "never"
	}
}

// assessedStates are the series of the chart of suppliers.
func (p *projector) assessedStates() []bin {
	kind := record.KindNamed("supplier")
	tones := map[string]string{"good": "1", "conditions": "2", "poor": "bad"}
	var states []bin
	for _, option := range record.SupplierResult("").Options() {
		states = append(states, bin{key: option.Word, name: p.optionCell(kind, "result", option).Text, tone: tones[option.Word]})
	}
	return append(states,
		bin{key: "overdue", name: p.say("chart.supplier-assessments.overdue"), tone: "4"},
		bin{key: "never", name: p.say("chart.supplier-assessments.never"), tone: "none"})
}

// supplierList lets the list of suppliers be filtered by how they stand.
func supplierList(p *projector, l *view.List) {
	names := map[string]string{}
	for _, state := range p.assessedStates() {
		names[state.key] = state.name
	}
	addFacets(l, "assessed", p.say("chart.supplier-assessments.filter"), func(id string) (key, name string) {
		r, _ := p.Find(id)
		if supplier, ok := r.(*record.Supplier); ok {
			key = p.assessed(supplier)
		}
		return key, names[key]
	})
}

// supplierAssessmentsChart counts the suppliers by tier and by how they stand.
func supplierAssessmentsChart(p *projector) (view.Chart, bool) {
	c := p.countingBy(record.KindNamed("supplier"), "tier", "assessed", p.assessedStates())
	for _, supplier := range record.All[record.Supplier](p.Handbook) {
		if state := p.assessed(supplier); state != "" {
			c.add(string(supplier.Tier.Value), state)
		}
	}
	reading := p.say("chart.supplier-assessments.reading", "count", c.total(), "good", c.in("good"), "conditions", c.in("conditions"), "overdue", c.in("overdue")+c.in("never"))
	c.dropEmpty()
	return c.chart(p, reading)
}
