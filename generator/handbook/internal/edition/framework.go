package edition

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// frameworkCell links to the framework of that ID by what people call it, or
// names its ID where this part has no page of it.
func (p *projector) frameworkCell(id string) view.Cell {
	r, _ := p.Find(id)
	framework, ok := r.(*record.Framework)
	if !ok {
		return textCell(id)
	}
	cell := p.entryCell(framework)
	if framework.ShortName.IsSet() {
		cell.Text = framework.ShortName.Value
	}
	return cell
}

// wholeOf returns where an entry is listed whose kind has no list of its own: on
// the page of the one that it belongs to.
func (p *projector) wholeOf(r record.Record) (listed, plural string, whole view.Cell) {
	kind := r.Head().Kind.Within
	return listPath(kind), p.plural(kind), p.frameworkCell(r.Head().Namespace())
}

// frameworkEntry makes the page of a framework: its items beside the controls
// and clauses that are related to them, and who says so.
func frameworkEntry(p *projector, r record.Record, e *view.Entry) {
	framework := r.(*record.Framework)
	e.Register = p.itemRegister(framework)
	var origins []view.Section
	for _, mapping := range p.mappingsOf(framework) {
		origins = append(origins, p.mappingSection(mapping))
		e.Meta = append(e.Meta, textCell(p.say("crosswalk.standing",
			"basis", p.optionText(mapping, "basis"), "confidence", p.optionText(mapping, "confidence"))))
		if mapping.Credit.IsSet() {
			e.Register.Notes = append(e.Register.Notes, p.say("crosswalk.credit", "credit", mapping.Credit.Value))
		}
		e.Panels = append(e.Panels, p.mappingPanel(mapping))
	}
	e.Sections = append(origins, e.Sections...)
}

func (p *projector) mappingsOf(framework *record.Framework) []*record.Mapping {
	return slices.DeleteFunc(record.All[record.Mapping](p.Handbook), func(m *record.Mapping) bool { return m.Framework.In(p.Handbook) != framework })
}

// optionText returns what was chosen in a field, in a word.
func (p *projector) optionText(r record.Record, key string) string {
	field := fieldOf(r, key)
	if !field.Value.IsSet() {
		return ""
	}
	return p.cells(r, field)[0].Text
}

// mappingPanel shows who relates a framework to controls, and with what right.
func (p *projector) mappingPanel(mapping *record.Mapping) view.Panel {
	panel := view.Panel{Title: p.words.Label("kind.mapping", mapping.Kind.Label)}
	panel.Facts = append(panel.Facts, view.Fact{Key: "mapping.title", Label: p.say("crosswalk.mapping"), Cells: []view.Cell{p.entryCell(mapping)}})
	for _, field := range record.Fields(mapping) {
		if field.Place == record.Panel && field.Key != "framework" && field.Value.IsSet() {
			panel.Facts = append(panel.Facts, view.Fact{Key: fieldKey(mapping.Kind, "", field.Key), Label: p.label(mapping.Kind, "", field), Cells: p.cells(mapping, field)})
		}
	}
	return panel
}

// mappingSection shows what a mapping rests on, and what it does not say.
func (p *projector) mappingSection(mapping *record.Mapping) view.Section {
	return view.Section{
		ID: mapping.ID.Value, Title: p.say("crosswalk.mapping-title", "title", p.title(mapping)),
		Text:  p.html(&mapping.Limits) + p.html(&mapping.Corroboration),
		Table: p.rowTable(mapping, "source", &mapping.Sources),
	}
}

// itemRegister lists the items of a framework with what is related to them.
func (p *projector) itemRegister(framework *record.Framework) view.List {
	c := p.crosswalks()
	l := view.List{Kind: "item", Title: p.say("crosswalk.title")}
	l.Columns = []view.Column{{Title: p.say("crosswalk.item")}}
	isMapped := c.mapped[framework.ID.Value]
	if isMapped {
		l.Columns = append(l.Columns,
			view.Column{Title: p.say("crosswalk.related.title"), Main: true}, view.Column{Title: p.say("crosswalk.declared.title")}, view.Column{Title: p.say("crosswalk.evidenced.title")})
	}
	groups := map[*record.Item]int{}
	for _, b := range c.items[framework.ID.Value] {
		if b.item.Heading.Value {
			continue
		}
		at, known := groups[b.heading]
		if !known {
			at = len(l.Groups)
			groups[b.heading] = at
			l.Groups = append(l.Groups, p.itemGroup(b.heading))
		}
		l.Groups[at].Rows = append(l.Groups[at].Rows, p.itemRow(b, c.ofItem[b.item], isMapped))
		l.Total++
	}
	if !isMapped {
		l.Lede = p.say("crosswalk.unmapped")
		return l
	}
	l.Lede = p.countItems(framework).inWords(p)
	l.Notes = []string{p.say("crosswalk.meaning")}
	for _, key := range []string{"related", "declared"} {
		if filter := filterBy(key, p.say("crosswalk."+key+".filter"), l.Groups); len(filter.Options) > 1 {
			l.Filters = append(l.Filters, filter)
		}
	}
	linkBy(&l, "tied", p.say("crosswalk.related.filter"))
	return l
}

// itemSum counts the items of a framework that ask for something.
type itemSum struct {
	all     int
	related int // those that a control or a clause is related to
	through int // of these, those to which only their parts lead
}

func (p *projector) countItems(framework *record.Framework) itemSum {
	c := p.crosswalks()
	var sum itemSum
	for _, b := range c.items[framework.ID.Value] {
		if b.item.Heading.Value {
			continue
		}
		sum.all++
		switch {
		case len(c.ofItem[b.item]) > 0:
			sum.related++
		case c.within[b.item]:
			sum.related++
			sum.through++
		}
	}
	return sum
}

func (s itemSum) without() int { return s.all - s.related }

// inWords says in a sentence or two how many items have something related.
func (s itemSum) inWords(p *projector) string {
	words := p.say("crosswalk.lede", "count", s.all, "related", s.related)
	if s.through > 0 {
		words = p.say("crosswalk.lede-through", "count", s.all, "related", s.related, "through", s.through)
	}
	if s.without() > 0 {
		words += " " + p.say("crosswalk.without", "count", s.without())
	}
	return words
}

// itemGroup returns the empty group below a heading of a framework.
func (p *projector) itemGroup(heading *record.Item) view.Group {
	if heading == nil {
		return view.Group{}
	}
	group := view.Group{
		ID: heading.ID.Value, Path: heading.Path(),
		Title: p.say("crosswalk.heading", "label", heading.Label(), "title", p.title(heading)),
	}
	if above := heading.Parent.In(p.Handbook); above != nil {
		group.Note = p.title(above)
	}
	return group
}

// itemRow shows an item beside what is related to it.
func (p *projector) itemRow(b branch, ties []*tie, isMapped bool) view.Row {
	row := view.Row{Anchor: b.item.ID.Value, Depth: b.depth, Cells: [][]view.Cell{{p.entryCell(b.item)}}}
	if !isMapped {
		return row
	}
	related := p.chips(ties, endOf)
	has := view.Facet{Key: "related", Value: "some", Label: p.say("crosswalk.related.some")}
	switch {
	case len(ties) > 0:
	case p.crosswalks().within[b.item]:
		related = []view.Cell{{Form: "reason", Text: p.say("crosswalk.parts-only")}}
	default:
		has = view.Facet{Key: "related", Value: "none", Label: p.say("crosswalk.related.none")}
		related = p.withNote([]view.Cell{badge(record.None, p.say("crosswalk.none"))}, &b.item.Note)
	}
	related = p.withNote(related, &b.item.Position)
	badges, facets := p.declared(ties)
	tied := p.relatedState(b.item)
	row.Facets = append([]view.Facet{has, {Key: "tied", Value: tied, Label: p.say("chart.frameworks." + tied)}}, facets...)
	row.Cells = append(row.Cells, related, badges, p.evidencedCells(ties))
	return row
}

// withNote adds a text in small print, if there is one.
func (p *projector) withNote(cells []view.Cell, text *record.Text) []view.Cell {
	if !text.IsSet() {
		return cells
	}
	return append(cells, view.Cell{Form: "note", HTML: p.html(text)})
}

func (p *projector) evidencedCells(ties []*tie) []view.Cell {
	if len(ties) == 0 {
		return nil
	}
	count := p.evidenced(ties)
	cell := textCell(p.say("crosswalk.evidenced.of", "count", count, "total", len(ties)))
	cell.Rank = count
	return []view.Cell{cell}
}

// frameworkColumns are the columns of the list of frameworks.
func frameworkColumns(p *projector) []column {
	number := func(key string, count func(itemSum) int) column {
		return column{title: p.say("crosswalk.count." + key), numeric: true, cells: func(r record.Record) []view.Cell {
			framework := r.(*record.Framework)
			if key != "items" && !p.crosswalks().mapped[framework.ID.Value] {
				return nil
			}
			return []view.Cell{numberCell(count(p.countItems(framework)))}
		}}
	}
	return []column{
		p.fieldColumn(record.KindNamed("framework"), "publisher"),
		number("items", func(s itemSum) int { return s.all }),
		number("related", func(s itemSum) int { return s.related }),
		number("without", itemSum.without),
	}
}

// itemEntry makes the page of an item: what is related to it, how far that is
// declared and evidenced, and who says that it is related.
func itemEntry(p *projector, r record.Record, e *view.Entry) {
	item := r.(*record.Item)
	framework := p.frameworkCell(item.Namespace())
	e.Label = framework.Text
	label := p.words.Label("kind.framework", record.KindNamed("framework").Label)
	p.addFirstFact(e, view.Fact{Key: "item.framework", Label: label, Cells: []view.Cell{framework}})
	ties := p.crosswalks().ofItem[item]
	if len(ties) > 0 {
		e.Sections = slices.Insert(e.Sections, 0, p.relatedControls(ties))
		for _, mapping := range mappingsBehind(ties) {
			e.Panels = append(e.Panels, p.mappingPanel(mapping))
		}
	} else if p.crosswalks().mapped[item.Namespace()] && !item.Heading.Value {
		words := "crosswalk.nothing"
		if p.crosswalks().within[item] {
			words = "crosswalk.nothing-itself"
		}
		e.Sections = slices.Insert(e.Sections, 0, view.Section{Text: "<p>" + view.Escape(p.say(words)) + "</p>"})
	}
}

// addFirstFact puts a fact before all others of a page.
func (p *projector) addFirstFact(e *view.Entry, fact view.Fact) {
	if len(e.Panels) == 0 {
		e.Panels = []view.Panel{{Title: p.say("entry.facts")}}
	}
	e.Panels[0].Facts = slices.Insert(e.Panels[0].Facts, 0, fact)
}

// mappingsBehind returns the mappings that relate the two sides of the ties, each
// once.
func mappingsBehind(ties []*tie) []*record.Mapping {
	var mappings []*record.Mapping
	for _, t := range ties {
		for _, c := range t.claims {
			if !slices.Contains(mappings, c.mapping) {
				mappings = append(mappings, c.mapping)
			}
		}
	}
	return mappings
}

// relatedControls shows on the page of an item what is related to it. Who says so
// has a column where there is more to tell than the one mapping.
func (p *projector) relatedControls(ties []*tie) view.Section {
	s := view.Section{ID: "related-controls", Title: p.say("crosswalk.related.title"), Note: p.say("crosswalk.not-equal")}
	s.Table.Columns = []view.Column{{Title: p.say("crosswalk.end")}, {Title: p.say("crosswalk.declared.title")}, {Title: p.say("crosswalk.evidence")}}
	several := len(mappingsBehind(ties)) > 1
	tells := several
	for _, t := range ties {
		row := p.tieCells(t, several)
		tells = tells || len(row[len(row)-1]) > 0
		s.Table.Rows = append(s.Table.Rows, view.Row{Cells: row})
	}
	if tells {
		s.Table.Columns = append(s.Table.Columns, view.Column{Title: p.say("crosswalk.said-by")})
		return s
	}
	for i := range s.Table.Rows {
		s.Table.Rows[i].Cells = s.Table.Rows[i].Cells[:len(s.Table.Columns)]
	}
	return s
}

// tieCells shows a control or a clause on the page of an item: what it is, how
// far it is declared and evidenced, and who says that it is related.
func (p *projector) tieCells(t *tie, several bool) [][]view.Cell {
	end := p.entryCell(t.end)
	end.Text = p.say("crosswalk.heading", "label", end.ID, "title", end.Text)
	var status []view.Cell
	if cell := p.status(t.end); cell.Form != "" {
		status = []view.Cell{cell}
	}
	evidence, expired := p.evidenceFor(t.end)
	if len(expired) > 0 {
		evidence = append(append(evidence, view.Cell{Form: "reason", Text: p.say("crosswalk.expired")}), expired...)
	}
	var said []view.Cell
	for _, c := range t.claims {
		words := slices.Clone(c.by)
		if several {
			said = append(said, p.entryCell(c.mapping))
			words = append([]string{p.say("crosswalk.confidence", "confidence", p.optionText(c.mapping, "confidence"))}, words...)
		}
		if c.told && c.corroborated {
			words = append(words, p.say("crosswalk.corroborated"))
		} else if c.told {
			words = append(words, p.say("crosswalk.alone"))
		}
		if len(words) > 0 {
			said = append(said, textCell(strings.Join(words, " · ")))
		}
	}
	return [][]view.Cell{{end}, status, evidence, said}
}

// mappingEntry adds to a mapping's page how much it says.
func mappingEntry(p *projector, r record.Record, e *view.Entry) {
	pairs, corroborated := 0, 0
	for _, ties := range p.crosswalks().ofItem {
		for _, t := range ties {
			for _, c := range t.claims {
				if c.mapping != r {
					continue
				}
				pairs++
				if c.corroborated {
					corroborated++
				}
			}
		}
	}
	e.Meta = append(e.Meta, textCell(p.say("crosswalk.pairs", "count", pairs)))
	if corroborated > 0 {
		e.Meta = append(e.Meta, textCell(p.say("crosswalk.pairs-corroborated", "count", corroborated)))
	}
}
