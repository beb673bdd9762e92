package edition

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// dashboardCharts are the charts that leaders look at, in their order; the
// others stand above their lists.
var dashboardCharts = []string{
	"risk-level", "risk-matrix", "risk-stages", "risk-treatment", "risk-owner", "treatment-plan",
	"soa-by-theme", "control-concepts", "traceability", "control-evidence",
	"frameworks", "operating-rhythm", "findings", "corrective-actions", "incidents", "incident-times",
	"objectives", "supplier-assessments",
}

// boardCharts are those of the report on one sheet.
var boardCharts = []string{"risk-level", "treatment-plan", "soa-by-theme", "control-evidence"}

// boardRows is how many decisions and objectives the report on one sheet lists
// at most.
const boardRows = 5

// dashboardPage shows leaders by charts how the management system stands.
func dashboardPage(p *projector) view.Page {
	return view.Page{
		Path: "dashboard.html", Title: p.say("dashboard.title"), Question: p.say("dashboard.question"), Lede: p.standing(),
		Figures: p.leadingFigures(), Charts: p.chartsNamed(dashboardCharts),
	}
}

// boardPage is the report to the board: figures, a few charts, what waits for a
// decision and how the objectives stand, on one printed sheet.
func boardPage(p *projector) view.Page {
	page := view.Page{
		Path: "board.html", Title: p.say("board.title"), Question: p.say("board.question"), Lede: p.standing(), Sheet: true,
		Figures: p.leadingFigures(), Charts: p.chartsNamed(boardCharts),
	}
	waiting := waitingDecisions(p, p.lastReview())
	objectives := view.Table{Columns: []view.Column{
		{Title: p.words.Label("kind.objective", record.KindNamed("objective").Label)}, {Title: p.say("entry.due")}, {Title: p.say("entry.state")},
	}}
	for _, objective := range p.objectivesByNeed() {
		objectives.Rows = append(objectives.Rows, p.line(objective, one(p.dateCell(objective.TargetDate)), one(p.status(objective))))
	}
	for _, part := range []struct {
		key   string
		table view.Table
	}{{"waiting", waiting}, {"objectives", objectives}} {
		count := len(part.table.Rows)
		if count == 0 {
			continue
		}
		section := view.Section{ID: part.key, Title: p.say("board." + part.key), Table: part.table}
		if count > boardRows+1 { // where one alone is left, it takes the room of saying so
			section.Table.Rows = section.Table.Rows[:boardRows]
			section.Note = p.say("board.first", "shown", boardRows, "count", count)
		}
		page.Sections = append(page.Sections, section)
	}
	return page
}

// objectivesByNeed returns the objectives that are missed or at risk first.
func (p *projector) objectivesByNeed() []*record.Objective {
	needs := []string{string(record.Bad), string(record.Due)}
	objectives := record.All[record.Objective](p.Handbook)
	slices.SortStableFunc(objectives, func(a, b *record.Objective) int {
		needA, needB := slices.Index(needs, p.status(a).Tone), slices.Index(needs, p.status(b).Tone)
		return cmp.Compare(uint(needA), uint(needB)) // none is -1, and so comes last
	})
	return objectives
}

// standing says in a sentence or two how the management system stands.
func (p *projector) standing() string {
	lede := ""
	if open, _ := p.openRisks(); open > 0 {
		lede = p.riskLede()
	}
	if overdue := len(p.overdueTasks()); overdue > 0 {
		lede = joinWords(lede, p.say("dashboard.overdue", "count", overdue))
	}
	return lede
}

// leadingFigures are the numbers that leaders look at first.
func (p *projector) leadingFigures() []view.Figure {
	figures := slices.DeleteFunc(p.figures(), func(f view.Figure) bool { return f.Path == listPath(record.KindNamed("document")) })
	if overdue := p.overdueTasks(); len(overdue) > 0 {
		for i := range figures {
			if figures[i].Path == duePath {
				figures[i].Aside = p.urgency(overdue[0])
			}
		}
	}
	for _, kind := range []string{"finding", "nonconformity"} {
		open := 0
		entries := p.Of(record.KindNamed(kind))
		for _, r := range entries {
			if !record.Settled(r) {
				open++
			}
		}
		if len(entries) > 0 {
			figures = append(figures, view.Figure{
				Value: strconv.Itoa(open), Label: p.say("dashboard.figure."+kind, "count", open), Path: listPath(record.KindNamed(kind)),
			})
		}
	}
	return figures
}
