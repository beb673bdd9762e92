package view

// Leaf is one page of a list that has too many rows for one. It is filled when
// pages are laid out; of a list that stays whole it is empty.
type Leaf struct {
	Number, Of int // which page of how many
	From, To   int // the rows on it, counted from 1
	Total      int // the rows of the whole list

	First, Before, After, Last string // the paths of the other pages; Before and After are empty at the ends
	Anchor                     string // where the list begins on each of them
	Groups                     []Cell // where the groups of the list begin

	Rows  string // how the path of the script begins that holds the rows of a page; its number and “.js” follow
	Shown int    // how many rows are shown at a time of those that were looked for
}

// Count returns how many entries stand in the relation, here and elsewhere.
func (r Relation) Count() int { return len(r.Entries) + r.Others }

// Of returns the path of the entry that the row is about, empty where its first
// cell is none.
func (r Row) Of() string {
	if len(r.Cells) == 0 || len(r.Cells[0]) == 0 || r.Cells[0][0].Form != "entry" {
		return ""
	}
	return r.Cells[0][0].Path
}
