package markdown

import (
	"bytes"
	"fmt"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var (
	faultUnknownFootnote = Fault{
		Level:   finding.Warning,
		Code:    "unknown-footnote",
		Message: "no footnote of that name",
		Hint:    "write it below the text, as [^name]: and its words",
	}
	faultUnusedFootnote = Fault{
		Level:   finding.Warning,
		Code:    "unused-footnote",
		Message: "nothing refers to this footnote, so it is left out",
		Hint:    "refer to it with its name in brackets, or remove it",
	}
)

// footnoteSighting is a footnote as it is written.
type footnoteSighting struct {
	node       ast.Node
	start, end int
}

// footnoteDefinitions reads footnotes, up to a number.
type footnoteDefinitions struct{ parser.BlockParser }

func (p footnoteDefinitions) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	seen := sightingsOf(pc)
	line, at := reader.PeekLine()
	if len(seen.footnotes) >= maxFootnotes {
		return nil, parser.NoChildren
	}
	node, state := shallow(p).Open(parent, reader, pc)
	if node != nil {
		start := at.Start - at.Padding + max(0, pc.BlockOffset())
		end := start + max(1, bytes.IndexByte(line[max(0, pc.BlockOffset()):], ']')+1)
		seen.footnotes = append(seen.footnotes, footnoteSighting{node, start, end})
	}
	return node, state
}

// footnoteReferences reads references to footnotes.
type footnoteReferences struct{ parser.InlineParser }

func (p footnoteReferences) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if words := bytes.TrimPrefix(line, []byte("!")); !bytes.HasPrefix(words, []byte("[^")) {
		return nil
	}
	seen := sightingsOf(pc)
	if !seen.mark(parent, at.Start) {
		return nil
	}
	node := p.InlineParser.Parse(parent, block, pc)
	line = line[:min(len(line), maxAddress)]
	if i := bytes.IndexByte(line, ']'); node == nil && i > len("[^") && line[0] == '[' {
		seen.doubts = append(seen.doubts, doubt{at.Start, faultUnknownFootnote.at(at.Start, at.Start+i+1)})
	}
	return node
}

// footnoteID and referenceID return the ids of the nth footnote and of the kth
// place that refers to it, both counted from 1.
func footnoteID(n int) string { return fmt.Sprintf("fn-%d", n) }

func referenceID(n, k int) string {
	if k == 1 {
		return fmt.Sprintf("fnref-%d", n)
	}
	return fmt.Sprintf("fnref-%d-%d", n, k)
}
