package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// readings returns where auditors begin: what to read for the first stage of a
// certification audit, which looks at readiness and documents, and for the
// second, which looks at implementation and effect (ISO/IEC 17021-1, 9.3.1).
func (p *projector) readings() []view.Reading {
	return []view.Reading{
		p.reading("stage-1", []readingStep{
			{"scope", []string{"4.1", "4.2", "4.3"}, []string{"scope", "issue", "requirement"}},
			{"policy", []string{"5.2"}, []string{"role"}},
			{"method", []string{"6.1.2", "6.1.3"}, []string{"risk"}},
			{"applicability", nil, []string{"control"}},
			{"objectives", []string{"6.2"}, []string{"objective"}},
			{"documents", []string{"7.5.3"}, []string{"document", "competence"}},
			{"audits", []string{"9.2.2"}, []string{"programme", "audit"}},
			{"review", []string{"9.3.3"}, []string{"review"}},
		}),
		p.reading("stage-2", []readingStep{
			{"treatment", []string{"8.3"}, []string{"risk", "exception"}},
			{"operation", nil, []string{"activity", "evidence"}},
			{"measured", []string{"9.1"}, []string{"metric"}},
			{"suppliers", nil, []string{"supplier"}},
			{"incidents", nil, []string{"incident"}},
			{"improvement", []string{"10.2"}, []string{"finding", "nonconformity"}},
			{"changed", []string{"6.3"}, []string{"change"}},
		}),
	}
}

// readingStep is one thing to read: the documents that answer some clauses, and
// some registers.
type readingStep struct {
	key     string
	clauses []string
	kinds   []string
}

func (p *projector) reading(key string, steps []readingStep) view.Reading {
	reading := view.Reading{Title: p.say("reading." + key + ".title"), Note: p.say("reading." + key + ".note")}
	for _, step := range steps {
		fact := view.Fact{Label: p.say("reading.step." + step.key)}
		listed := map[record.Record]bool{}
		for _, number := range step.clauses {
			clause, found := p.Find(number)
			if !found {
				continue
			}
			for _, document := range p.near(clause, "document") {
				if !listed[document] {
					listed[document] = true
					fact.Cells = append(fact.Cells, p.refs([]record.Record{document})...)
				}
			}
		}
		for _, name := range step.kinds {
			if kind := record.KindNamed(name); len(p.Of(kind)) > 0 {
				fact.Cells = append(fact.Cells, view.Cell{Form: "entry", Text: p.listTitle(kind), Path: listPath(kind)})
			}
		}
		if len(fact.Cells) > 0 {
			reading.Steps = append(reading.Steps, fact)
		}
	}
	return reading
}

// listTitle is what the page of a kind's list is called.
func (p *projector) listTitle(kind *record.Kind) string {
	if kind.Name == "control" && !p.isBaseline() {
		return p.say("control.soa")
	}
	return p.plural(kind)
}

// firstChecks returns what auditors check before anything else: the certificate
// and the version of the Statement of Applicability.
func (p *projector) firstChecks() []view.Fact {
	var facts []view.Fact
	for _, certificate := range record.All[record.Certificate](p.Handbook) {
		if !certificate.Title.IsSet() {
			continue
		}
		cells := []view.Cell{p.entryCell(certificate), p.status(certificate)}
		if certificate.ValidUntil.IsSet() {
			cells = append(cells, textCell(p.say("reading.until", "date", p.date(certificate.ValidUntil.Day).Text)))
		}
		facts = append(facts, view.Fact{Label: p.words.Label("kind.certificate", certificate.Kind.Label), Cells: cells})
	}
	if cover := p.soaCover(); len(cover.Facts) > 1 {
		facts = append(facts, view.Fact{Label: p.say("control.soa"), Cells: append(cover.Facts[0].Cells, cover.Facts[1].Cells...)})
	}
	if audit := p.lastExternalAudit(); audit != nil {
		facts = append(facts, view.Fact{Label: p.say("reading.last-audit"), Cells: []view.Cell{p.entryCell(audit), p.dateCell(audit.To)}})
	}
	return facts
}
