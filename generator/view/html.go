// Package view holds what themes see: plain data that already contains only
// what its edition may show.
package view

// HTML is markup that package markdown made and that a theme may print as it
// is. Links to pages of the same site begin with RootMark in place of the way
// up to the site's root, since the same text may stand on pages at any depth.
type HTML string

// RootMark stands in HTML for the relative path to the site's root. It is a
// control character, which content cannot contain.
const RootMark = "\x01"

// Heading is one heading of a text, as its table of contents shows it.
type Heading struct {
	Level int // 2 to 4
	ID    string
	Text  string
}
