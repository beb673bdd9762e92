package chart

import "strings"

// tone is how a series is drawn. Tones differ in lightness, outline or hatching
// as well as in hue, so that they can be told apart without colour.
type tone struct {
	fill    string
	border  string
	dashed  bool
	hatched bool
	ink     string // of words on the fill
	line    string // the colour of a line, which has to stand out from the paper
	symbol  string // of the points of a line
}

var tones = map[string]tone{
	"1":      {fill: "var(--series-1)", border: paper, ink: "var(--on-series-1)", line: "var(--series-1)", symbol: "circle"},
	"2":      {fill: "var(--series-2)", border: paper, ink: "var(--on-series-2)", line: "var(--series-2)", symbol: "diamond"},
	"3":      {fill: "var(--series-3)", border: "var(--line-control)", ink: "var(--on-series-3)", line: "var(--line-control)", symbol: "rect"},
	"4":      {fill: "var(--series-4)", border: paper, ink: "var(--on-series-4)", line: "var(--series-4)", symbol: "triangle"},
	"bad":    {fill: "var(--bad)", border: paper, hatched: true, ink: paper, line: "var(--bad)", symbol: "triangle"},
	"flawed": {fill: "var(--bad)", border: paper, ink: paper, line: "var(--bad)", symbol: "triangle"},
	"none":   {fill: "var(--paper-sunk)", border: "var(--line-control)", dashed: true, ink: "var(--ink)", line: "var(--line-control)", symbol: "circle"},
	"plan":   {fill: "var(--paper-sunk)", border: "var(--line-control)", dashed: true, ink: "var(--ink)", line: "var(--ink-faint)", symbol: "none"},
}

// toneOf returns how a tone is drawn; one that is unknown as the first.
func toneOf(name string) tone {
	if strings.HasPrefix(name, "level-") {
		return tone{fill: "var(--" + name + ")", border: "var(--line-control)", ink: "var(--ink)", line: "var(--line-control)", symbol: "circle"}
	}
	if t, known := tones[name]; known {
		return t
	}
	return tones["1"]
}
