package generator_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// all returns the elements below a node that have the class, any where it is
// empty.
func all(node *html.Node, element atom.Atom, class string) []*html.Node {
	var found []*html.Node
	if node == nil {
		return nil
	}
	for below := range node.Descendants() {
		if below.DataAtom == element && (class == "" || slices.Contains(strings.Fields(attribute(below, "class")), class)) {
			found = append(found, below)
		}
	}
	return found
}

// first returns the first of those elements, or nil.
func first(node *html.Node, element atom.Atom, class string) *html.Node {
	for _, found := range all(node, element, class) {
		return found
	}
	return nil
}

func byID(node *html.Node, id string) *html.Node {
	for below := range node.Descendants() {
		if attribute(below, "id") == id {
			return below
		}
	}
	return nil
}

// taggedRows returns the rows that are entries: they have an ID.
func taggedRows(node *html.Node) []*html.Node {
	return slices.DeleteFunc(all(node, atom.Tr, ""), func(row *html.Node) bool { return attribute(row, "id") == "" })
}

func attribute(node *html.Node, key string) string {
	if node != nil {
		for _, attribute := range node.Attr {
			if attribute.Key == key {
				return attribute.Val
			}
		}
	}
	return ""
}

func text(node *html.Node) string {
	var words strings.Builder
	if node != nil {
		for below := range node.Descendants() {
			if below.Type == html.TextNode {
				words.WriteString(below.Data)
			}
		}
	}
	return words.String()
}

var wholeNumber = regexp.MustCompile(`\d+`)

// numbersIn returns the numbers that stand in a node, and -1 for each of the
// first three that does not.
func numbersIn(node *html.Node) []int {
	var found []int
	for _, digits := range wholeNumber.FindAllString(text(node), -1) {
		number, _ := strconv.Atoi(digits)
		found = append(found, number)
	}
	for len(found) < 3 {
		found = append(found, -1)
	}
	return found
}
