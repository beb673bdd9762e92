package edition

import (
	"cmp"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// face is what a kind shows besides what its declaration alone gives.
type face struct {
	status  func(*projector, record.Record) view.Cell
	entry   func(*projector, record.Record, *view.Entry)
	columns func(*projector) []column
	list    func(*projector, *view.List)
	isRow   func(record.Record) bool // of its list; nil where all entries are
}

// faces lists the kinds that have one. A kind without needs none: its pages and
// its list follow from its declaration.
var faces map[string]face

// Filled at start, since a face builds tables of other entries and so leads back
// here, which Go does not allow in an initializer.
func init() {
	faces = map[string]face{
		"document": {entry: documentEntry, list: documentList},
		"risk":     {status: riskStatus, entry: riskEntry, columns: riskColumns, list: riskList},
		"control":  {status: controlStatus, entry: controlEntry, columns: controlColumns, list: controlList},
		"clause":   {entry: clauseEntry, columns: clauseColumns, list: clauseList, isRow: isNoChapter},
		"role":     {entry: roleEntry},
		"evidence": {status: evidenceStatus, columns: evidenceColumns, list: evidenceList},
		"activity": {status: activityStatus, entry: activityEntry, columns: activityColumns},
		"finding":  {list: findingList},
		"incident": {list: incidentList},
		"supplier": {list: supplierList},
		"metric":   {entry: metricEntry},

		"objective": {entry: objectiveEntry},

		"framework": {entry: frameworkEntry, columns: frameworkColumns},
		"item":      {entry: itemEntry},
		"mapping":   {entry: mappingEntry},

		"certificate": {status: certificateStatus},
	}
}

// entry returns the page of r.
func (p *projector) entry(r record.Record) view.Entry {
	head := r.Head()
	kind := head.Kind
	e := view.Entry{
		Kind:     kind.Name,
		Label:    p.words.Label("kind."+kind.Name, kind.Label),
		ID:       head.ID.Value,
		ShownID:  p.shownID(r),
		Title:    p.title(r),
		Path:     head.Path(),
		Listed:   listPath(kind),
		Plural:   p.plural(kind),
		Audience: head.Label.String(),
		Status:   p.status(r),
	}
	if kind.Within != nil {
		e.Listed, e.Plural, e.Within = p.wholeOf(r)
	}
	if !head.Title.IsSet() {
		e.Sections = append(e.Sections, view.Section{Note: p.onSite(r)})
		return e
	}
	facts := view.Panel{Title: p.say("entry.facts")}
	for _, field := range record.Fields(r) {
		if field.Value.IsSet() {
			p.place(r, field, &e, &facts)
		}
	}
	if len(facts.Facts) > 0 {
		e.Panels = append(e.Panels, facts)
	}
	e.Related = merge(e.Related, p.backlinks(r))
	if slices.Contains(way, kind.Name) {
		e.Thread = p.thread(r)
	}
	if special := faces[kind.Name].entry; special != nil {
		special(p, r, &e)
	}
	p.attention(r, &e)
	return e
}

// onSite says whom to ask about an entry that is shown on site only.
func (p *projector) onSite(r record.Record) string {
	for _, field := range ownerOf(r) {
		for _, cell := range p.cells(r, field) {
			return p.say("withheld.ask", "role", cell.Text)
		}
	}
	return p.say("withheld.note")
}

// place puts a field where its declaration says.
func (p *projector) place(r record.Record, field record.Field, e *view.Entry, facts *view.Panel) {
	kind := r.Head().Kind
	label := p.label(kind, "", field)
	referrer, refers := field.Value.(record.Referrer)
	switch {
	case field.Place == record.Elsewhere || field.Badge:
	case field.Place == record.Lede:
		text := field.Value.(*record.Text)
		e.Lede, e.Plain = p.html(text), p.plain(text)
	case field.Place == record.Body:
		text := field.Value.(*record.Text)
		e.Body = p.html(text)
		e.Charts = p.placed(e.Body)
		e.Outline = text.Parsed.Outline(p.linkWords(text))
	case field.Place == record.Section:
		e.Sections = append(e.Sections, p.section(r, field, label))
	case field.Place == record.Timeline:
		e.Sections = append(e.Sections, view.Section{ID: field.Key, Title: label, Events: p.events(r, field)})
	case refers && referrer.Many():
		relation := view.Relation{Title: label}
		for _, reference := range referrer.References() {
			if to, ok := p.Find(reference.ID); ok {
				relation.Entries = append(relation.Entries, p.related(to))
			}
		}
		e.Related = append(e.Related, relation)
	default:
		facts.Facts = append(facts.Facts, view.Fact{Key: fieldKey(kind, "", field.Key), Label: label, Cells: p.cells(r, field)})
	}
}

// section shows a field under a heading of its own.
func (p *projector) section(r record.Record, field record.Field, title string) view.Section {
	s := view.Section{ID: field.Key, Title: title}
	switch value := field.Value.(type) {
	case *record.Text:
		s.Text = p.html(value)
	case *record.Texts:
		for i := range value.Items {
			s.Items = append(s.Items, p.html(&value.Items[i]))
		}
	case *record.Lines:
		for _, item := range value.Items {
			s.Items = append(s.Items, view.Escape(item.Value))
		}
	case record.Tabler:
		s.Table = p.rowTable(r, field.Key, value)
	}
	return s
}

// rowTable shows the rows of a part of r under the labels of their fields.
func (p *projector) rowTable(r record.Record, in string, table record.Tabler) view.Table {
	var shown view.Table
	used := map[string]bool{}
	for _, row := range table.AllRows() {
		for _, field := range record.Fields(row) {
			used[field.Key] = used[field.Key] || field.Value.IsSet()
		}
	}
	for _, field := range record.Fields(table.Blank()) {
		if used[field.Key] {
			shown.Columns = append(shown.Columns, view.Column{Title: p.label(r.Head().Kind, in, field), Numeric: isNumeric(field)})
		}
	}
	for _, row := range table.AllRows() {
		var cells [][]view.Cell
		for _, field := range record.Fields(row) {
			switch {
			case used[field.Key] && field.Value.IsSet():
				cells = append(cells, p.rowCells(r, row, field))
			case used[field.Key]:
				cells = append(cells, nil)
			}
		}
		shown.Rows = append(shown.Rows, view.Row{Cells: cells})
	}
	return shown
}

// rowCells returns what a field of a row of r holds. The day of a step that
// nobody has carried out in time shows that it is overdue.
func (p *projector) rowCells(r record.Record, row record.Row, field record.Field) []view.Cell {
	if step, ok := row.(record.Step); ok && !record.Settled(r) {
		_, _, due, done := step.Step()
		if field.Value == record.Value(due) && !done.IsSet() && due.Before(p.Today.Day) {
			return []view.Cell{p.overdueCell(*due)}
		}
	}
	return p.cells(r, field)
}

// events shows dated rows as a timeline, the newest first: the date beside the
// row's plain values and, below, its text. What happened in an incident is told as
// it went.
func (p *projector) events(r record.Record, field record.Field) []view.Event {
	var events []view.Event
	for _, row := range field.Value.(record.Tabler).AllRows() {
		var event view.Event
		for _, part := range record.Fields(row) {
			switch value := part.Value.(type) {
			case *record.Date:
				event.Date = p.date(value.Day)
			case *record.Text:
				event.Text = p.html(value)
			default:
				for _, cell := range p.cells(r, part) {
					event.Title = joinWords(event.Title, p.label(r.Head().Kind, field.Key, part), cell.Text)
				}
			}
		}
		events = append(events, event)
	}
	if _, isStory := r.(*record.Incident); !isStory {
		slices.SortStableFunc(events, func(a, b view.Event) int { return cmp.Compare(b.Date.ISO, a.Date.ISO) })
	}
	return events
}

// backlinks returns who refers to r, grouped by the relation, and then who
// speaks of it besides.
func (p *projector) backlinks(r record.Record) []view.Relation {
	var relations []view.Relation
	index := map[string]int{}
	listed := p.named(r)
	type pair struct {
		title string
		from  record.Record
	}
	seen := map[pair]bool{}
	for _, link := range p.LinksTo(r) {
		listed[link.From] = true
		title := p.words.Label("inverse."+fieldKey(link.From.Head().Kind, link.In, link.Field.Key), link.Field.Inverse)
		if title == "" || seen[pair{title, link.From}] {
			continue
		}
		seen[pair{title, link.From}] = true
		at, known := index[title]
		if !known {
			at = len(relations)
			index[title] = at
			relations = append(relations, view.Relation{Title: title})
		}
		relations[at].Entries = append(relations[at].Entries, p.related(link.From))
	}
	mentions := view.Relation{Title: p.say("entry.mentions")}
	for _, from := range p.MentionsOf(r) {
		if !listed[from] {
			mentions.Entries = append(mentions.Entries, p.related(from))
		}
	}
	if len(mentions.Entries) > 0 {
		relations = append(relations, mentions)
	}
	return relations
}

// named returns the entries that r itself refers to, which its page shows anyway.
func (p *projector) named(r record.Record) map[record.Record]bool {
	named := map[record.Record]bool{}
	for _, field := range record.Fields(r) {
		if referrer, refers := field.Value.(record.Referrer); refers && field.Place != record.Elsewhere {
			for _, reference := range referrer.References() {
				if to, found := p.Find(reference.ID); found {
					named[to] = true
				}
			}
		}
	}
	return named
}

// merge adds relations to those that are there; one of the same title joins the
// other, and an entry that both have stands once.
func merge(relations, more []view.Relation) []view.Relation {
	for _, relation := range more {
		at := slices.IndexFunc(relations, func(r view.Relation) bool { return r.Title == relation.Title })
		if at < 0 {
			relations = append(relations, relation)
			continue
		}
		known := map[string]bool{} // by the path
		for _, related := range relations[at].Entries {
			known[related.Entry.Path] = true
		}
		for _, related := range relation.Entries {
			if !known[related.Entry.Path] {
				known[related.Entry.Path] = true
				relations[at].Entries = append(relations[at].Entries, related)
			}
		}
	}
	return relations
}

// related returns an entry as others show it that refer to it. It is worked out
// once, for many may do so.
func (p *projector) related(r record.Record) *view.Related {
	if known, found := p.shown.Load(r); found {
		return known.(*view.Related)
	}
	related, _ := p.shown.LoadOrStore(r, &view.Related{Entry: p.entryCell(r), Status: p.statusOf(r)})
	return related.(*view.Related)
}

// status returns the badge of an entry, empty where it has none.
func (p *projector) status(r record.Record) view.Cell { return p.related(r).Status }

func (p *projector) statusOf(r record.Record) view.Cell {
	if special := faces[r.Head().Kind.Name].status; special != nil {
		return special(p, r)
	}
	return p.declaredStatus(r)
}

// declaredStatus returns the choice that the kind declares as its badge.
func (p *projector) declaredStatus(r record.Record) view.Cell {
	for _, field := range record.Fields(r) {
		if field.Badge && field.Value.IsSet() {
			return p.cells(r, field)[0]
		}
	}
	return view.Cell{}
}

func (p *projector) plural(kind *record.Kind) string {
	return p.words.Label("kind."+kind.Name+".plural", kind.Plural)
}

func joinWords(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), " ")
}
