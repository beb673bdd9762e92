package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// What nobody writes, but what a text made to hurt is made of. Beyond these
// limits marks are words, and the time a text takes grows no faster than it
// does.
const (
	maxDepth       = 100  // blocks within blocks
	maxMarks       = 1000 // brackets and emphasis marks in one paragraph or cell
	maxColumns     = 200  // of a table
	maxDefinitions = 1000 // lines of a paragraph that starts with link definitions
	maxFootnotes   = 1000 // in one text
	maxAddress     = 2000 // bytes of a link's address, and of its title
)

var faultTooDeep = Fault{
	Code:    "too-deep",
	Message: "more marks within each other, or in one place, than can be read",
	Hint:    "make the text simpler, or put what is meant literally into a code block",
}

// cap reports once that a limit was met at start.
func (s *sightings) cap(start int) {
	if s.capped {
		return
	}
	s.capped = true
	s.faults = append(s.faults, faultTooDeep.at(start, start+1))
}

// mark counts a mark in a block and reports whether there may be that many.
func (s *sightings) mark(block ast.Node, start int) bool {
	if s.block != block {
		s.block, s.marks = block, 0
	}
	s.marks++
	if s.marks > maxMarks {
		s.cap(start)
		return false
	}
	return true
}

// shallow lets blocks begin that hold blocks, up to a depth.
type shallow struct{ parser.BlockParser }

func (p shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxDepth {
		return p.BlockParser.Open(parent, reader, pc)
	}
	_, at := reader.PeekLine()
	sightingsOf(pc).cap(at.Start)
	return nil, parser.NoChildren
}

// sparse lets inline marks count, up to a number in one block.
type sparse struct{ parser.InlineParser }

func (p sparse) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, at := block.PeekLine()
	if !sightingsOf(pc).mark(parent, at.Start) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// fewDefinitions reads the link definitions at the start of a paragraph, unless
// there are very many.
type fewDefinitions struct{ parser.ParagraphTransformer }

func (p fewDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() > maxDefinitions {
		first := node.Lines().At(0)
		if bytes.HasPrefix(bytes.TrimLeft(first.Value(reader.Source()), " \t"), []byte("[")) {
			sightingsOf(pc).cap(first.Start)
		}
		return
	}
	p.ParagraphTransformer.Transform(node, reader, pc)
}
