package chart

import (
	"math"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

// What lying bars take up.
const (
	barWidth  = 22
	barGap    = 14
	axisRoom  = 26 // below the bars, for the numbers of the axis
	topRoom   = 6
	rightRoom = 14
	maxGutter = 200 // for the names of the categories
	slimmest  = 116 // the same where it is narrow
)

// bars lays out lying bars: names to the left, a bar of stacked segments each.
func bars(p view.Picture) layout {
	names := make([]string, len(p.Categories))
	for i, category := range p.Categories {
		names[i] = shortName(category)
	}
	wideGutter, narrowGutter := min(widest(names)+8, maxGutter), min(widest(names)+8, slimmest)
	// Names that do not fit are broken. ECharts measures them in a font of its own,
	// which may be slimmer than the reader's.
	room := func(gutter int) int {
		if widest(names) <= gutter-8 {
			return 0
		}
		return (gutter - 8) * 6 / 7
	}
	row := func(gutter int) int {
		tallest := barWidth + barGap
		for _, name := range names {
			tallest = max(tallest, linesIn(name, gutter-8)*lineHeight+6)
		}
		return tallest
	}
	l := layout{
		wideHeight:   topRoom + axisRoom + len(names)*row(wideGutter),
		narrowHeight: topRoom + axisRoom + len(names)*row(narrowGutter),
		marks:        marksOf(p),
	}

	c := charts.NewBar()
	c.SetXAxis(names)
	c.XYReversal()
	c.SetGlobalOptions(
		charts.WithGridOpts(grid(wideGutter+4, rightRoom, topRoom, axisRoom)),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", MinInterval: interval(p), SplitNumber: 5,
			AxisLabel: &opts.AxisLabel{Color: inkFaint, HideOverlap: opts.Bool(true)},
			AxisLine:  &opts.AxisLine{Show: opts.Bool(false)},
			AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
			SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: gridLine}},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true),
			AxisLabel: &opts.AxisLabel{Interval: "0", Color: inkSoft, Width: room(wideGutter), Overflow: "break"}, // no width is any
			AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: axisLine}},
		}),
	)
	plot := float64(narrowWidth - narrowGutter - rightRoom)
	l.more.tooltip = ofCategory
	l.more.series = stack(p, strconv.Itoa(barWidth), func(value, longest float64) bool {
		return value/longest*plot > float64(textWidth(number(value))+6)
	})
	l.chart = lying{c}
	l.narrowly = map[string]any{
		"grid":  narrowGrid(narrowGutter+4, rightRoom, topRoom, axisRoom),
		"xAxis": map[string]any{"splitNumber": 3},
	}
	if width := room(narrowGutter); width > 0 {
		l.narrowly["yAxis"] = map[string]any{"axisLabel": map[string]any{"width": width}}
	}
	return l
}

// lying has axes of categories without ticks and with lines of one height, for
// which go-echarts has no fields.
type lying struct{ *charts.Bar }

func (c lying) JSON() map[string]any {
	type label struct {
		*opts.AxisLabel
		LineHeight int `json:"lineHeight"`
	}
	option := c.Bar.JSON()
	var axes []any
	for _, axis := range c.YAxisList {
		axes = append(axes, struct {
			opts.YAxis
			AxisTick  opts.AxisTick `json:"axisTick"`
			AxisLabel label         `json:"axisLabel"`
		}{axis, opts.AxisTick{Show: opts.Bool(false)}, label{axis.AxisLabel, lineHeight}})
	}
	option["yAxis"] = axes
	return option
}

// What standing bars and lines take up.
const (
	numberRoom  = 20 // above it, for the number on the highest mark
	plotHeight  = 190
	valueGutter = 40
)

// columns lays out standing bars: a column of stacked segments each category.
func columns(p view.Picture) layout {
	c := charts.NewBar()
	c.SetXAxis(shortNames(p))
	c.SetGlobalOptions(standing(p, true)...)
	l := upright(p, c)
	l.more.series = stack(p, "60%", func(value, longest float64) bool { return value/longest*plotHeight > lineHeight })
	return l
}

// upright is the layout of a picture whose values stand upwards, but for its series.
func upright(p view.Picture, c drawable) layout {
	const height = numberRoom + plotHeight + axisRoom
	l := layout{wideHeight: height, narrowHeight: height, marks: marksOf(p), chart: c}
	l.more.tooltip = ofCategory
	return l
}

// standing returns the axes of a picture whose values stand upwards.
func standing(p view.Picture, between bool) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithGridOpts(grid(valueGutter, 26, numberRoom, axisRoom)),
		charts.WithXAxisOpts(opts.XAxis{
			Type:      "category",
			AxisLabel: &opts.AxisLabel{Color: inkFaint, HideOverlap: opts.Bool(true)},
			AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: axisLine}},
			AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", MinInterval: interval(p), SplitNumber: 4,
			AxisLabel: &opts.AxisLabel{Color: inkFaint},
			SplitLine: &opts.SplitLine{LineStyle: &opts.LineStyle{Color: gridLine}},
		}),
	}
}

// stack returns the series of stacked bars. Fits reports whether a segment has
// room for its number, given the sum of the longest bar.
func stack(p view.Picture, width string, fits func(value, longest float64) bool) []series {
	longest := 0.0
	for i := range p.Categories {
		sum := 0.0
		for _, s := range p.Series {
			sum += s.Values[i].Number
		}
		longest = max(longest, sum)
	}
	var all []series
	for _, s := range p.Series {
		t := toneOf(s.Tone)
		shown := series{ItemStyle: t.style(), Emphasis: emphasized()}
		shown.Name, shown.Type, shown.Stack, shown.BarWidth = s.Name, "bar", "all", width
		shown.Label = &opts.Label{Show: opts.Bool(true), Position: "inside", Color: t.ink, FontWeight: "600"}
		var data []any
		for _, value := range s.Values {
			switch {
			case !value.Known || value.Number == 0:
				data = append(data, nil)
			case fits(value.Number, longest*1.2):
				data = append(data, value.Number)
			default:
				data = append(data, item{Value: value.Number, Label: &opts.Label{Show: opts.Bool(false)}})
			}
		}
		shown.Data = data
		all = append(all, shown)
	}
	return all
}

// interval returns the least step of an axis of values: one for whole numbers.
func interval(p view.Picture) float64 {
	for _, s := range p.Series {
		for _, value := range s.Values {
			if value.Number != math.Trunc(value.Number) {
				return 0
			}
		}
	}
	return 1
}

func shortName(c view.Category) string {
	if c.Short != "" {
		return c.Short
	}
	return c.Name
}

func shortNames(p view.Picture) []string {
	names := make([]string, len(p.Categories))
	for i, category := range p.Categories {
		names[i] = shortName(category)
	}
	return names
}

// marksOf returns the marks of a picture's series.
func marksOf(p view.Picture) [][]mark {
	marks := make([][]mark, len(p.Series))
	for i, s := range p.Series {
		for _, value := range s.Values {
			marks[i] = append(marks[i], mark{value.Label, value.Path})
		}
	}
	return marks
}

func number(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
