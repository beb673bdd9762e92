package view

// Chart answers one question with numbers: in a sentence, as a picture, and as
// a table.
type Chart struct {
	Key     string // "risk-level": names it in texts and addresses
	Title   string // the question
	Reading string // the answer, computed like the picture
	List    Cell   // leads to the entries behind it; empty where they stand below
	Picture Picture
	Sparks  []Spark  // of a chart whose picture is a small line each
	Maps    []Matrix // of a chart whose pictures are tables themselves
	Bands   []Band   // what the colours of the maps mean
	Table   Table
}

// Picture is what a chart draws. Its form says which of its parts hold
// something, and what its categories and series are.
type Picture struct {
	// Form is one of
	//	"bars"     lying bars, a series each stacked upon the others
	//	"columns"  the same, standing
	//	"lines"    a line each series
	//	"radar"    an axis each category, an outline each series
	//	"calendar" a column each category, a row each of Rows, and Cells in them;
	//	           its series name the tones of the cells and have no values
	//	"flow"     bands from node to node
	// or empty where there is nothing to draw.
	Form       string
	Categories []Category
	Series     []Series
	Rows       []string
	Cells      []PictureCell
	Nodes      []Node
	Flows      []Flow
}

// Category is a place on the axis of a picture.
type Category struct {
	Name  string
	Short string // on the axis; empty for the whole name
}

// Series is what is told of each category, in the order of the categories.
type Series struct {
	Name string
	// Tone says how it is drawn: "1", "2", "3" from loud to quiet, "4" for what
	// wants attention, "bad" for what is late or wrong, "flawed" for a day with something late, "none" for what does not
	// apply, "plan" for what is not there yet, "level-1", "level-2" … for bands
	// of risk levels.
	Tone   string
	Values []Value
}

// Value is one number of a picture.
type Value struct {
	Known  bool // false where there is none
	Number float64
	Label  string // what it says, in words
	Path   string // of the list of what it counts; empty where no list can show it
}

// PictureCell is one field of a calendar.
type PictureCell struct {
	Column int // among the categories
	Row    int
	Number int
	Flawed bool // something in it was late or missed
	Label  string
	Path   string
}

// Node is where bands of a flow begin and end.
type Node struct {
	Name  string
	Short string // where there is little room
	Depth int    // its column, from 0
	Tone  string
	Path  string
}

// Flow is a band between two nodes.
type Flow struct {
	From, To int // among the nodes
	Number   float64
	Label    string
}

// Spark is how one measure went, as a small line against its target.
type Spark struct {
	Title   Cell // of what it is about
	Status  Cell
	Name    string // of the measure
	Value   string // the latest, with its unit
	Target  string // in words; empty where there is none
	Reading string // what the line shows, in words
	Points  []SparkPoint
	Aim     Value // the target
}

// SparkPoint is one result of a measure.
type SparkPoint struct {
	Date   Date
	Number float64
}
