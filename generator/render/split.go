package render

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// Room says how much stands in one place before it becomes too much. What takes
// no more than twice as much stays whole: nobody wants a second page of three rows.
type Room struct {
	Rows int // of a list, on a page; a longer list is split over several
	Part int // rows or entries, in a part of a page; a longer part begins there and is whole on a page of its own
	Cell int // links, in a cell of a table; of more the first stand there, and all on another page
}

var standardRoom = Room{Rows: 250, Part: 50, Cell: 18}

// linksOnPage returns how many entries a page lists that says little of each.
func (r Room) linksOnPage() int { return 4 * r.Rows }

// Or returns the room, with what it leaves open taken from another.
func (r Room) Or(other Room) Room {
	return Room{cmp.Or(r.Rows, other.Rows), cmp.Or(r.Part, other.Part), cmp.Or(r.Cell, other.Cell)}
}

func isLong(count, room int) bool { return count > 2*room }

// folderOf returns the folder of what has no room on the page at the path: that of
// a list lies beside its entries, that of an entry has its name.
func folderOf(at string) string {
	return strings.TrimSuffix(strings.TrimSuffix(at, ".html"), "/index")
}

// leafPath returns the path of a page of the list at the path.
func leafPath(list string, number int) string {
	if number == 1 {
		return list
	}
	return leafFolder(list) + strconv.Itoa(number) + ".html"
}

// leafFolder returns the folder of the pages of the list at the path. That of a page
// which has a list beside other things is called otherwise than that of a list
// itself: findings.html has one, and findings/index.html is one.
func leafFolder(list string) string {
	if path.Base(list) == "index.html" {
		return folderOf(list) + "/page/"
	}
	return folderOf(list) + "/pages/"
}

// Owners returns the paths of the pages with which the file at the path may have
// been made: its own, and those that may have had no room for it.
func Owners(at string) []string {
	owners := []string{at}
	for folder := path.Dir(at); folder != "."; folder = path.Dir(folder) {
		owners = append(owners, folder+".html", folder+"/index.html")
	}
	return owners
}

// split returns the pages of the list that stands at the path: one, or as many as
// it needs, and a script with the rows of each. First lays out the first page; the
// others have the list alone, and lead back to the pages above.
func (s *Pages) split(list view.List, at, listed string, above []view.Cell, first func(view.List) File) []File {
	total, size := countRows(list.Groups), s.theme.Room.Rows
	if !isLong(total, size) {
		return []File{first(list)}
	}
	leaves := cut(list.Groups, func(group *view.Group) *[]view.Row { return &group.Rows }, size, s.continued)
	whole := view.Leaf{
		Of: len(leaves), Total: total, Anchor: "register", Groups: beginnings(list.Groups, at, size),
		Rows: leafFolder(at) + "rows-", Shown: size,
	}
	var pages, scripts []File
	for i, groups := range leaves {
		list.Groups, list.Leaf = groups, placed(whole, at, i+1, size)
		if i == 0 {
			list.Summary = led(list.Summary, whole.Groups)
			pages = append(pages, first(list))
			list.Lede, list.Notes, list.Cover, list.Matrices, list.Charts, list.Summary = "", nil, view.Panel{}, nil, nil, view.Table{}
		}
		page, script := withRows(s.further(list, leafFolder(at)+strconv.Itoa(i+1)+".html", listed, above), list.Leaf)
		if i > 0 {
			pages = append(pages, page)
		}
		scripts = append(scripts, script)
	}
	return append(pages, scripts...)
}

// further lays out a page that has nothing but a list, or a page of one.
func (s *Pages) further(list view.List, at, listed string, above []view.Cell) File {
	p := s.blank(listed, at, s.titleOf(list))
	p.List, p.Above, p.Description = list, above, list.Lede
	return s.file("handbook/split.html", p)
}

// titleOf returns the title of a page of a list.
func (s *Pages) titleOf(list view.List) string {
	if list.Leaf.Number > 1 {
		return s.theme.Words.Say("list.page.title", "title", list.Title, "number", list.Leaf.Number, "of", list.Leaf.Of)
	}
	return list.Title
}

// placed returns the leaf of that number, of a list with so many rows on a page.
func placed(leaf view.Leaf, at string, number, size int) view.Leaf {
	leaf.Number, leaf.From, leaf.To = number, (number-1)*size+1, min(number*size, leaf.Total)
	leaf.First, leaf.Last = at, leafPath(at, leaf.Of)
	if number > 1 {
		leaf.Before = leafPath(at, number-1)
	}
	if number < leaf.Of {
		leaf.After = leafPath(at, number+1)
	}
	return leaf
}

func countRows(groups []view.Group) int {
	count := 0
	for _, group := range groups {
		count += len(group.Rows)
	}
	return count
}

// cut cuts groups into pages of so many of what they hold. Where a group goes on
// from the page before, it is what again makes of it.
func cut[G, R any](groups []G, held func(*G) *[]R, size int, again func(G) G) [][]G {
	var pages [][]G
	room := 0
	for _, group := range groups {
		for rest := *held(&group); len(rest) > 0; group = again(group) {
			if room == 0 {
				pages, room = append(pages, nil), size
			}
			count := min(room, len(rest))
			part := group
			*held(&part) = rest[:count:count]
			pages[len(pages)-1] = append(pages[len(pages)-1], part)
			rest, room = rest[count:], room-count
		}
	}
	return pages
}

// continued returns a group under the heading that it has on its further pages.
func (s *Pages) continued(group view.Group) view.Group {
	if !group.Again && group.Title != "" {
		group.Note = joined(" · ", group.Note, s.theme.Words.Say("list.page.continued"))
	}
	group.Again = true
	return group
}

// beginnings returns where the groups of a list begin that has so many rows on a
// page.
func beginnings(groups []view.Group, at string, size int) []view.Cell {
	var cells []view.Cell
	before := 0
	for _, group := range groups {
		if group.Title != "" && group.ID != "" {
			cells = append(cells, linkTo(group.Title, leafPath(at, before/size+1)+"#"+group.ID))
		}
		before += len(group.Rows)
	}
	return cells
}

// led returns a table whose rows lead to where the groups begin, rather than to a
// place on the same page.
func led(table view.Table, groups []view.Cell) view.Table {
	rows := slices.Clone(table.Rows)
	for i, row := range rows {
		if len(row.Cells) == 0 || len(row.Cells[0]) == 0 || row.Cells[0][0].Form != "anchor" {
			continue
		}
		for _, group := range groups {
			if strings.HasSuffix(group.Path, row.Cells[0][0].Path) {
				row.Cells = slices.Clone(row.Cells)
				row.Cells[0] = []view.Cell{group}
				rows[i] = row
			}
		}
	}
	table.Rows = rows
	return table
}

func linkTo(text, at string) view.Cell { return view.Cell{Form: "count", Text: text, Path: at} }
