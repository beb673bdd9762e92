// Package colour makes an organization's accent colour readable: links and
// buttons carry it, so that it has to stand out from the paper by day and by
// night.
package colour

import (
	"fmt"

	"github.com/lucasb-eyer/go-colorful"
)

// Enough is the contrast that text needs (WCAG 2.2, success criterion 1.4.3,
// level AA).
const Enough = 4.5

// byNight is the contrast of the accent on dark paper, where thin light strokes
// need more (WCAG 2.2, 1.4.6, level AAA).
const byNight = 7

// The papers that the accent stands on: the least contrasting of each mode that
// pages use.
var (
	DayPaper   = must("#f6f7f7")
	NightPaper = must("#181e22")
)

// Colour is a colour of the sRGB space.
type Colour struct {
	rgb colorful.Color
}

// Parse returns the colour that is written as #rrggbb.
func Parse(text string) (Colour, bool) {
	if len(text) != len("#rrggbb") {
		return Colour{}, false
	}
	rgb, err := colorful.Hex(text)
	return Colour{rgb}, err == nil
}

func must(text string) Colour {
	c, ok := Parse(text)
	if !ok {
		panic("colour: " + text)
	}
	return c
}

// String writes the colour as #rrggbb.
func (c Colour) String() string { return c.rgb.Clamped().Hex() }

// Contrast returns the contrast of two colours, from 1 for equal ones to 21 for
// black and white (WCAG 2.2, “contrast ratio”).
func Contrast(a, b Colour) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance returns the relative luminance, from 0 to 1 (WCAG 2.2, “relative
// luminance”).
func (c Colour) luminance() float64 {
	r, g, b := c.rgb.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// on returns the nearest colour that has at least that contrast with the paper:
// the same hue and chroma, as much darker or lighter as it has to be.
func (c Colour) on(paper Colour, contrast float64) Colour {
	lightness, chroma, hue := c.rgb.OkLch()
	step := -0.004
	if paper.luminance() < 0.5 {
		step = 0.004
	}
	near := c
	for Contrast(near, paper) < contrast && lightness >= 0 && lightness <= 1 {
		lightness += step
		near = Colour{colorful.OkLch(lightness, chroma, hue).Clamped()}
		near = must(near.String()) // as it will be written, so that rounding is counted in
	}
	return near
}

// Palette is an accent as pages use it.
type Palette struct {
	Day, Night         Colour // of links, buttons and focus
	DayWash, NightWash Colour // behind text
}

// Palette returns the accent for day and night, each readable on the paper and
// on its own wash.
func (c Colour) Palette() Palette {
	p := Palette{DayWash: c.wash(DayPaper), NightWash: c.wash(NightPaper)}
	p.Day = c.on(DayPaper, Enough).on(p.DayWash, Enough)
	p.Night = c.on(NightPaper, byNight).on(p.NightWash, Enough)
	return p
}

// wash returns a tint of the paper towards the colour, for what lies behind text.
func (c Colour) wash(paper Colour) Colour {
	return Colour{paper.rgb.BlendOkLab(c.rgb, 0.12).Clamped()}
}

// Describe writes a contrast as people do: 4.5:1.
func Describe(contrast float64) string { return fmt.Sprintf("%.1f:1", contrast) }
