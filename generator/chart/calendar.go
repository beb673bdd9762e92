package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

// What a calendar takes up. On phones it shows its second half, so that days
// stay large enough to be seen.
const (
	dayGutter  = 34
	monthRoom  = 20
	narrowWeek = 26
	mostADay   = 3 // that many or more look alike
)

// calendar lays out a column each category and a row each day. It is drawn on
// plain axes: a calendar of ECharts' own counts in the clock's time zone.
func calendar(p view.Picture) layout {
	weeks := len(p.Categories)
	narrowWeeks := min(weeks, narrowWeek)
	wideCell := min(18, (wideWidth-dayGutter)/max(weeks, 1))
	narrowCell := min(18, (narrowWidth-dayGutter)/max(narrowWeeks, 1))
	wideRight, narrowRight := wideWidth-dayGutter-weeks*wideCell, narrowWidth-dayGutter-narrowWeeks*narrowCell
	l := layout{
		wideHeight:   monthRoom + len(p.Rows)*wideCell + 2,
		narrowHeight: monthRoom + len(p.Rows)*narrowCell + 2,
	}

	months := make([]string, weeks)
	for i, category := range p.Categories {
		months[i] = category.Short
	}
	rows := make([]string, len(p.Rows))
	for i := range p.Rows {
		if i%2 == 0 && i < 5 {
			rows[i] = p.Rows[i] // every other is enough, and clearer
		}
	}
	c := charts.NewHeatMap()
	parting := &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: paper, Width: 2}}
	hidden := &opts.AxisLine{Show: opts.Bool(false)}
	c.SetGlobalOptions(
		charts.WithGridOpts(grid(dayGutter, wideRight, monthRoom, 2)),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", Position: "top", Data: months, SplitLine: parting, AxisLine: hidden, AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
			AxisLabel: &opts.AxisLabel{Interval: "0", Color: inkFaint, Align: "left", Margin: 6},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), Data: rows, SplitLine: parting, AxisLine: hidden,
			AxisLabel: &opts.AxisLabel{Interval: "0", Color: inkFaint},
		}),
	)
	// Days without anything are the ground, which lines in the colour of the paper
	// part; so they cost nothing, many as they are. The other days have a series
	// each shade, and those to come hide the ground.
	var data [mostADay + 2][]item
	l.marks = make([][]mark, len(data))
	for _, cell := range p.Cells {
		at := min(cell.Number, mostADay)
		switch {
		case cell.Flawed:
			at = mostADay + 1
		case cell.Number == 0:
			continue
		}
		data[at] = append(data[at], item{Name: cell.Label, Value: []int{cell.Column, cell.Row, cell.Number}})
		l.marks[at] = append(l.marks[at], mark{cell.Label, cell.Path})
	}
	if len(p.Cells) > 0 {
		last := p.Cells[len(p.Cells)-1]
		for row := last.Row + 1; row < len(p.Rows); row++ {
			data[0] = append(data[0], item{Value: []int{last.Column, row, 0}})
			l.marks[0] = append(l.marks[0], mark{})
		}
	}
	l.more.ground = "var(--level-1)"
	for number := range mostADay + 1 {
		shown := series{ItemStyle: shade(number), Emphasis: emphasized(), Silent: number == 0}
		shown.Name, shown.Type, shown.Data = strconv.Itoa(number), "heatmap", data[number]
		l.more.series = append(l.more.series, shown)
	}
	flawed := series{ItemStyle: &itemStyle{Color: "var(--bad)", BorderColor: paper, BorderWidth: 1}, Emphasis: emphasized(), Z: 5}
	flawed.Name, flawed.Type, flawed.Symbol, flawed.SymbolSize, flawed.Data = "flawed", "scatter", "triangle", narrowCell-1, data[mostADay+1]
	l.more.series = append(l.more.series, flawed)
	l.chart = onPlainAxes{c}
	l.narrowly = map[string]any{
		"grid":  narrowGrid(dayGutter, narrowRight, monthRoom, 2),
		"xAxis": map[string]any{"min": weeks - narrowWeeks},
	}
	return l
}

// shade returns how a day looks on which so much was done: the more, the darker,
// and like paper where there is none.
func shade(number int) *itemStyle {
	fills := [mostADay + 1]string{paper, "var(--series-3)", "var(--series-2)", "var(--series-1)"}
	return &itemStyle{Color: fills[min(number, mostADay)], BorderColor: paper, BorderWidth: 2}
}

// onPlainAxes takes the ticks off the axes of a heat map, for which go-echarts has
// no field.
type onPlainAxes struct{ *charts.HeatMap }

func (c onPlainAxes) JSON() map[string]any {
	option := c.HeatMap.JSON()
	var axes []any
	for _, axis := range c.YAxisList {
		axes = append(axes, struct {
			opts.YAxis
			AxisTick opts.AxisTick `json:"axisTick"`
		}{axis, opts.AxisTick{Show: opts.Bool(false)}})
	}
	option["yAxis"] = axes
	return option
}
