package edition

import (
	"cmp"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// acceptancePage is the log of the residual risks that were accepted, those that
// end first on top (6.1.3 f).
func acceptancePage(p *projector) view.Page {
	list := view.List{Kind: "acceptance", Title: p.say("acceptance.title")}
	blank := record.Fields(new(record.Acceptance))
	list.Columns = []view.Column{{Title: p.words.Label("kind.risk", "Risk")}, {Title: p.say("acceptance.level")}, {Title: p.say("acceptance.now")}}
	for _, field := range blank {
		if p.inLog(field) {
			list.Columns = append(list.Columns, view.Column{Title: p.label(risksKind(), "acceptance", field)})
		}
	}
	list.Columns = append(list.Columns, view.Column{Title: p.say("acceptance.state"), Main: true})
	group := view.Group{}
	for _, risk := range record.All[record.Risk](p.Handbook) {
		a := risk.Acceptance.Row
		if a == nil || risk.Settled() {
			continue
		}
		row := view.Row{Anchor: risk.ID.Value, Cells: [][]view.Cell{{p.entryCell(risk)}, one(p.levelCell(a.Level.Value)), one(p.levelCell(risk.Current.Row.Level()))}}
		for _, field := range record.Fields(a) {
			if p.inLog(field) {
				var cells []view.Cell
				if field.Value.IsSet() {
					cells = p.cells(risk, field)
				}
				row.Cells = append(row.Cells, cells)
			}
		}
		state := p.acceptanceState(a)
		state.Rank = p.dateCell(a.Until).Rank // the list sorts by it
		row.Cells = append(row.Cells, one(state))
		group.Rows = append(group.Rows, row)
	}
	slices.SortStableFunc(group.Rows, func(a, b view.Row) int { return cmp.Compare(p.acceptedUntil(a.Anchor), p.acceptedUntil(b.Anchor)) })
	list.Groups, list.Total = []view.Group{group}, len(group.Rows)
	return view.Page{
		Path: "acceptances.html", Title: p.say("acceptance.title"), Question: p.say("acceptance.question"),
		Lede: joinWords(p.say("acceptance.lede", "count", list.Total), p.unaccepted()), Register: list,
	}
}

// unaccepted tells how many open risks nobody accepted although they lie at or
// above the acceptance line.
func (p *projector) unaccepted() string {
	count := 0
	for _, risk := range record.All[record.Risk](p.Handbook) {
		if !risk.Settled() && risk.Acceptance.Row == nil && p.Config.Criteria().Above(risk.Current.Row.Level()) {
			count++
		}
	}
	if count == 0 {
		return ""
	}
	return p.say("acceptance.without", "count", count)
}

// inLog reports whether a field of an acceptance has a column of its own. The
// level stands beside today's, and the last day in the state.
func (p *projector) inLog(field record.Field) bool {
	return field.Key != "level" && field.Key != "until" && p.Edition.MayShow(field.Audience)
}

// acceptedUntil returns the day on which the acceptance of a risk ends, in a form
// that sorts; one without an end comes last.
func (p *projector) acceptedUntil(id string) string {
	r, _ := p.Find(id)
	return cmp.Or(p.date(r.(*record.Risk).Acceptance.Row.Until.Day).ISO, "9999")
}
