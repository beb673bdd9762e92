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
	if !d.anchored {
		return nil
	}
	var outline []view.Heading
	words := d.headingWords(r)
	ids := d.idsOf(words)
	for i, h := range d.headings {
		if h.listed {
			outline = append(outline, view.Heading{Level: h.level, ID: ids[i], Text: words[i]})
		}
	}
	return outline
}

// Anchors returns the ids of all headings of a document, in order.
func (d *Document) Anchors(r Resolver) []string {
	if !d.anchored || len(d.headings) == 0 {
		return nil
	}
	return d.idsOf(d.headingWords(r))
}

func (d *Document) idsOf(headings []string) []string {
	ids := uniqueIDs{taken: make(map[string]bool, len(headings)+len(d.noteIDs)+1), last: map[string]int{}}
	maps.Copy(ids.taken, d.noteIDs)
	ids.taken["main"] = true // the page has an element of that name
	anchors := make([]string, len(headings))
	for i, words := range headings {
		anchors[i] = ids.of(slug(words))
	}
	return anchors
}

// headingWords returns the words of each heading.
func (d *Document) headingWords(r Resolver) []string {
	words := make([]string, len(d.headings))
	var t *tree
	for i, h := range d.headings {
		words[i] = h.words
		if h.depends {
			if t == nil {
				t = d.tree()
			}
			words[i] = t.wordsOf(t.headings[i], r)
		}
	}
	return words
}

// holdsBareLink reports whether below n there is a link without words of its
// own, which shows those of the entry that it leads to.
func holdsBareLink(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		link, isLink := c.(*linkNode)
		_, isEntry := c.(*entryNode)
		if isEntry || isLink && !link.HasChildren() || holdsBareLink(c) {
			return true
		}
	}
	return false
}

// anchorsByHeading returns the id of each heading.
func (t *tree) anchorsByHeading(ids []string) map[*ast.Heading]string {
	byHeading := make(map[*ast.Heading]string, len(ids))
	for i, id := range ids {
		byHeading[t.headings[i]] = id
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
