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

// calloutKind is one kind of callout.
type calloutKind struct {
	name  string // as authors write it
	class string
	title func(Words) string
}

var calloutKinds = []calloutKind{
	{"NOTE", "callout", func(w Words) string { return w.Note }},
	{"TIP", "callout callout-tip", func(w Words) string { return w.Tip }},
	{"IMPORTANT", "callout callout-must", func(w Words) string { return w.Important }},
	{"WARNING", "callout callout-care", func(w Words) string { return w.Warning }},
	{"CAUTION", "callout callout-bad", func(w Words) string { return w.Caution }},
}

// calloutNode is a quote that begins with [!NOTE] or the like. Where it has a
// title of its own, that is its first child.
type calloutNode struct {
	ast.BaseBlock
	kind calloutKind
}

type calloutTitle struct{ ast.BaseBlock }

var (
	kindCallout      = ast.NewNodeKind("Callout")
	kindCalloutTitle = ast.NewNodeKind("CalloutTitle")
)

func (n *calloutNode) Kind() ast.NodeKind          { return kindCallout }
func (n *calloutNode) Dump(src []byte, level int)  { ast.DumpHelper(n, src, level, nil, nil) }
func (n *calloutTitle) Kind() ast.NodeKind         { return kindCalloutTitle }
func (n *calloutTitle) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// calloutParser parses callouts. They go on as quotes do.
type calloutParser struct{ parser.BlockParser }

var calloutLine = regexp.MustCompile(`^ {0,3}> ?\[!([A-Za-z]+)\][ \t]*(.*?)[ \t]*\n?$`)

var faultUnknownCallout = Fault{
	Level:   finding.Warning,
	Code:    "unknown-callout",
	Message: "no callout of that name",
	Hint:    "write NOTE, TIP, IMPORTANT, WARNING or CAUTION",
}

func (p calloutParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	if !bytes.Contains(line, []byte("[!")) || at.Padding > 0 {
		return nil, parser.NoChildren
	}
	m := calloutLine.FindSubmatchIndex(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	node := &calloutNode{}
	for _, kind := range calloutKinds {
		if strings.EqualFold(kind.name, string(line[m[2]:m[3]])) {
			node.kind = kind
		}
	}
	if node.kind.name == "" {
		seen := sightingsOf(pc)
		seen.faults = append(seen.faults, faultUnknownCallout.at(at.Start+m[2], at.Start+m[3]))
		return nil, parser.NoChildren
	}
	if m[4] < m[5] {
		title := &calloutTitle{}
		title.Lines().Append(text.NewSegment(at.Start+m[4], at.Start+m[5]))
		node.AppendChild(node, title)
	}
	reader.AdvanceToEOL()
	return node, parser.HasChildren
}
