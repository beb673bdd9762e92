package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

// lines lays out a line each series over the categories, with the last value
// beside its end.
func lines(p view.Picture) layout {
	c := charts.NewLine()
	c.SetXAxis(shortNames(p))
	c.SetGlobalOptions(standing(p, false)...)
	l := upright(p, c)
	for i, s := range p.Series {
		t := toneOf(s.Tone)
		planned := s.Tone == "plan"
		shown := series{
			ItemStyle: &itemStyle{Color: paper, BorderColor: t.line, BorderWidth: 2},
			LineStyle: &lineStyle{Color: t.line, Width: 2.25},
			Emphasis: map[string]any{
				"itemStyle": map[string]any{"color": t.line, "borderColor": t.line},
				"lineStyle": map[string]any{"color": t.line, "width": 2.25}, "areaStyle": map[string]any{"color": t.line, "opacity": 0.1},
			},
			Clip: opts.Bool(false),
			Z:    3 + len(p.Series) - i, // the first is what matters
		}
		shown.Name, shown.Type, shown.Symbol, shown.SymbolSize = s.Name, "line", t.symbol, 7
		shown.ShowSymbol = opts.Bool(true)
		if planned {
			shown.LineStyle.Type, shown.LineStyle.Width = "dashed", 1.5
			shown.Symbol, shown.SymbolSize = "circle", 4
		}
		if i == 0 {
			shown.AreaStyle = &opts.AreaStyle{Color: t.line, Opacity: opts.Float(0.1)}
		}
		shown.Data = points(s, i == 0)
		l.more.series = append(l.more.series, shown)
	}
	return l
}

// points returns the values of a line; the last one of a line that is labelled
// says how much it is.
func points(s view.Series, labelled bool) []any {
	last := -1
	for i, value := range s.Values {
		if value.Known {
			last = i
		}
	}
	data := make([]any, len(s.Values))
	for i, value := range s.Values {
		if !value.Known {
			continue
		}
		data[i] = value.Number
		if labelled && i == last {
			data[i] = item{Value: value.Number, Label: &opts.Label{Show: opts.Bool(true), Position: "top", Color: "var(--ink)", FontWeight: "600", FontSize: 13}}
		}
	}
	return data
}
