package edition

import (
	"cmp"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// column is one column of a kind's list.
type column struct {
	title   string
	numeric bool
	main    bool
	cells   func(record.Record) []view.Cell
}

func listPath(kind *record.Kind) string { return kind.Folder + "/index.html" }

// list returns the page that lists a kind: one table in the order of the IDs,
// unless the kind has a face that says otherwise.
func (p *projector) list(kind *record.Kind) view.List {
	entries := p.listed(kind)
	l := view.List{
		Kind:  kind.Name,
		Name:  p.plural(kind),
		Title: p.plural(kind),
		Path:  listPath(kind),
		Lede:  p.words.Label("kind."+kind.Name+".help", kind.Help),
		Total: len(entries),
		Empty: p.say("list.empty"),
	}
	special := faces[kind.Name]
	columns := p.declaredColumns(kind)
	if special.columns != nil {
		columns = special.columns(p)
	}
	l.Columns = append(l.Columns, view.Column{Title: p.words.Label("kind."+kind.Name, kind.Label)})
	for _, c := range columns {
		l.Columns = append(l.Columns, view.Column{Title: c.title, Numeric: c.numeric, Main: c.main})
	}
	group := view.Group{}
	for _, r := range entries {
		row := view.Row{Anchor: r.Head().ID.Value, Cells: [][]view.Cell{{p.entryCell(r)}}, Facets: p.facets(r)}
		for _, c := range columns {
			row.Cells = append(row.Cells, c.cells(r))
		}
		group.Rows = append(group.Rows, row)
	}
	l.Groups = []view.Group{group}
	if special.list != nil {
		special.list(p, &l)
	}
	l.Filters = append(p.filters(kind, l.Groups), l.Filters...)
	l.Charts = p.chartsNamed(chartsAbove[kind.Name])
	for i := range l.Charts {
		if l.Charts[i].List.Path == l.Path {
			l.Charts[i].List = view.Cell{} // they stand below it
		}
	}
	return l
}

// listed returns the entries that the list of a kind shows: all, but of those that
// ship with Annex only the ones that the author of a baseline has filled in, and
// none that heads others.
func (p *projector) listed(kind *record.Kind) []record.Record {
	isRow := faces[kind.Name].isRow
	onlyAuthored := kind.Given != nil && p.isBaseline()
	if isRow == nil && !onlyAuthored {
		return p.Of(kind)
	}
	return slices.DeleteFunc(slices.Clone(p.Of(kind)), func(r record.Record) bool {
		return onlyAuthored && !r.Head().Authored || isRow != nil && !isRow(r)
	})
}

// declaredColumns returns the columns that a kind's declaration asks for, and
// one for its badge.
func (p *projector) declaredColumns(kind *record.Kind) []column {
	var columns []column
	hasBadge := false
	for _, field := range record.Fields(kind.Create()) {
		hasBadge = hasBadge || field.Badge
		if field.Column && !field.Badge && p.Edition.MayShow(field.Audience) {
			columns = append(columns, p.fieldColumn(kind, field.Key))
		}
	}
	if hasBadge {
		columns = append(columns, column{title: p.say("entry.status"), main: true, cells: func(r record.Record) []view.Cell {
			return []view.Cell{p.status(r)}
		}})
	}
	return columns
}

// fieldColumn returns the column that shows one field.
func (p *projector) fieldColumn(kind *record.Kind, key string) column {
	blank := fieldOf(kind.Create(), key)
	return column{title: p.label(kind, "", blank), numeric: isNumeric(blank), cells: func(r record.Record) []view.Cell {
		field := fieldOf(r, key)
		if !field.Value.IsSet() {
			return nil
		}
		return p.cells(r, field)
	}}
}

// isNumeric reports whether a field holds a number, which stands on the right.
func isNumeric(field record.Field) bool {
	switch field.Value.(type) {
	case *record.Number, *record.Decimal:
		return true
	default:
		return false
	}
}

// fieldOf returns the field of r that has the key. A key that the kind does not
// declare is a mistake in this program.
func fieldOf(r record.Record, key string) record.Field {
	for _, field := range record.Fields(r) {
		if field.Key == key {
			return field
		}
	}
	panic("edition: no kind " + r.Head().Kind.Name + " has a field " + key)
}

// filters returns a choice for each facet of which the rows show at least two
// values.
func (p *projector) filters(kind *record.Kind, groups []view.Group) []view.Filter {
	var filters []view.Filter
	for _, field := range record.Fields(kind.Create()) {
		if !field.Facet || !p.Edition.MayShow(field.Audience) {
			continue
		}
		if filter := filterBy(field.Key, p.label(kind, "", field), groups); len(filter.Options) > 1 {
			filters = append(filters, filter)
		}
	}
	return filters
}

// filterBy returns the choice between all values that the rows have of a facet.
func filterBy(key, label string, groups []view.Group) view.Filter {
	filter := view.Filter{Key: key, Label: label}
	known := map[view.Facet]bool{}
	for _, group := range groups {
		for _, row := range group.Rows {
			for _, facet := range row.Facets {
				if facet.Key == key && !known[facet] {
					known[facet] = true
					filter.Options = append(filter.Options, facet)
				}
			}
		}
	}
	slices.SortFunc(filter.Options, func(a, b view.Facet) int { return cmp.Compare(a.Label, b.Label) })
	return filter
}

// groupBy sorts the rows of a list into groups in the order of keys; rows of
// another key come last, without a heading.
func groupBy(rows []view.Row, keys []string, keyOf func(view.Row) string, heading func(key string, rows []view.Row) view.Group) []view.Group {
	members := map[string][]view.Row{}
	for _, row := range rows {
		key := keyOf(row)
		if !slices.Contains(keys, key) {
			key = ""
		}
		members[key] = append(members[key], row)
	}
	var groups []view.Group
	for _, key := range append(keys, "") {
		if len(members[key]) == 0 {
			continue
		}
		group := view.Group{}
		if key != "" {
			group = heading(key, members[key])
		}
		group.Rows = members[key]
		groups = append(groups, group)
	}
	return groups
}
