package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sort"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/view"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// settler goes once over a parsed tree and decides what of it may be shown:
// links and images become nodes that lead to safe places only, HTML goes, and
// all that an author should know is gathered. What is left, rendering can write
// without a second thought.
type settler struct {
	tree  *tree
	seen  *sightings
	words []span // where the tree shows what is written as words
}

// span is a stretch of the source.
type span struct{ start, end int }

var faultHeadingLevel = Fault{
	Level:   finding.Warning,
	Code:    "heading-level",
	Message: "a heading of level 1 within a text is shown as one of level 2",
	Hint:    "begin the headings of a text with ##, since its title is #",
}

// settle decides on everything below parent. In the alternative text of an
// image there are words only.
func (s *settler) settle(parent ast.Node, inImage bool) {
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch n := n.(type) {
		case *ast.HTMLBlock:
			s.fault(blockFaults(n, s.tree.source)...)
			parent.RemoveChild(parent, n)
		case *ast.RawHTML:
			s.fault(inlineFaults(n, s.tree.source)...)
			parent.RemoveChild(parent, n)
		case *ast.LinkReferenceDefinition:
			parent.RemoveChild(parent, n)
		case *ast.CodeSpan:
			parent.ReplaceChild(parent, n, &codeSpan{text: spanText(n, s.tree.source)})
		case *ast.CodeBlock:
			parent.ReplaceChild(parent, n, &codeBlock{text: blockText(n, s.tree.source)})
		case *ast.FencedCodeBlock:
			s.fault(openFence(n, s.tree.source)...)
			language := string(n.Language(s.tree.source))
			if language == chartFence {
				s.chart(parent, n)
				break
			}
			parent.ReplaceChild(parent, n, &codeBlock{language: language, text: blockText(n, s.tree.source)})
		case *ast.Link:
			next = s.link(parent, n, n.Destination, n.Title, inImage)
		case *ast.Image:
			next = s.link(parent, n, n.Destination, n.Title, inImage)
		case *ast.AutoLink:
			s.autoLink(parent, n, inImage)
		case *entryNode:
			s.add(n.link)
		case *ast.Text:
			s.words = append(s.words, span{n.Segment.Start, n.Segment.Stop})
		default:
			s.note(n, inImage)
			s.settle(n, inImage)
		}
		n = next
	}
}

// note gathers what a node that stays as it is means for the whole document.
func (s *settler) note(n ast.Node, inImage bool) {
	d := s.tree
	switch n := n.(type) {
	case *ast.Heading:
		if n.Level == 1 {
			n.Level = 2
			s.fault(faultHeadingLevel.at(headingPlace(n, d.source)))
		}
		d.headings = append(d.headings, n)
	case *extast.Footnote:
		d.addNote(footnoteID(n.Index))
	case *extast.FootnoteLink:
		if !inImage {
			d.addNote(referenceID(n.Index, n.RefIndex+1))
		}
	}
}

func (t *tree) addNote(id string) {
	if t.noteIDs == nil {
		t.noteIDs = map[string]bool{}
	}
	t.noteIDs[id] = true
}

// headingPlace returns where a heading stands, with the # before its words.
func headingPlace(n *ast.Heading, src []byte) (start, end int) {
	if n.Lines().Len() == 0 {
		start = min(n.Pos(), len(src)-1)
		return start, start + 1
	}
	start = n.Lines().At(0).Start
	start = len(bytes.TrimRight(src[:start], "# \t"))
	return trim(src, start, n.Lines().At(n.Lines().Len()-1).Stop)
}

// link decides on a link or an image and returns the node to go on with.
func (s *settler) link(parent, n ast.Node, address, title []byte, inImage bool) ast.Node {
	_, image := n.(*ast.Image)
	start, end := s.extent(n)
	link, f := destination(unescape(string(address)), image)
	if f.Code != "" {
		s.fault(f.at(start, end))
	}
	if f.Code != "" || inImage {
		return lift(parent, n)
	}
	safe := &linkNode{title: s.title(title, start)}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		safe.AppendChild(safe, c)
	}
	next := n.NextSibling()
	parent.ReplaceChild(parent, n, safe)
	s.settle(safe, image)
	link.Start, link.End, link.Text = start, end, s.tree.wordsOf(safe, nil)
	safe.link = link
	s.add(link)
	return next
}

// autoLink decides on an address that stands in the text as it is.
func (s *settler) autoLink(parent ast.Node, n *ast.AutoLink, inImage bool) {
	src := s.tree.source
	label := n.Label(src)
	address := string(label)
	if n.AutoLinkType == ast.AutoLinkEmail && !isAddress(address) {
		address = "mailto:" + address
	}
	start := n.Pos() + max(0, bytes.Index(src[n.Pos():], label))
	end := start + len(label)
	if start > 0 && src[start-1] == '<' && end < len(src) && src[end] == '>' {
		start, end = start-1, end+1
	}
	words := ast.NewString(label)
	link, f := destination(address, false)
	switch {
	case f.Code != "":
		s.fault(f.at(start, end))
		parent.ReplaceChild(parent, n, words)
	case inImage:
		parent.ReplaceChild(parent, n, words)
	default:
		link.Start, link.End, link.Text = start, end, string(label)
		safe := &linkNode{link: link}
		safe.AppendChild(safe, words)
		parent.ReplaceChild(parent, n, safe)
		s.add(link)
	}
}

// extent returns where a link or an image starts and ends.
func (s *settler) extent(n ast.Node) (start, end int) {
	start, end = n.Pos(), min(s.seen.ends[n], len(s.tree.source))
	for end > start+1 && s.tree.source[end-1] != ')' && s.tree.source[end-1] != ']' {
		end--
	}
	return start, max(end, start+1)
}

func (s *settler) title(raw []byte, start int) string {
	if len(raw) > maxAddress {
		s.seen.cap(start)
		return ""
	}
	return view.OneLine(unescape(string(raw)))
}

func (s *settler) add(l Link) { s.tree.links = append(s.tree.links, l) }

func (s *settler) fault(f ...Fault) { s.tree.faults = append(s.tree.faults, f...) }

// report adds what the parsers saw, and what they were in doubt about where it
// turned out to be words.
func (s *settler) report() {
	s.fault(s.seen.faults...)
	slices.SortFunc(s.words, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	last := -2 // [[[ is one fault, not two
	for _, d := range s.seen.doubts {
		if d.start != last+1 && s.isWord(d.start) && s.isWord(d.start+1) {
			s.fault(d.fault)
			last = d.start
		}
	}
	for _, f := range s.seen.footnotes {
		if f.node.Parent() == nil {
			s.fault(faultUnusedFootnote.at(f.start, f.end))
		}
	}
}

// isWord reports whether the byte at offset is shown as it is written.
func (s *settler) isWord(offset int) bool {
	i := sort.Search(len(s.words), func(i int) bool { return s.words[i].start > offset })
	return i > 0 && offset < s.words[i-1].end
}

// lift puts the children of n in its place and returns the node to go on with.
func lift(parent, n ast.Node) ast.Node {
	first := n.FirstChild()
	if first == nil {
		first = n.NextSibling()
	}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
	return first
}
