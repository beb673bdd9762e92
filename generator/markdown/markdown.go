// Package markdown turns what authors write into what pages show. It is the
// only package that makes trusted HTML out of text: whatever it does not know
// to be harmless becomes words or is left out, and the author is told.
package markdown

import "github.com/annex-isms/annex/generator/finding"

// Fault is something wrong with a text. Its place is counted in bytes from the
// start of the text that was given, since the text does not know its file.
type Fault struct {
	Level      finding.Level
	Code       string // stable, lower case with hyphens: "block-unclosed"
	Message    string
	Hint       string
	Start, End int
}

// at returns the fault at a place.
func (f Fault) at(start, end int) Fault {
	f.Start, f.End = start, end
	return f
}

// Form says how a link is written and where it can lead.
type Form uint8

// The forms of a link.
const (
	Entry    Form = iota + 1 // [[ID]], [[ID#anchor]], [[ID|text]]
	Path                     // to another file of the content
	Image                    // a picture among the files of the content
	Anchor                   // to a heading of the same text
	External                 // to an address outside the site
	Chart                    // to a chart, which stands in the place of a block of code
)

// Link is one link or image of a text.
type Link struct {
	Form       Form
	Target     string // an ID, a path, an address or a chart's name; empty for an Anchor
	Fragment   string // what follows "#", decoded
	Text       string // the link's own words, or an image's alternative text
	Start, End int    // the whole link as it is written, in bytes
}

// Resolution says where a link leads in one edition.
type Resolution struct {
	// Href is a path from the site's root ("risks/R-012.html#x"), an address
	// with http, https, mailto or tel, or "#id" for a place on the same page.
	// When it is empty, the link becomes its words.
	Href string
	Text string // what a link without words of its own shows; of a chart its name, empty where the edition has none
	Chip bool   // whether the link is set as a reference: its words are an ID
}

// Resolver resolves the links and images of a text, all but the External ones.
type Resolver func(Link) Resolution

// Words are the words of the interface that stand in rendered text.
type Words struct {
	AnchorLabel  string // what the link at the end of a heading does
	Footnotes    string // the name of the list of footnotes
	FootnoteBack string // what the link from a footnote back to the text does
	TaskDone     string
	TaskOpen     string

	// The titles of callouts that have none of their own.
	Note, Tip, Important, Warning, Caution string
}
