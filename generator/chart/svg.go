package chart

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/generator/view"
)

// The classes of the two drawings.
const (
	wide   = "wide"
	narrow = "narrow"
)

// What most words of a drawing have, and so the drawing itself: their size, and
// that they stand around their place. Their colour is that of the axes.
const (
	fontSize     = 12.0
	mostAnchored = "middle"
)

// dressed returns a drawing of ECharts as it stands in a page: without styles,
// with a title and a description, and with a link on each mark. In the wide one
// marks have titles as well; on a phone no pointer could rest on them. The id is
// what the names of its patterns begin with.
func dressed(svg, id, class string, f Figure, o option) (string, error) {
	nodes, err := html.ParseFragment(strings.NewReader(svg), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return "", fmt.Errorf("reading a drawing: %w", err)
	}
	at := slices.IndexFunc(nodes, func(n *html.Node) bool { return n.Data == "svg" })
	if at < 0 {
		return "", fmt.Errorf("reading a drawing: there is none in %q", svg[:min(80, len(svg))])
	}
	d := dresser{id: id, titled: class == wide, marks: o.marks, isFlow: f.Picture.Form == "flow"}
	root := nodes[at]
	d.children(root)
	merge(root)
	root.Attr = []html.Attribute{
		{Key: "class", Val: class}, {Key: "viewBox", Val: attribute(root, "viewBox")}, {Key: "role", Val: "graphics-document"},
		{Key: "font-size", Val: coordinate(fontSize)}, {Key: "fill", Val: inkFaint}, {Key: "text-anchor", Val: mostAnchored},
	}
	describe(root, f)
	var out strings.Builder
	if err := html.Render(&out, root); err != nil {
		return "", fmt.Errorf("writing a drawing: %w", err)
	}
	return empty.Replace(out.String()), nil
}

// empty writes what ends with its attributes as SVG does.
var empty = strings.NewReplacer(`"></path>`, `"/>`, `"></circle>`, `"/>`)

// describe says in words, for those who cannot see the drawing, what it shows.
// Its numbers would come to their ears one by one: the table has them in order,
// and the same links.
func describe(root *html.Node, f Figure) {
	picture := &html.Node{Type: html.ElementNode, Data: "g", Namespace: "svg", Attr: []html.Attribute{{Key: "aria-hidden", Val: "true"}}}
	for n := root.FirstChild; n != nil; n = root.FirstChild {
		root.RemoveChild(n)
		picture.AppendChild(n)
	}
	for _, part := range []struct{ tag, words string }{{"title", f.Title}, {"desc", f.Reading}} {
		if part.words != "" {
			root.AppendChild(element(part.tag, part.words))
		}
	}
	root.AppendChild(picture)
}

func element(tag, words string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: tag, Namespace: "svg"}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: words})
	return n
}

type dresser struct {
	id     string
	titled bool // marks have titles, which a pointer that rests on them brings up
	marks  [][]mark
	isFlow bool
}

// children dresses what is below a node.
func (d *dresser) children(parent *html.Node) {
	for n, next := parent.FirstChild, (*html.Node)(nil); n != nil; n = next {
		next = n.NextSibling
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" && parent.Data != "text",
			n.Data == "style", n.Data == "clipPath", isUnseen(n):
			parent.RemoveChild(n)
		case n.Data == "g" && attribute(n, "clip-path") != "":
			// Lines are clipped for the sake of their animation, which there is none of.
			next = lift(parent, n)
		case n.Type == html.ElementNode:
			d.children(n)
			d.dress(n)
		}
	}
}

// isUnseen reports whether an element paints nothing, as the grounds of words do.
func isUnseen(n *html.Node) bool {
	return (n.Data == "rect" || n.Data == "path") && attribute(n, "fill") == "none" && attribute(n, "stroke") == ""
}

// lift puts what is in a group into its place and returns the first of it.
func lift(parent, group *html.Node) *html.Node {
	first := group.FirstChild
	for n := group.FirstChild; n != nil; n = group.FirstChild {
		group.RemoveChild(n)
		parent.InsertBefore(n, group)
	}
	if first == nil {
		first = group.NextSibling
	}
	parent.RemoveChild(group)
	return first
}

// names are what ECharts numbers anew with each drawing.
var names = regexp.MustCompile(`zr\d+-`)

// dress gives an element the attributes that it has in a page.
func (d *dresser) dress(n *html.Node) {
	m, isMark := d.markOf(n)
	var kept []html.Attribute
	for _, a := range n.Attr {
		switch {
		case a.Key == "class", a.Key == "pointer-events", a.Key == "space", strings.HasPrefix(a.Key, "ecmeta_"):
		case a.Key == "style":
			kept = append(kept, asAttributes(a.Val)...)
		default:
			a.Val = names.ReplaceAllString(a.Val, d.id+".")
			kept = append(kept, a)
		}
	}
	n.Attr = kept
	switch n.Data {
	case "text":
		anchored(n)
		placed(n)
	case "path":
		setAttribute(n, "d", rounded(attribute(n, "d")))
		round(n)
	}
	if !isMark {
		return
	}
	if m.label != "" && d.titled {
		n.InsertBefore(element("title", m.label), n.FirstChild)
	}
	if m.path != "" {
		link := &html.Node{Type: html.ElementNode, Data: "a", Namespace: "svg", Attr: []html.Attribute{
			{Key: "href", Val: view.RootMark + m.path}, {Key: "tabindex", Val: "-1"}, // the table has the same link for the keyboard
		}}
		n.Parent.InsertBefore(link, n)
		n.Parent.RemoveChild(n)
		link.AppendChild(n)
	}
}

// markOf returns the piece of data that an element stands for, if any.
func (d *dresser) markOf(n *html.Node) (mark, bool) {
	if attribute(n, "ecmeta_ssr_type") != "chart" {
		return mark{}, false
	}
	series, err1 := strconv.Atoi(attribute(n, "ecmeta_series_index"))
	at, err2 := strconv.Atoi(attribute(n, "ecmeta_data_index"))
	if err1 != nil || err2 != nil || n.Data != "path" {
		return mark{}, false
	}
	// The nodes and the bands of a flow are one series; bands are curved.
	if d.isFlow && strings.Contains(attribute(n, "d"), "C") {
		series = 1
	}
	if series >= len(d.marks) || at >= len(d.marks[series]) {
		return mark{}, false
	}
	return d.marks[series][at], true
}

// asAttributes returns a style as presentation attributes, but for the family
// and the size of the font, which are the page's.
func asAttributes(style string) []html.Attribute {
	var attributes []html.Attribute
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, ok := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch {
		case !ok || name == "font-family" || name == "font-size" && value == "12px":
		case name == "font-size":
			attributes = append(attributes, html.Attribute{Key: name, Val: strings.TrimSuffix(value, "px")})
		case strings.HasPrefix(name, "font-") || name == "fill" || name == "stroke":
			attributes = append(attributes, html.Attribute{Key: name, Val: value})
		}
	}
	return attributes
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setAttribute(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
		}
	}
}
