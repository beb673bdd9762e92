package chart

import (
	"cmp"
	"html/template"
	"strings"

	"github.com/annex-isms/annex/generator/view"
)

// What a small line takes up.
const (
	sparkWidth  = 180
	sparkHeight = 44
	sparkMargin = 5
)

// Spark returns a small line as markup: the results in time, the target as a
// dashed line, and a dot at the last result. It is drawn here, without ECharts;
// nothing where there is no result.
func Spark(s view.Spark) template.HTML {
	if len(s.Points) == 0 {
		return ""
	}
	low, high := s.Points[0].Number, s.Points[0].Number
	for _, point := range s.Points {
		low, high = min(low, point.Number), max(high, point.Number)
	}
	if s.Aim.Known {
		low, high = min(low, s.Aim.Number), max(high, s.Aim.Number)
	}
	y := func(number float64) float64 {
		if high == low {
			return sparkHeight / 2
		}
		// Divided first: the difference of two huge numbers may be too large to be one.
		share := number/2 - low/2
		return sparkHeight - sparkMargin - share/(high/2-low/2)*(sparkHeight-2*sparkMargin)
	}
	x := func(i int) float64 {
		if len(s.Points) == 1 {
			return sparkWidth - sparkMargin
		}
		return sparkMargin + float64(i)/float64(len(s.Points)-1)*(sparkWidth-2*sparkMargin)
	}

	var out strings.Builder
	write := func(parts ...string) {
		for _, part := range parts {
			out.WriteString(part)
		}
	}
	write(`<svg class="spark" viewBox="0 0 `, number(sparkWidth), ` `, number(sparkHeight), `" role="img"><title>`, template.HTMLEscapeString(cmp.Or(s.Name, s.Title.Text)), `</title><desc>`, template.HTMLEscapeString(s.Reading), `</desc>`)
	if s.Aim.Known {
		write(`<path d="M0 `, coordinate(y(s.Aim.Number)), `H`, number(sparkWidth), `" fill="none" stroke="`, inkFaint, `" stroke-dasharray="4 3"></path>`)
	}
	if len(s.Points) > 1 {
		write(`<path d="`)
		for i, point := range s.Points {
			command := "L"
			if i == 0 {
				command = "M"
			}
			write(command, coordinate(x(i)), " ", coordinate(y(point.Number)))
		}
		write(`" fill="none" stroke="var(--series-1)" stroke-width="2" stroke-linejoin="round"></path>`)
	}
	last := len(s.Points) - 1
	write(`<circle cx="`, coordinate(x(last)), `" cy="`, coordinate(y(s.Points[last].Number)), `" r="3.5" fill="var(--series-1)"></circle></svg>`)
	return template.HTML(out.String())
}
