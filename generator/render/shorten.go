package render

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// overflow gathers the pages that have all of what has no room on a page.
type overflow struct {
	*Pages
	origin
	files []File
}

// origin is the page that has no room.
type origin struct {
	path, title string
	listed      string      // the path of the list that it belongs to
	above       []view.Cell // the pages that lead to it, and it
}

// pathOf returns the path of a page for a part of that name.
func (o *overflow) pathOf(name string) string { return folderOf(o.path) + "/" + name + ".html" }

// sections returns sections with what has room of their tables.
func (o *overflow) sections(all []view.Section) []view.Section {
	all = slices.Clone(all)
	for i := range all {
		section := &all[i]
		name := cmp.Or(section.ID, "part-"+strconv.Itoa(i+1))
		rows := o.rows(section.Table.Rows, name)
		if section.Table.Rows = rows; !isLong(len(rows), o.theme.Room.Part) || rows[0].Anchor != "" {
			continue // to rows with an anchor other pages lead
		}
		list := listOfTable(section.Title, section.Table)
		leadBack(list, o.path)
		list.Lede, list.Total = o.title, len(rows)
		at := o.pathOf(name)
		o.files = append(o.files, o.split(list, at, o.listed, append(slices.Clip(o.above), linkTo(list.Title, at)), func(list view.List) File {
			return o.further(list, at, o.listed, o.above)
		})...)
		section.Table.Rows = rows[:o.theme.Room.Part]
		section.More = o.more(len(rows)-o.theme.Room.Part, at)
	}
	return all
}

// leadBack makes links to places on the page at the path lead there from another.
func leadBack(list view.List, at string) {
	for _, row := range list.Groups[0].Rows {
		for i, cells := range row.Cells {
			if len(cells) > 0 && cells[0].Form == "anchor" {
				row.Cells[i] = []view.Cell{linkTo(cells[0].Text, at+cells[0].Path)}
			}
		}
	}
}

// rows returns rows of the table of that name with as many links in their cells as
// have room.
func (o *overflow) rows(rows []view.Row, name string) []view.Row {
	rows = slices.Clone(rows)
	for i, row := range rows {
		for j, cells := range row.Cells {
			if !isLong(len(cells), o.theme.Room.Cell) {
				continue
			}
			at := o.pathOf(name + "-" + strconv.Itoa(i+1) + "-" + strconv.Itoa(j+1))
			few := o.theme.few(cells, at)
			if len(few) == len(cells) {
				continue
			}
			relation := view.Relation{Title: cmp.Or(cellTexts(row.Cells[0]), o.title)}
			for _, cell := range cells {
				if isLink(cell) {
					cell.Form = "entry"
					relation.Entries = append(relation.Entries, &view.Related{Entry: cell})
				}
			}
			o.files = append(o.files, o.wholeRelation(relation, at, o.origin)...)
			rows[i].Cells = slices.Clone(rows[i].Cells)
			rows[i].Cells[j] = few
		}
	}
	return rows
}

// relations returns relations with as many entries as have room.
func (o *overflow) relations(all []view.Relation) []view.Relation {
	all = slices.Clone(all)
	for i := range all {
		if isLong(len(all[i].Entries), o.theme.Room.Part) {
			at := o.pathOf("related-" + strconv.Itoa(i+1))
			o.files = append(o.files, o.wholeRelation(all[i], at, o.origin)...)
			o.lead(&all[i], o.theme.Room.Part, at)
		}
	}
	return all
}

// lead leaves so many entries of a relation, and leads to the others.
func (s *Pages) lead(relation *view.Relation, count int, to string) {
	relation.Others = len(relation.Entries) - count
	relation.Entries = relation.Entries[:count]
	relation.More = s.more(relation.Others, to)
}

func (s *Pages) more(count int, to string) view.Cell {
	return linkTo(s.theme.Words.Say("list.more", "count", count), to)
}

// shelves leaves of each shelf of documents what has room on the first page.
func (s *Pages) shelves(shelves []view.Relation) []view.Relation {
	shelves = slices.Clone(shelves)
	for i, shelf := range shelves {
		if isLong(len(shelf.Entries), s.theme.Room.Cell) {
			s.lead(&shelves[i], s.theme.Room.Cell, shelf.Path)
		}
	}
	return shelves
}

// fewIn returns the cells of a row, each with as many links as have room. All of
// them stand on the page of the entry that heads the row.
func (t *Theme) fewIn(row view.Row) [][]view.Cell {
	at := row.Of()
	isTooLong := func(cells []view.Cell) bool { return isLong(len(cells), t.Room.Cell) }
	if at == "" || !slices.ContainsFunc(row.Cells, isTooLong) {
		return row.Cells
	}
	few := slices.Clone(row.Cells)
	for i := range few {
		few[i] = t.few(few[i], at)
	}
	return few
}

// few returns as many links in a row as have room, and the way to the page at the
// path, which has them all. What stands between them stays: it may be a reason.
func (t *Theme) few(cells []view.Cell, at string) []view.Cell {
	if !isLong(len(cells), t.Room.Cell) {
		return cells
	}
	var few []view.Cell
	for len(cells) > 0 {
		links := slices.IndexFunc(cells, func(cell view.Cell) bool { return !isLink(cell) })
		if links < 0 {
			links = len(cells)
		}
		if isLong(links, t.Room.Cell) {
			few = append(few, cells[:t.Room.Cell]...)
			few = append(few, linkTo(t.Words.Say("list.more", "count", links-t.Room.Cell), at))
		} else {
			few = append(few, cells[:links]...)
		}
		rest := min(links+1, len(cells))
		few, cells = append(few, cells[links:rest]...), cells[rest:]
	}
	return few
}

func isLink(cell view.Cell) bool { return cell.Form == "ref" || cell.Form == "entry" }

// listOfTable returns a table as a list. What a row is about heads it.
func listOfTable(title string, table view.Table) view.List {
	list := view.List{Kind: "part", Title: title, Columns: slices.Clone(table.Columns)}
	if len(list.Columns) > 1 {
		list.Columns[1].Main = true
	}
	var group view.Group
	for i, row := range table.Rows {
		row.Anchor, row.Cells = "row-"+strconv.Itoa(i+1), slices.Clone(row.Cells)
		if row.Of() != "" {
			row.Anchor = row.Cells[0][0].Data + "." + strconv.Itoa(i+1)
		}
		group.Rows = append(group.Rows, row)
	}
	list.Groups = []view.Group{group}
	return list
}

// wholeRelation returns the pages at the path, below those where it has no room,
// that have all entries of a relation, by kind.
func (s *Pages) wholeRelation(relation view.Relation, at string, from origin) []File {
	size, total := s.theme.Room.linksOnPage(), len(relation.Entries)
	whole := view.Leaf{Of: (total + size - 1) / size, Total: total, Anchor: "main"}
	kinds := sync.OnceValue(func() []kindOfRelation { return s.byKind(relation) })
	var files []File
	for number := 1; number <= whole.Of; number++ {
		files = append(files, File{Path: leafPath(at, number), Content: func() ([]byte, error) {
			leaf := placed(whole, at, number, size)
			before := 0
			for _, kind := range kinds() {
				leaf.Groups = append(leaf.Groups, linkTo(kind.Title, leafPath(at, before/size+1)+"#"+kind.ID))
				before += kind.Total
			}
			list := view.List{Title: relation.Title, Lede: from.title, Leaf: leaf}
			one := s.blank(from.listed, leafPath(at, number), s.titleOf(list))
			one.List, one.Above, one.Description = list, from.above, list.Lede
			one.Kinds = cut(kinds(), (*kindOfRelation).entries, size, kindOfRelation.again)[number-1]
			if number > 1 {
				one.Above = append(slices.Clip(from.above), linkTo(relation.Title, at))
			}
			return s.layOut("handbook/related.html", one)
		}})
	}
	return files
}

// kindOfRelation is the entries of one kind in a relation.
type kindOfRelation struct {
	ID      string
	Title   string
	Path    string // of the list of that kind
	Total   int
	Entries []*view.Related
	Again   bool // they begin on a page before
}

func (k *kindOfRelation) entries() *[]*view.Related { return &k.Entries }

// again returns the entries as they go on on the next page.
func (k kindOfRelation) again() kindOfRelation {
	k.Again = true
	return k
}

// byKind groups the entries of a relation by their kind, in the order in which the
// kinds come.
func (s *Pages) byKind(relation view.Relation) []kindOfRelation {
	var kinds []kindOfRelation
	at := map[string]int{}
	for _, related := range relation.Entries {
		folder := path.Dir(related.Entry.Path)
		i, known := at[folder]
		if !known {
			i = len(kinds)
			at[folder] = i
			kind := kindOfRelation{ID: "kind-" + strconv.Itoa(i+1), Title: relation.Title}
			for _, list := range s.frame.Lists {
				if path.Dir(list.Path) == folder {
					kind.Title, kind.Path = list.Name, list.Path
				}
			}
			kinds = append(kinds, kind)
		}
		kinds[i].Entries = append(kinds[i].Entries, related)
		kinds[i].Total++
	}
	return kinds
}
