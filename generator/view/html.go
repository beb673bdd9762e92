// Package view holds what themes see: plain data that already contains only
// what its edition may show.
package view

import (
	"slices"
	"strings"
	"unicode"
)

// HTML is markup that package markdown made and that a theme may print as it
// is. Links to pages of the same site begin with RootMark in place of the way
// up to the site's root, since the same text may stand on pages at any depth.
type HTML string

// RootMark stands in HTML for the relative path to the site's root. It is a
// control character, which content cannot contain.
const RootMark = "\x01"

// Heading is one heading of a text, as its table of contents shows it.
type Heading struct {
	Level int // 2 to 4
	ID    string
	Text  string
}

// chartMark stands in HTML before and after the key of a chart that is to be
// shown there.
const chartMark = "\x02"

// ChartMark returns the mark in whose place a page shows the chart of that key.
func ChartMark(key string) HTML { return HTML(chartMark + key + chartMark) }

// Parts splits markup at its charts: text, key, text, key and so on, with a text
// first and last.
func (h HTML) Parts() []string { return strings.Split(string(h), chartMark) }

// Charts returns the keys of the charts that markup places, each once.
func (h HTML) Charts() []string {
	var keys []string
	for i, part := range h.Parts() {
		if i%2 == 1 && !slices.Contains(keys, part) {
			keys = append(keys, part)
		}
	}
	return keys
}

// WithoutCharts returns markup without its charts.
func (h HTML) WithoutCharts() HTML {
	if !strings.Contains(string(h), chartMark) {
		return h
	}
	var text strings.Builder
	for i, part := range h.Parts() {
		if i%2 == 0 {
			text.WriteString(part)
		}
	}
	return HTML(text.String())
}

// Words returns how many words a reader sees in markup.
func (h HTML) Words() int {
	count := 0
	inTag, inWord := false, false
	for _, r := range h {
		switch {
		case inTag:
			inTag = r != '>'
		case r == '<':
			inTag, inWord = true, false
		case unicode.IsSpace(r):
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			inWord = true
			count++
		}
	}
	return count
}
