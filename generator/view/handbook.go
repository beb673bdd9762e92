package view

import "fmt"

// Handbook is what the staff and the auditor edition show. Both have the same
// shape: entries of any kind become plain data of the same few types.
type Handbook struct {
	Edition      string // "staff" or "auditor"
	Language     string
	Organization Organization
	AsOf         Date
	Fixed        bool // annex.toml sets the date
	Home         Home
	Lists        []List
	Pages        []Page
	Charts       []Chart    // all that the edition has something to tell in
	Synonyms     [][]string // groups of words that mean the same to a search
}

// Frame returns what every page shows of the handbook: of lists and answers no more
// than what leads to them.
func (h Handbook) Frame() Handbook {
	frame := h
	frame.Home, frame.Lists, frame.Pages, frame.Charts = Home{}, nil, nil, nil
	for _, list := range h.Lists {
		frame.Lists = append(frame.Lists, List{Name: list.Name, Path: list.Path, Total: list.Total})
	}
	for _, answer := range h.Pages {
		frame.Pages = append(frame.Pages, Page{Path: answer.Path, Title: answer.Title, Question: answer.Question})
	}
	return frame
}

// Entries are the pages of a handbook's entries, in order. Each is worked out when
// it is asked for, by any goroutine, so that those of a large site are never held
// all at once. No template sees them, but one entry at a time.
type Entries struct {
	Paths []string          // where each lies
	At    func(i int) Entry // worked out anew each time
	Files func() []File     // what the entries asked for so far embed, and all other pages
}

// Organization is whose handbook it is.
type Organization struct {
	Name      string
	LegalName string
	Title     string // of the handbook
	Ask       string // whom staff ask
	Brand     Brand
}

// Entry is one entry on its page.
type Entry struct {
	Kind     string // "risk"
	Label    string // "Risk", or what it is more exactly: "Policy"
	ID       string
	ShownID  string // what readers see of it: “Art. 21(2)(a)” rather than nis2:21.2.a
	Title    string
	Path     string
	Listed   string // the path of the list it belongs to
	Plural   string // what that list is called
	Within   Cell   // the entry that it is part of, if its kind has no list
	Audience string // "public", "staff", "auditor" or "withheld"

	Lede   HTML
	Plain  string   // the lede in plain words, for descriptions
	Terms  []string // other words by which people look for it
	Status Cell
	Meta   []Cell // a few words beside the status

	Thread   []Station // from risk to proof, for an entry on the way
	Journey  []Stage   // from inherent to target
	Outline  []Heading
	Body     HTML
	Charts   []Chart // that the body places
	Sparks   []Spark
	Sections []Section
	Related  []Relation
	Map      Matrix
	Panels   []Panel
	Register List // what belongs to it, in a table that can be filtered

	Before, After Cell // neighbours in the list
}

// Cell is one value. Its form says which of its parts hold something.
type Cell struct {
	// Form is "text", "html", "date", "badge", "level", "entry" (a link by
	// title), "ref" (a link by ID), "anchor" (a link on the page), "reason" (the
	// word before some refs), "note" (a text in small print), "count" (words that
	// may lead to what they count), or empty for nothing.
	Form string
	Text string // the words; of an entry its title
	Data string // what a program reads in place of the words: an ISO date, a number, an option, an ID
	HTML HTML
	Date Date
	ID   string // of an entry, as readers see it
	Path string // where an entry or a level leads
	Tone string // of a badge: "ok", "part", "plan", "due", "bad", "none"
	Band int    // of a level: 1 for the lowest band
	Rank int    // of a level: likelihood × impact; of other cells, where it sorts
}

// Fact is a label with its values.
type Fact struct {
	Key   string // "risk.owner"
	Label string
	Cells []Cell
}

// Panel is a group of facts that is read as one.
type Panel struct {
	Title  string
	Status Cell
	Facts  []Fact
}

// Section is a part of an entry's page. It holds any of a text, a list, a
// table and a timeline.
type Section struct {
	ID     string
	Title  string
	Note   string
	Text   HTML
	Items  []HTML
	Table  Table
	More   Cell // leads to all rows of the table, where it has but some
	Events []Event
}

// Table is rows under columns. The first cell of a row heads it.
type Table struct {
	Columns []Column
	Rows    []Row
}

// Column heads the cells below it.
type Column struct {
	Title   string
	Numeric bool
	Main    bool // shown even where there is room for no other
}

// Row is one line of a table.
type Row struct {
	Anchor string
	Depth  int // how many rows it stands below
	Cells  [][]Cell
	Facets []Facet // by what the row can be found
}

// Facet is one property by which rows are filtered.
type Facet struct {
	Key   string
	Value string // as in data attributes: lower case, no spaces
	Label string
}

// Event is a dated line of a timeline.
type Event struct {
	Date  Date
	Title string
	Text  HTML
	Path  string // of the entry that it is about, where that is not the page's own
}

// Relation is a group of entries that stand in the same relation to this one.
type Relation struct {
	Title   string
	Entries []*Related
	Path    string // of the list that has them as well, if there is one
	Others  int    // how many more there are, elsewhere
	More    Cell   // leads to those
}

// Related is an entry at the other end of a relation. It looks the same from all
// that are tied to it, so that they share it, and nobody changes it.
type Related struct {
	Entry  Cell
	Status Cell
}

// String returns what it holds, as a view prints that does not share it.
func (r *Related) String() string { return fmt.Sprintf("%+v", *r) }

// Station is a kind of entry on the way from a risk to its proof.
type Station struct {
	Name    string
	Here    bool // the page's own entry stands here
	Entries []Cell
	More    string // that there are others
}

// Stage is a point on the way of a risk: inherent, current, target.
type Stage struct {
	Name       string
	Letter     string // of its pin on the matrix
	When       Date
	Level      Cell
	Likelihood string
	Impact     string
	Why        HTML
	Now        bool
	Aim        bool
}

// Matrix is a risk matrix: likelihood upwards, impact to the right.
type Matrix struct {
	Title string
	Note  string
	Rows  []MatrixRow // from the highest likelihood down
	Scale []string    // the impacts, from 1
}

// MatrixRow is one step of likelihood.
type MatrixRow struct {
	Step  int
	Name  string
	Cells []MatrixCell
}

// MatrixCell is one pair of likelihood and impact.
type MatrixCell struct {
	Band      int
	Count     int
	Label     string // says in words what the cell holds
	Path      string // where its count leads
	Pins      []Pin
	LineLeft  bool // the acceptance line runs along this side
	LineBelow bool
}

// Pin marks where a risk stands on its own matrix.
type Pin struct {
	Letter string
	Name   string
	Now    bool
	Aim    bool
}

// Band is a range of risk levels.
type Band struct {
	Number int // 1 for the lowest
	Name   string
	Levels string // "5–9"
}

// List is the page of a kind.
type List struct {
	Kind     string
	Name     string // what the navigation calls it: "Controls"
	Title    string // "Statement of Applicability"
	Path     string
	Lede     string
	Notes    []string // what to know before reading it
	Cover    Panel    // the document that controls the list
	Matrices []Matrix
	Bands    []Band // the legend of the matrices
	Charts   []Chart
	Summary  Table
	Filters  []Filter
	Columns  []Column
	Groups   []Group
	Total    int
	Empty    string // what to say where there is no entry
	Leaf     Leaf
}

// Page answers a question from the entries of many kinds.
type Page struct {
	Path     string
	Title    string
	Question string // as somebody would ask it
	Lede     string
	Sheet    bool // printed, it is one sheet
	Figures  []Figure
	Charts   []Chart
	Sections []Section
	Register List // one table that can be filtered; without rows where there is none
	Workbook []WorkGroup
}

// WorkGroup is a chapter of an auditor's workbook.
type WorkGroup struct {
	ID    string
	Title string
	Items []WorkItem
}

// WorkItem is a requirement or control that an auditor looks at.
type WorkItem struct {
	Entry  Cell
	Status Cell
	Shown  []Fact // where it is answered, shown and was looked at before
}

// Reading is what to read for a purpose, in an order that makes sense.
type Reading struct {
	Title string
	Note  string
	Steps []Fact
}

// Filter is a choice above a table.
type Filter struct {
	Key     string
	Label   string
	Linked  bool // chosen by following a link, not above the table
	Options []Facet
}

// Group is some rows of a list under a heading of their own.
type Group struct {
	ID    string
	Title string
	Path  string // of the entry that the group is about, if it is about one
	Note  string
	Rows  []Row
	Again bool // the group begins on a page before
}

// Home is the first page.
type Home struct {
	Figures   []Figure
	Tasks     []Task
	Documents []Relation
	Changes   []Event
	Used      []*Related // the documents that most entries lead to
	Scope     HTML       // the scope statement, for auditors
	Facts     []Fact     // what auditors check first: certificate, Statement of Applicability
	Reading   []Reading  // where auditors begin
	Roles     []*Related
}

// Figure is a number that says how things stand.
type Figure struct {
	Value string
	Of    string
	Label string
	Aside Cell
	Path  string
}

// Task is something that is due, or overdue.
type Task struct {
	Status Cell
	What   Cell
	Note   string
	Owner  Cell
	When   Date
}
