package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/finding"
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
		checkRule(node, reader.Source(), sightingsOf(pc))
	}
}

var faultTable = Fault{
	Level:   finding.Warning,
	Code:    "broken-table",
	Message: "these lines are no table",
}

// checkRule finds what its author took for a table: lines that begin with bars
// without a line of dashes that belongs to them.
func checkRule(node *ast.Paragraph, src []byte, seen *sightings) {
	for i := 1; i < node.Lines().Len(); i++ {
		first, next := node.Lines().At(i-1), node.Lines().At(i)
		head := first.Value(src)
		if !isTableLine(head) || !isTableLine(next.Value(src)) {
			continue
		}
		if splitLink.Match(head) {
			return // which is reported
		}
		rule := strings.Repeat("|---", bytes.Count(head, []byte("|"))-bytes.Count(head, []byte(`\|`))-1) + "|"
		fault := faultTable
		fault.Hint = "put below the first of them a line " + rule
		if tableRule.Match(next.Value(src)) {
			fault.Hint = "the line of dashes has as many columns as the one above it: " + rule
		}
		seen.faults = append(seen.faults, fault.at(trim(src, first.Start, first.Stop)))
		return
	}
}

// isTableLine reports whether the line begins and ends with a bar.
func isTableLine(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 1 && line[0] == '|' && line[len(line)-1] == '|'
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
