package edition

import (
	"cmp"
	"maps"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// crosswalk is what the mappings of this part say: which controls and clauses
// are related to which items of which framework.
type crosswalk struct {
	items  map[string][]branch // of each framework, by its ID, in the order in which they are shown
	ofItem map[record.Record][]*tie
	ofEnd  map[record.Record][]*tie // by control or clause
	within map[record.Record]bool   // the items of which a part is related to something
	mapped map[string]bool          // the frameworks that some mapping is about
}

// branch is an item among the others of its framework.
type branch struct {
	item    *record.Item
	heading *record.Item // the nearest heading above it, or nil
	depth   int          // how many items above it are no headings
}

// tie is a control or a clause beside an item that it is related to.
type tie struct {
	end    record.Record
	item   *record.Item
	claims []claim
}

// claim is what one mapping says of a tie.
type claim struct {
	mapping      *record.Mapping
	corroborated bool
	told         bool // the mapping tells of some pairs that they are corroborated
	by           []string
}

// gatherCrosswalk returns what the mappings say.
func (p *projector) gatherCrosswalk() *crosswalk {
	c := &crosswalk{
		items: p.branches(), within: map[record.Record]bool{}, mapped: map[string]bool{},
		ofItem: map[record.Record][]*tie{}, ofEnd: map[record.Record][]*tie{},
	}
	for _, mapping := range record.All[record.Mapping](p.Handbook) {
		c.mapped[mapping.Framework.ID] = true
		p.gatherTies(c, mapping)
	}
	for item := range c.ofItem {
		for whole := item.(*record.Item).Parent.In(p.Handbook); whole != nil && !c.within[whole]; whole = whole.Parent.In(p.Handbook) {
			c.within[whole] = true
		}
	}
	rank := map[record.Record]int{}
	for i, r := range p.Entries() {
		rank[r] = i
	}
	for _, ties := range c.ofItem {
		slices.SortFunc(ties, func(a, b *tie) int { return cmp.Compare(rank[a.end], rank[b.end]) })
	}
	for i, r := range itemsInOrder(c) {
		rank[r] = i
	}
	for _, ties := range c.ofEnd {
		slices.SortFunc(ties, func(a, b *tie) int { return cmp.Compare(rank[a.item], rank[b.item]) })
	}
	return c
}

// gatherTies adds what one mapping says.
func (p *projector) gatherTies(c *crosswalk, mapping *record.Mapping) {
	told := slices.ContainsFunc(mapping.Pairs.Rows, func(pair *record.Pair) bool { return pair.Corroborated.IsSet() })
	for _, pair := range mapping.Pairs.Rows {
		corroborated := pair.Corroborated.In(p.Handbook)
		for _, end := range p.ends(pair) {
			for _, item := range pair.Items.In(p.Handbook) {
				said := claim{mapping: mapping, corroborated: slices.Contains(corroborated, item), told: told}
				for _, name := range pair.By.Items {
					said.by = append(said.by, name.Value)
				}
				t := c.tie(end, item)
				t.claims = append(t.claims, said)
			}
		}
	}
}

// ends returns the control or the clause of a pair, as far as this part has it.
func (p *projector) ends(pair *record.Pair) []record.Record {
	var ends []record.Record
	for _, reference := range slices.Concat(pair.Control.References(), pair.Clause.References()) {
		if r, found := p.Find(reference.ID); found {
			ends = append(ends, r)
		}
	}
	return ends
}

// tie returns the tie between the two, a new one where nothing has related them
// so far.
func (c *crosswalk) tie(end record.Record, item *record.Item) *tie {
	for _, known := range c.ofItem[item] {
		if known.end == end {
			return known
		}
	}
	t := &tie{end: end, item: item}
	c.ofItem[item] = append(c.ofItem[item], t)
	c.ofEnd[end] = append(c.ofEnd[end], t)
	return t
}

// branches returns the items of each framework in the order of the framework:
// the parts of an item follow it, and headings follow what has none of its own.
func (p *projector) branches() map[string][]branch {
	of := map[string][]branch{}
	parts := map[*record.Item][]*record.Item{}
	for _, item := range record.All[record.Item](p.Handbook) {
		whole := item.Parent.In(p.Handbook)
		if whole != nil && whole.Namespace() != item.Namespace() {
			whole = nil
		}
		parts[whole] = append(parts[whole], item)
	}
	seen := map[*record.Item]bool{}
	var grow func(item, heading *record.Item, depth int)
	grow = func(item, heading *record.Item, depth int) {
		if seen[item] {
			return // a part of itself
		}
		seen[item] = true
		of[item.Namespace()] = append(of[item.Namespace()], branch{item, heading, depth})
		if item.Heading.Value {
			heading = item
		} else {
			depth++
		}
		for _, part := range inOrder(parts[item]) {
			grow(part, heading, depth)
		}
	}
	for _, item := range inOrder(parts[nil]) {
		grow(item, nil, 0)
	}
	// What is part of itself hangs on nothing and has not been reached.
	for _, item := range record.All[record.Item](p.Handbook) {
		grow(item, nil, 0)
	}
	return of
}

// inOrder sorts the parts of one whole.
func inOrder(items []*record.Item) []*record.Item {
	isHeading := func(item *record.Item) int {
		if item.Heading.Value {
			return 1
		}
		return 0
	}
	slices.SortFunc(items, func(a, b *record.Item) int {
		return cmp.Or(
			cmp.Compare(isHeading(a), isHeading(b)),
			cmp.Compare(a.Order.Value, b.Order.Value),
			record.CompareIDs(a.ID.Value, b.ID.Value),
		)
	})
	return items
}

// itemsInOrder returns the items of all frameworks, one framework after the other.
func itemsInOrder(c *crosswalk) []record.Record {
	var items []record.Record
	for _, name := range slices.SortedFunc(maps.Keys(c.items), record.CompareIDs) {
		for _, b := range c.items[name] {
			items = append(items, b.item)
		}
	}
	return items
}

// chips shows one side of ties as small links: first those of which no mapping
// tells whether they are corroborated, then those that are, then those that are
// not.
func (p *projector) chips(ties []*tie, side func(*tie) record.Record) []view.Cell {
	var plain, corroborated, alone []view.Cell
	for _, t := range ties {
		chip := p.entryCell(side(t))
		chip.Form = "ref"
		switch {
		case slices.ContainsFunc(t.claims, func(c claim) bool { return c.corroborated }):
			corroborated = append(corroborated, chip)
		case slices.ContainsFunc(t.claims, func(c claim) bool { return c.told }):
			alone = append(alone, chip)
		default:
			plain = append(plain, chip)
		}
	}
	cells := plain
	if len(corroborated) > 0 {
		cells = append(append(cells, view.Cell{Form: "reason", Text: p.say("crosswalk.corroborated")}), corroborated...)
	}
	if len(alone) > 0 {
		cells = append(append(cells, view.Cell{Form: "reason", Text: p.say("crosswalk.alone")}), alone...)
	}
	return cells
}

func endOf(t *tie) record.Record  { return t.end }
func itemOf(t *tie) record.Record { return t.item }

// declared counts the controls among the ties by how far they are implemented,
// as badges and as what a row is found by.
func (p *projector) declared(ties []*tie) (badges []view.Cell, facets []view.Facet) {
	var sum soaSum
	for _, t := range ties {
		if control, ok := t.end.(*record.Control); ok {
			sum.add(control)
		}
	}
	for _, state := range []struct {
		key   string
		count int
		tone  record.Tone
	}{
		{"implemented", sum.implemented, record.Good},
		{"partly", sum.partly, record.Partly},
		{"planned", sum.planned, record.Planned},
		{"excluded", sum.excluded, record.None},
		{"undecided", sum.undecided, record.None},
	} {
		if state.count > 0 {
			badges = append(badges, badge(state.tone, p.say("crosswalk.declared."+state.key, "count", state.count)))
			facets = append(facets, view.Facet{Key: "declared", Value: state.key, Label: p.say("control.sum." + state.key)})
		}
	}
	return badges, facets
}

// evidenced counts the ties whose control or clause has evidence that holds.
func (p *projector) evidenced(ties []*tie) int {
	count := 0
	for _, t := range ties {
		if valid, _ := p.evidenceFor(t.end); len(valid) > 0 {
			count++
		}
	}
	return count
}

// evidenceFor returns the evidence for a control or a clause: what holds today,
// and what has expired.
func (p *projector) evidenceFor(r record.Record) (valid, expired []view.Cell) {
	for _, link := range p.LinksTo(r) {
		evidence, ok := link.From.(*record.Evidence)
		if !ok {
			continue
		}
		chip := p.entryCell(evidence)
		chip.Form = "ref"
		if evidence.Expires.Before(p.Today.Day) {
			expired = append(expired, chip)
		} else {
			valid = append(valid, chip)
		}
	}
	return valid, expired
}

// addOtherFrameworks adds to the page of a control or a clause which items of
// frameworks are related to it.
func (p *projector) addOtherFrameworks(r record.Record, e *view.Entry) {
	ties := p.crosswalks().ofEnd[r]
	if len(ties) == 0 {
		return
	}
	s := view.Section{ID: "frameworks", Title: p.say("crosswalk.elsewhere"), Note: p.say("crosswalk.not-equal")}
	s.Table.Columns = []view.Column{{Title: p.say("crosswalk.framework")}, {Title: p.say("crosswalk.items"), Main: true}}
	for len(ties) > 0 {
		name := ties[0].item.Namespace()
		end := slices.IndexFunc(ties, func(t *tie) bool { return t.item.Namespace() != name })
		if end < 0 {
			end = len(ties)
		}
		s.Table.Rows = append(s.Table.Rows, view.Row{Cells: [][]view.Cell{{p.frameworkCell(name)}, p.chips(ties[:end], itemOf)}})
		ties = ties[end:]
	}
	e.Sections = append(e.Sections, s)
}
