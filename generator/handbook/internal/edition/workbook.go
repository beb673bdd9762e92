package edition

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// workbookPage leads an auditor through every clause and control, with room for
// marks and notes of their own. It is in the auditor edition alone.
func workbookPage(p *projector) view.Page {
	page := view.Page{
		Path: "workbook.html", Title: p.say("work.title"), Question: p.say("work.question"), Lede: p.say("work.lede"),
	}
	if p.Edition != audience.AuditorEdition {
		return page
	}
	groups := map[string]*view.WorkGroup{}
	var order []string
	add := func(key, title string, item view.WorkItem) {
		if groups[key] == nil {
			groups[key] = &view.WorkGroup{ID: "work-" + key, Title: title}
			order = append(order, key)
		}
		groups[key].Items = append(groups[key].Items, item)
	}
	for _, clause := range record.All[record.Clause](p.Handbook) {
		if clause.Parent.ID == "" {
			continue
		}
		chapter := chapterOf(view.Row{Anchor: clause.ID.Value})
		if r, found := p.Find(chapter); found {
			add(chapter, p.say("clause.chapter", "number", chapter, "title", p.title(r)), p.workItem(clause))
		}
	}
	for _, control := range record.All[record.Control](p.Handbook) {
		theme := string(control.Theme.Value)
		add(theme, p.say("work.controls", "theme", p.say("control.theme."+theme)), p.workItem(control))
	}
	for _, key := range order {
		page.Workbook = append(page.Workbook, *groups[key])
	}
	return page
}

// workItem says where a clause or a control is answered, what shows it, and what
// audits saw.
func (p *projector) workItem(r record.Record) view.WorkItem {
	item := view.WorkItem{Entry: p.entryCell(r), Status: p.status(r)}
	answered := p.linkedFrom(r, "document")
	if _, isClause := r.(*record.Clause); isClause {
		answered = p.answersTo(r)
	}
	for _, fact := range []view.Fact{
		{Label: p.say("clause.answered"), Cells: answered},
		{Label: p.plural(record.KindNamed("evidence")), Cells: p.newestRefs(p.near(r, "evidence"))},
		{Label: p.plural(record.KindNamed("activity")), Cells: p.newestRefs(p.near(r, "activity"))},
		{Label: p.say("clause.audited"), Cells: p.lastAudit(r)},
		{Label: p.plural(record.KindNamed("finding")), Cells: p.newestRefs(p.near(r, "finding"))},
	} {
		if len(fact.Cells) > 0 {
			item.Shown = append(item.Shown, fact)
		}
	}
	return item
}
