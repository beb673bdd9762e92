package markdown

import (
	"maps"
	"strconv"
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/view"
	"github.com/yuin/goldmark/ast"
)

// Outline returns the headings that a table of contents lists: those of the
// levels 2 to 4 that stand at the top level of the text.
func (d *Document) Outline(r Resolver) []view.Heading {
	var outline []view.Heading
	ids := d.Anchors(r)
	for i, h := range d.headings {
		if h.Level <= 4 && h.Parent() == d.root && d.anchored {
			outline = append(outline, view.Heading{Level: h.Level, ID: ids[i], Text: d.wordsOf(h, r)})
		}
	}
	return outline
}

// Anchors returns the ids of all headings of a document, in order.
func (d *Document) Anchors(r Resolver) []string {
	if !d.anchored {
		return nil
	}
	ids := uniqueIDs{taken: maps.Clone(d.noteIDs), last: map[string]int{}}
	ids.taken["main"] = true // the page has an element of that name
	var anchors []string
	for _, h := range d.headings {
		anchors = append(anchors, ids.of(slug(d.wordsOf(h, r))))
	}
	return anchors
}

// anchorsByHeading returns the id of each heading.
func (d *Document) anchorsByHeading(r Resolver) map[*ast.Heading]string {
	byHeading := map[*ast.Heading]string{}
	for i, id := range d.Anchors(r) {
		byHeading[d.headings[i]] = id
	}
	return byHeading
}

// slug returns words as an id: letters and digits of any script in lower case,
// with hyphens for spaces.
func slug(words string) string {
	id := strings.Map(func(c rune) rune {
		switch {
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c), c == '-', c == '_':
			return unicode.ToLower(c)
		case unicode.IsSpace(c):
			return '-'
		default:
			return -1
		}
	}, words)
	if id == "" {
		return "section"
	}
	return id
}

// uniqueIDs hands out ids, each once.
type uniqueIDs struct {
	taken map[string]bool
	last  map[string]int // the last number that an id was given
}

func (u uniqueIDs) of(id string) string {
	unique := id
	for u.taken[unique] {
		u.last[id]++
		unique = id + "-" + strconv.Itoa(u.last[id])
	}
	u.taken[unique] = true
	return unique
}
