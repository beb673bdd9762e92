package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/view"
	"github.com/yuin/goldmark/ast"
)

// chartFence is the language of a block of code in whose place a chart stands;
// the chart's name follows it: ```chart risk-level.
const chartFence = "chart"

// chartName matches what a chart may be called.
var chartName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// chartBlock is the place of a chart.
type chartBlock struct {
	ast.BaseBlock
	link Link
}

var kindChart = ast.NewNodeKind("Chart")

func (n *chartBlock) Kind() ast.NodeKind         { return kindChart }
func (n *chartBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

var (
	faultChartText = Fault{
		Code:    "chart-text",
		Message: "a chart has no text of its own",
		Hint:    "close the block on the line after its name",
	}
	faultChartPlace = Fault{
		Code:    "chart-misplaced",
		Message: "a chart stands in a document, not in a field of a register",
		Hint:    "place it in a document, and link to that",
	}
)

// chart puts the place of a chart where a block of code names one.
func (s *settler) chart(parent ast.Node, n *ast.FencedCodeBlock) {
	src := s.tree.source
	start, end := n.Info.Segment.Start, n.Info.Segment.Stop
	name := strings.TrimSpace(strings.TrimPrefix(string(n.Info.Segment.Value(src)), chartFence))
	switch {
	case !s.tree.anchored:
		s.fault(faultChartPlace.at(start, end))
		parent.RemoveChild(parent, n)
		return
	case len(bytes.TrimSpace(n.Lines().Value(src))) > 0:
		s.fault(faultChartText.at(trim(src, n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop)))
	}
	place := &chartBlock{link: Link{Form: Chart, Target: name, Start: start, End: end}}
	parent.ReplaceChild(parent, n, place)
	s.add(place.link)
}

// chart writes the mark in whose place a page shows the chart, if the edition
// has it.
func (w *writer) chart(n *chartBlock) {
	if name := w.resolve.of(n.link).Text; chartName.MatchString(name) {
		w.write(string(view.ChartMark(name)), "\n")
	}
}
