package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// ages are how long findings have been open, the series of their chart: the
// older, the louder.
var ages = []struct {
	key  string
	tone string
	days int // at most
}{
	{"month", "3", 30}, {"quarter", "2", 90}, {"half", "1", 180}, {"older", "4", 1 << 30},
}

// foundOn returns the day on which an audit came to a finding, the last of the
// audit.
func (p *projector) foundOn(finding *record.AuditFinding) time.Time {
	audit := finding.Audit.In(p.Handbook)
	if audit == nil {
		return time.Time{}
	}
	return audit.LastDay().Day
}

// ageOf returns how long an open finding has been open, or nothing where it is
// closed or nobody can tell.
func (p *projector) ageOf(finding *record.AuditFinding) string {
	found := p.foundOn(finding)
	if finding.Settled() || found.IsZero() || !finding.Grade.IsSet() {
		return ""
	}
	for _, age := range ages {
		if days(found, p.Today.Day) <= age.days {
			return age.key
		}
	}
	return ""
}

// findingList lets the list of findings be filtered by how long they have been
// open.
func findingList(p *projector, l *view.List) {
	addFacets(l, "age", p.say("chart.findings.age"), func(id string) (key, name string) {
		r, _ := p.Find(id)
		if finding, ok := r.(*record.AuditFinding); ok {
			key = p.ageOf(finding)
		}
		if key == "" {
			return "", ""
		}
		return key, p.say("chart.findings.ages." + key)
	})
}

// findingsChart counts the open findings by grade and by age.
func findingsChart(p *projector) (view.Chart, bool) {
	var old []bin
	for _, age := range ages {
		old = append(old, bin{key: age.key, name: p.say("chart.findings.ages." + age.key), tone: age.tone})
	}
	c := p.countingBy(record.KindNamed("finding"), "grade", "age", old)
	late, oldest := 0, 0
	for _, finding := range record.All[record.AuditFinding](p.Handbook) {
		if age := p.ageOf(finding); age != "" {
			c.add(string(finding.Grade.Value), age)
			oldest = max(oldest, days(p.foundOn(finding), p.Today.Day))
			if finding.Due.Before(p.Today.Day) {
				late++
			}
		}
	}
	reading := p.say("chart.findings.reading", "count", c.total(), "late", late) + " " + p.say("chart.findings.oldest", "count", oldest)
	c.dropEmpty()
	return c.chart(p, reading)
}
