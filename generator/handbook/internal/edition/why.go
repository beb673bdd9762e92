package edition

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// whyPage tells why there is a management system and how far it has come: the
// decision, what it covers, and how it stands.
func whyPage(p *projector) view.Page {
	page := view.Page{Path: "why.html", Title: p.say("why.title"), Question: p.say("why.question")}
	for _, decision := range record.All[record.Decision](p.Handbook) {
		if decision.Fit.Value && !decision.Settled() {
			page.Lede = p.plain(&decision.Description)
			page.Sections = append(page.Sections, p.fitDecision(decision)...)
		}
	}
	if len(page.Sections) == 0 {
		return page
	}
	for _, scope := range record.All[record.Scope](p.Handbook) {
		page.Sections = append(page.Sections, view.Section{
			ID: "scope", Title: p.say("why.scope"), Text: p.html(&scope.Statement),
			Table: view.Table{Columns: p.columns("source", "what"), Rows: []view.Row{p.line(scope, one(textCell(p.say("why.version", "version", scope.Version.Value))))}},
		})
	}
	if p.isBaseline() {
		page.Sections = append(page.Sections, p.ladder()...)
		return page
	}
	page.Figures = p.figures()
	page.Sections = append(page.Sections, p.howFar())
	return page
}

// fitDecision tells the decision to have a management system.
func (p *projector) fitDecision(decision *record.Decision) []view.Section {
	question := view.Section{ID: "question", Title: p.label(decision.Kind, "", fieldOf(decision, "question")), Text: p.html(&decision.Question)}
	question.Table = view.Table{Columns: p.columns("source", "by", "date"), Rows: []view.Row{
		p.line(decision, p.roleCell(&decision.By), one(p.dateCell(decision.Date))),
	}}
	reasons := view.Section{ID: "reasons", Title: p.label(decision.Kind, "", fieldOf(decision, "reasons"))}
	for i := range decision.Reasons.Items {
		reasons.Items = append(reasons.Items, p.html(&decision.Reasons.Items[i]))
	}
	return []view.Section{question, reasons}
}

// howFar lists what has been reached: the objectives, and the certificates.
func (p *projector) howFar() view.Section {
	section := view.Section{ID: "how-far", Title: p.say("why.how-far"), Table: view.Table{Columns: p.columns("source", "due", "state")}}
	for _, objective := range record.All[record.Objective](p.Handbook) {
		section.Table.Rows = append(section.Table.Rows, p.line(objective, one(p.dateCell(objective.TargetDate)), one(p.status(objective))))
	}
	for _, certificate := range record.All[record.Certificate](p.Handbook) {
		section.Table.Rows = append(section.Table.Rows, p.line(certificate, one(p.dateCell(certificate.ValidUntil)), one(p.status(certificate))))
	}
	section.Note = p.say("list.count", "count", len(section.Table.Rows))
	return section
}
