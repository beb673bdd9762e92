// Package search finds entries by their words. It knows nothing of handbooks:
// it takes plain documents and makes an index of them, a set of files that a
// browser reads without a server, from a host or from disk. The Searcher reads
// the same files, so that the terminal and the browser find the same.
//
// Words are treated by the analysers of bleve: what is a stop word, and which
// forms are one word. The index carries the forms that occur, so the browser
// looks a word up where bleve would stem it, and any language of bleve's works
// without a line of JavaScript. Entries are ranked by BM25F. What does not
// depend on the query is computed here, in whole numbers, and so what remains
// gives the same ranking everywhere.
//
// The browser's half is in themes/default/static/search-*.js; each of its files
// has a twin here.
package search

// Document is one entry as search sees it.
type Document struct {
	ID       string
	Shown    string // what readers see of the ID, where that differs
	Title    string
	Kind     Kind
	Label    string // what a reader is told it is: "Policy"
	Path     string // of its page, below the root of the site
	Status   Status
	Lead     string    // a sentence or two about it
	Terms    []string  // other words for it, which its page may not show
	Passages []Passage // the words of its page, in order
	Facets   []Facet   // by what else it can be chosen
	Mentions []string  // the IDs of the entries that it is tied to
}

// Passage is the part of a page below one heading.
type Passage struct {
	Anchor  string // of the heading; empty where it has none
	Heading string
	Text    string
}

// Word is a word as it is written in a query, and what readers are shown for it.
type Word struct {
	Word  string `json:"word"`
	Label string `json:"label"`
}

// Kind is a sort of documents.
type Kind struct {
	Word       // "risk", "Risks"
	Weight int // how likely it is what somebody looks for, in percent of others
}

// Status is how an entry stands.
type Status struct {
	Word        // by which it is chosen: "partly", "Partly"
	Text string // what is shown: "Partly, by 31 Jan 2027"
	Tone string // of its badge
}

// Facet is a property that a query can ask for: owner:security.
type Facet struct {
	Key    string
	Values []string // in whatever ways it may be written
}

// Options says how to treat the documents.
type Options struct {
	Language string            // of their words, as a BCP 47 tag
	Synonyms [][]string        // groups of words that mean the same
	Words    map[string]string // of the interface, handed through to the browser
}

// File is one file of an index.
type File struct {
	Path    string // "search/start.js"
	Content func() []byte
}
