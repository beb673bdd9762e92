package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableParser reads tables, unless they are very wide: every row is filled up
// to the width of the first.
type tableParser struct{ parser.ParagraphTransformer }

func (p tableParser) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		if bytes.Count(line.Value(reader.Source()), []byte("|")) > maxColumns {
			sightingsOf(pc).cap(line.Start)
			return
		}
	}
	p.ParagraphTransformer.Transform(node, reader, pc)
	if node.Parent() != nil {
		checkHeads(node, reader.Source(), sightingsOf(pc))
	}
}

var (
	tableRule = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)
	splitLink = regexp.MustCompile(`\[\[[^][|]*[^][|\\]\|[^][]*\]\]`)
)

// checkHeads finds what would be a table if the bar of a link in its head did
// not count as one cell more.
func checkHeads(node *ast.Paragraph, src []byte, seen *sightings) {
	for i := 1; i < node.Lines().Len(); i++ {
		rule, head := node.Lines().At(i), node.Lines().At(i-1)
		if !bytes.Contains(rule.Value(src), []byte("|")) || !tableRule.Match(rule.Value(src)) {
			continue
		}
		if at := splitLink.FindIndex(src[head.Start:head.Stop]); at != nil {
			seen.faults = append(seen.faults, faultSplitLink.at(head.Start+at[0], head.Start+at[1]))
		}
	}
}
