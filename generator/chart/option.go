package chart

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/annex-isms/annex/generator/view"
)

// The widths for which a picture is laid out, in the units of its drawing. On
// a page it grows and shrinks a little with the column that it stands in.
const (
	wideWidth   = 640
	narrowWidth = 350
)

// The colours of what is not data.
const (
	inkSoft  = "var(--ink-soft)"
	inkFaint = "var(--ink-faint)"
	gridLine = "var(--line)"
	axisLine = "var(--line-control)"
	paper    = "var(--paper)"
)

// option is a picture as ECharts takes it, and the size of its drawings. The
// layout for narrow screens is part of the option, as a media rule.
type option struct {
	json         []byte
	wide, narrow size
	marks        [][]mark // what stands for data, by series and place in it
}

type size struct{ width, height int }

// mark is one piece of data in the drawing.
type mark struct {
	label string
	path  string
}

// drawable is a chart of go-echarts.
type drawable interface {
	Accept(charts.ConfigurationVisitor)
	Validate()
	JSON() map[string]any
}

// newOption returns the option that draws a picture; false where there is nothing
// to draw.
func newOption(p view.Picture) (option, bool, error) {
	if len(p.Categories)+len(p.Nodes) == 0 {
		return option{}, false, nil
	}
	var l layout
	switch p.Form {
	case "bars":
		l = bars(p)
	case "columns":
		l = columns(p)
	case "lines":
		l = lines(p)
	case "radar":
		l = radar(p)
	case "calendar":
		l = calendar(p)
	case "flow":
		l = flow(p)
	default:
		return option{}, false, nil
	}
	l.chart.Accept(l.more)
	l.chart.Validate()
	base, err := pruned(l.chart.JSON())
	if err != nil {
		return option{}, false, fmt.Errorf("writing the option of a chart: %w", err)
	}
	// Sorted keys and no HTML in it: the text is the same each time, and safe in a page.
	whole := map[string]any{"baseOption": base}
	if len(l.narrowly) > 0 {
		whole["media"] = []any{
			map[string]any{"query": map[string]any{"maxWidth": (wideWidth + narrowWidth) / 2}, "option": l.narrowly},
			map[string]any{"option": restored(l.narrowly, base)}, // a rule without a query holds where no other does
		}
	}
	text, err := json.Marshal(whole)
	if err != nil {
		return option{}, false, fmt.Errorf("writing the option of a chart: %w", err)
	}
	return option{
		json: text, marks: l.marks,
		wide: size{wideWidth, l.wideHeight}, narrow: size{narrowWidth, l.narrowHeight},
	}, true, nil
}

// restored returns what an option says of all that a media rule changes, so that
// a chart that has been narrow becomes wide again.
func restored(changed map[string]any, option any) map[string]any {
	if parts, several := option.([]any); several && len(parts) > 0 {
		option = parts[0]
	}
	was, _ := option.(map[string]any)
	all := map[string]any{}
	for key, value := range changed {
		if parts, deeper := value.(map[string]any); deeper {
			all[key] = restored(parts, was[key])
		} else {
			all[key] = was[key] // or null, which takes it away
		}
	}
	return all
}

// layout is a picture laid out in the terms of go-echarts.
type layout struct {
	chart                    drawable
	more                     extension
	narrowly                 map[string]any // what is different where it is narrow
	wideHeight, narrowHeight int
	marks                    [][]mark
}

// extension adds to an option what go-echarts has no fields for.
type extension struct {
	charts.BaseConfigurationVisitor
	series  []series
	tooltip string // what it says of a mark; empty for the mark's name
	ground  string // the colour behind the axes
}

// series is a series with what go-echarts lacks.
type series struct {
	charts.SingleSeries
	ItemStyle *itemStyle     `json:"itemStyle,omitempty"`
	LineStyle *lineStyle     `json:"lineStyle,omitempty"`
	Emphasis  map[string]any `json:"emphasis,omitempty"`
	Clip      *bool          `json:"clip,omitempty"`
	Silent    bool           `json:"silent,omitempty"`
	Z         int            `json:"z,omitempty"`
	// Of a flow.
	LayoutIterations *int `json:"layoutIterations,omitempty"`
}

type itemStyle struct {
	Color       string  `json:"color,omitempty"`
	BorderColor string  `json:"borderColor,omitempty"`
	BorderWidth float64 `json:"borderWidth,omitempty"`
	BorderType  string  `json:"borderType,omitempty"`
	Decal       *decal  `json:"decal,omitempty"`
}

type lineStyle struct {
	Color     string  `json:"color,omitempty"`
	Width     float64 `json:"width,omitempty"`
	Type      string  `json:"type,omitempty"`
	Opacity   float64 `json:"opacity,omitempty"`
	Curveness float64 `json:"curveness,omitempty"`
}

// decal is a hatching.
type decal struct {
	Symbol     string  `json:"symbol"`
	SymbolSize float64 `json:"symbolSize"`
	DashArrayX []int   `json:"dashArrayX"`
	DashArrayY []int   `json:"dashArrayY"`
	Rotation   float64 `json:"rotation"`
	Color      string  `json:"color"`
}

var hatching = decal{Symbol: "rect", SymbolSize: 1, DashArrayX: []int{1, 0}, DashArrayY: []int{2, 4}, Rotation: -0.785, Color: paper}

// item is one value of a series. A null value is none.
type item struct {
	Name       string      `json:"name,omitempty"` // what a tooltip says
	Value      any         `json:"value"`
	Label      *opts.Label `json:"label,omitempty"`
	ItemStyle  *itemStyle  `json:"itemStyle,omitempty"`
	Symbol     string      `json:"symbol,omitempty"`
	SymbolSize any         `json:"symbolSize,omitempty"`
}

// style returns how the marks of a tone are drawn.
func (t tone) style() *itemStyle {
	s := &itemStyle{Color: t.fill, BorderColor: t.border, BorderWidth: 1}
	if t.dashed {
		s.BorderType = "dashed"
	}
	if t.hatched {
		s.Decal = &hatching
	}
	return s
}

// emphasized is how a mark looks below the pointer: ECharts would make its colour
// lighter, but does not know what a custom property holds.
func emphasized() map[string]any {
	return map[string]any{"itemStyle": map[string]any{"color": "inherit", "borderColor": "var(--ink)", "borderWidth": 1.5}}
}

// VisitSeriesOpt returns the series with all that they have.
func (e extension) VisitSeriesOpt(charts.MultiSeries) any { return e.series }

// ofCategory is a tooltip that names the category, the series and the value.
const ofCategory = "{b}, {a}: {c}"

// VisitTooltipOpt lets tooltips be drawn, for HTML ones carry styles.
func (e extension) VisitTooltipOpt(opts.Tooltip) any {
	return map[string]any{
		"renderMode": "richText", "trigger": "item", "formatter": cmp.Or(e.tooltip, "{b}"), "confine": true,
		"backgroundColor": "var(--paper-raised)", "borderColor": axisLine, "borderWidth": 1, "padding": []int{8, 10},
		"textStyle": map[string]any{"color": "var(--ink)", "fontSize": 13, "width": 280, "overflow": "break"},
	}
}

// VisitGrid keeps the axes where they are put, however long their labels are.
func (e extension) VisitGrid(grids []opts.Grid) any {
	all := map[string]any{
		"left": grids[0].Left, "right": grids[0].Right, "top": grids[0].Top, "bottom": grids[0].Bottom, "outerBoundsMode": "none",
	}
	if e.ground != "" {
		all["show"], all["backgroundColor"], all["borderColor"], all["borderWidth"] = true, e.ground, e.ground, 0
	}
	return all
}

// VisitRadar makes use of the room that there is.
func (e extension) VisitRadar(radar opts.RadarComponent) any {
	return struct {
		opts.RadarComponent
		Radius string `json:"radius"`
	}{radar, "68%"}
}

// Visit takes away what the page says in its own way, and movement.
func (e extension) Visit(all map[string]any) {
	for _, part := range []string{"title", "legend", "toolbox", "color"} {
		delete(all, part)
	}
	all["animation"] = false
}

// grid returns the room around the axes.
func grid(left, right, top, bottom int) opts.Grid {
	return opts.Grid{Left: strconv.Itoa(left), Right: strconv.Itoa(right), Top: strconv.Itoa(top), Bottom: strconv.Itoa(bottom)}
}

// narrowGrid is the same for a media rule.
func narrowGrid(left, right, top, bottom int) map[string]any {
	return map[string]any{"left": left, "right": right, "top": top, "bottom": bottom}
}

// pruned returns an option without what is null or empty, which go-echarts
// writes for whatever is not set.
func pruned(option map[string]any) (any, error) {
	text, err := json.Marshal(option)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var plain any
	if err := decoder.Decode(&plain); err != nil {
		return nil, err
	}
	return prune(plain), nil
}

func prune(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key, part := range value {
			part = prune(part)
			object, isObject := part.(map[string]any)
			if part == nil && key != "value" || isObject && len(object) == 0 {
				delete(value, key)
			} else {
				value[key] = part
			}
		}
	case []any:
		for i := range value {
			value[i] = prune(value[i])
		}
	}
	return value
}
