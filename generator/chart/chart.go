// Package chart draws the pictures of charts. A picture becomes an option of
// Apache ECharts by way of go-echarts; from that one option follow the drawing
// that stands in the page, made here by running ECharts, and the one that takes
// its place in a browser with scripts. So both always show the same.
//
// A drawing is SVG that a strict Content-Security-Policy lets pass: it has
// presentation attributes but no styles, and its colours are the theme's custom
// properties.
package chart

import (
	"html/template"

	"github.com/annex-isms/annex/generator/view"
)

// Figure is what is drawn.
type Figure struct {
	ID      string // unique on its page
	Title   string
	Reading string // what the picture shows, in words
	Picture view.Picture
}

// Drawing is a figure as markup. Links in it begin with view.RootMark.
type Drawing struct {
	Key    template.HTML // what the tones mean; empty where there is but one
	Wide   template.HTML // the picture for wide screens and paper
	Narrow template.HTML // the picture for phones
	Data   template.JS   // what the browser's drawing is made of, as a data block
	Form   string
}

// OfPublic returns the figure of a chart of the trust edition.
func OfPublic(c view.TrustChart) Figure {
	p := view.Picture{Form: c.Form}
	for _, category := range c.Categories {
		p.Categories = append(p.Categories, view.Category{Name: category})
	}
	for _, series := range c.Series {
		s := view.Series{Name: series.Name, Tone: series.Tone}
		for _, value := range series.Values {
			s.Values = append(s.Values, view.Value{Known: true, Number: float64(value.Number), Label: value.Label})
		}
		p.Series = append(p.Series, s)
	}
	return Figure{ID: c.Key, Title: c.Title, Reading: c.Reading, Picture: p}
}

// Of returns the figure of a chart of the staff or the auditor edition.
func Of(c view.Chart) Figure {
	return Figure{ID: c.Key, Title: c.Title, Reading: c.Reading, Picture: c.Picture}
}
