package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

const (
	nodeRoom  = 66
	nodeWidth = 10
)

// node is a node of a flow as ECharts takes it.
type node struct {
	Name      string      `json:"name"`
	Depth     int         `json:"depth"`
	ItemStyle *itemStyle  `json:"itemStyle"`
	Label     *opts.Label `json:"label"`
}

// band is a band of a flow as ECharts takes it. Its ends are places among the
// nodes.
type band struct {
	Source int     `json:"source"`
	Target int     `json:"target"`
	Value  float64 `json:"value"`
	Name   string  `json:"name"`
}

// flow lays out bands from column to column of nodes.
func flow(p view.Picture) layout {
	depth, most := 0, map[int]int{}
	tallest := 0
	for _, n := range p.Nodes {
		depth = max(depth, n.Depth)
		most[n.Depth]++
		tallest = max(tallest, most[n.Depth])
	}
	l := layout{wideHeight: 16 + tallest*nodeRoom, narrowHeight: 16 + tallest*nodeRoom}
	sums := make([]float64, len(p.Nodes))
	for _, f := range p.Flows {
		if p.Nodes[f.From].Depth == 0 {
			sums[f.From] += f.Number
		}
		sums[f.To] += f.Number
	}
	names := map[string]bool{}
	var nodes []node
	var nodeMarks, bandMarks []mark
	for i, n := range p.Nodes {
		side := "right"
		if n.Depth == depth {
			side = "left"
		}
		name := n.Short
		if name == "" {
			name = n.Name
		}
		name += "\n" + number(sums[i])
		for names[name] {
			name += "\u200b" // ECharts tells nodes apart by their names
		}
		names[name] = true
		nodes = append(nodes, node{
			Name: name, Depth: n.Depth,
			ItemStyle: toneOf(n.Tone).style(),
			Label:     &opts.Label{Position: side, Color: "var(--ink)", LineHeight: lineHeight},
		})
		nodeMarks = append(nodeMarks, mark{n.Name + ": " + number(sums[i]), n.Path})
	}
	var bands []band
	for _, f := range p.Flows {
		bands = append(bands, band{Source: f.From, Target: f.To, Value: f.Number, Name: f.Label})
		bandMarks = append(bandMarks, mark{label: f.Label})
	}
	still := 0
	c := charts.NewSankey()
	shown := series{
		LineStyle: &lineStyle{Color: "var(--series-2)", Opacity: 0.3, Curveness: 0.5},
		Emphasis:  map[string]any{"lineStyle": map[string]any{"color": "var(--series-1)", "opacity": 0.5}, "itemStyle": map[string]any{"color": "inherit"}},
		// The order of the nodes is that of the picture.
		LayoutIterations: &still,
	}
	shown.Type, shown.Data, shown.Links = "sankey", nodes, bands
	shown.Left, shown.Right, shown.Top, shown.Bottom = "4", "4", "8", "8"
	shown.NodeWidth, shown.NodeGap = opts.Int(nodeWidth), opts.Int(26)
	shown.Draggable = opts.Bool(false)
	shown.Label = &opts.Label{FontSize: 12}
	l.more.series = []series{shown}
	l.marks = [][]mark{nodeMarks, bandMarks}
	l.chart = c
	return l
}
