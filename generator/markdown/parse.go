package markdown

import (
	"cmp"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Document is a parsed text. It never changes, so that it can be rendered for
// several pages at the same time.
//
// It does not hold the tree that was parsed, which is many times as large as the
// text: where a whole ISMS is kept in memory, parsing again costs less than that.
type Document struct {
	source   string
	anchored bool            // headings have anchors
	headings []heading       // in order
	noteIDs  map[string]bool // the ids of footnotes and of what refers to them
	links    []Link
	faults   []Fault
}

// heading is a heading of a document.
type heading struct {
	level   int
	listed  bool   // in a table of contents
	words   string // unless they depend on where a link leads
	depends bool
}

// tree is what a text says, node by node.
type tree struct {
	source   []byte
	root     ast.Node
	anchored bool
	headings []*ast.Heading
	noteIDs  map[string]bool
	links    []Link
	faults   []Fault
}

// Parse returns src as a whole document: its headings have anchors, and it may
// have footnotes. What an edition may not read has been cut from src before.
func Parse(src string) *Document { return parse(src, true).document(src) }

// ParseText returns src as a field of a register: its headings have no anchors,
// and it has no footnotes.
func ParseText(src string) *Document { return parse(src, false).document(src) }

// Links returns every link and image in the order in which they are written.
func (d *Document) Links() []Link { return slices.Clone(d.links) }

// Faults returns what is wrong with the text, in its order.
func (d *Document) Faults() []Fault { return slices.Clone(d.faults) }

// tree parses the text once more.
func (d *Document) tree() *tree { return parse(d.source, d.anchored) }

func parse(src string, anchored bool) *tree {
	with := textParser
	if anchored {
		with = documentParser
	}
	d := &tree{source: []byte(src), anchored: anchored}
	seen := &sightings{ends: map[ast.Node]int{}}
	context := parser.NewContext()
	context.Set(sightingsKey, seen)
	d.root = with.Parse(text.NewReader(d.source), parser.WithContext(context))
	s := settler{tree: d, seen: seen}
	s.settle(d.root, false)
	s.report()

	slices.SortStableFunc(d.links, func(a, b Link) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(d.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Code, b.Code))
	})
	return d
}

// document returns what is kept of the tree of src.
func (t *tree) document(src string) *Document {
	d := &Document{source: src, anchored: t.anchored, noteIDs: t.noteIDs, links: slices.Clip(t.links), faults: slices.Clip(t.faults)}
	for _, h := range t.headings {
		kept := heading{level: h.Level, listed: h.Level <= 4 && h.Parent() == t.root, depends: holdsBareLink(h)}
		if !kept.depends {
			kept.words = t.wordsOf(h, nil)
		}
		d.headings = append(d.headings, kept)
	}
	return d
}

// sightings is what the parsers of one text saw and the tree does not tell.
type sightings struct {
	ends      map[ast.Node]int // where links and images end
	doubts    []doubt          // what looks like a link, but was not parsed as one
	faults    []Fault
	footnotes []footnoteSighting

	block  ast.Node // whose inline marks are counted
	marks  int
	capped bool // a limit was met, and is reported
}

// doubt is a fault if the two bytes at start turn out to be nothing but words.
type doubt struct {
	start int
	fault Fault
}

var sightingsKey = parser.NewContextKey()

func sightingsOf(context parser.Context) *sightings {
	return context.Get(sightingsKey).(*sightings)
}

// The parsers are safe for concurrent use once they are made.
var (
	documentParser = newParser(
		parser.WithBlockParsers(util.Prioritized(footnoteDefinitions{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(footnoteReferences{extension.NewFootnoteParser()}, 101)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
	textParser = newParser()
)

// nothing matches no text: an address says with its scheme that it is one.
var nothing = regexp.MustCompile(`[^\s\S]`)

// newParser returns a parser of GitHub's Markdown with definition lists,
// callouts and links to entries, and with more as options say. The priorities
// are goldmark's own; what is ours goes before what it takes the place of.
func newParser(more ...parser.Option) parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(shallow{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{calloutParser{parser.NewBlockquoteParser()}}, 790),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(htmlBlocks{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(entryParser{}, 90),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(inlineHTML{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(sparse{parser.NewEmphasisParser()}, 500),
			util.Prioritized(sparse{extension.NewStrikethroughParser()}, 500),
			util.Prioritized(extension.NewLinkifyParser(
				extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
				extension.WithLinkifyWWWRegexp(nothing),
			), 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(fewDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tableParser{extension.NewTableParagraphTransformer()}, 200),
		),
	)
	p.AddOptions(more...)
	return p
}
