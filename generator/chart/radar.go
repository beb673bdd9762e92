package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

const radarHeight = 280

// radar lays out an axis each category around a middle, and an outline each
// series. An axis ends at the highest of its own values, so that each shows how
// much of it there is. The first series is filled.
func radar(p view.Picture) layout {
	var indicators []*opts.Indicator
	for i, category := range p.Categories {
		name, highest := shortName(category)+"\n", 1.0
		for n, s := range p.Series {
			highest = max(highest, s.Values[i].Number)
			if n > 0 {
				name += " / "
			}
			name += number(s.Values[i].Number)
		}
		indicators = append(indicators, &opts.Indicator{Name: name, Max: float32(math.Ceil(highest))})
	}
	c := charts.NewRadar()
	c.SetGlobalOptions(charts.WithRadarComponentOpts(opts.RadarComponent{
		Indicator: indicators, SplitNumber: 4, Center: []string{"50%", "54%"},
		SplitArea: &opts.SplitArea{Show: opts.Bool(false)},
		SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: gridLine}},
		AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: gridLine}},
		AxisName:  &opts.AxisName{Color: inkSoft, LineHeight: lineHeight},
	}))
	// Each outline is a series of its own, so that its place among them is that of
	// the picture.
	l := layout{wideHeight: radarHeight, narrowHeight: radarHeight, chart: c}
	for i, s := range p.Series {
		t := toneOf(s.Tone)
		var values []float64
		for _, value := range s.Values {
			values = append(values, value.Number)
		}
		shown := series{
			ItemStyle: &itemStyle{Color: t.line}, LineStyle: &lineStyle{Color: t.line, Width: 2.25},
			Emphasis: map[string]any{
				"itemStyle": map[string]any{"color": t.line}, "lineStyle": map[string]any{"color": t.line, "width": 3},
				"areaStyle": map[string]any{"color": t.line, "opacity": 0.2},
			},
			Z: 3 + len(p.Series) - i,
		}
		shown.Name, shown.Type, shown.Symbol, shown.SymbolSize = s.Name, "radar", "circle", 5
		if s.Tone == "plan" {
			shown.LineStyle.Type, shown.LineStyle.Width = "dashed", 1.5
			shown.Symbol = "none"
		}
		if i == 0 {
			shown.AreaStyle = &opts.AreaStyle{Color: t.line, Opacity: opts.Float(0.2)}
		}
		shown.Data = []item{{Name: s.Name, Value: values}}
		l.more.series = append(l.more.series, shown)
		l.marks = append(l.marks, []mark{{label: s.Name}})
	}
	return l
}
