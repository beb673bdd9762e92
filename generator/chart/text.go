package chart

import (
	"strings"
	"unicode/utf8"
)

// textWidth estimates how wide words are in the size of a chart's labels. The
// reader's fonts are not known here, so it errs on the wide side.
func textWidth(words string) int {
	width := 0
	for _, r := range words {
		switch {
		case r >= 0x1100: // Chinese, Japanese, Korean and pictures
			width += 13
		case strings.ContainsRune("mwMW@%", r):
			width += 11
		case strings.ContainsRune("iljtfrI.,:;|' ", r):
			width += 5
		default:
			width += 8
		}
	}
	return width
}

// widest returns the width of the widest of some words.
func widest(words []string) int {
	width := 0
	for _, w := range words {
		width = max(width, textWidth(w))
	}
	return width
}

// lineHeight is the height of a line of a label. ECharts would go by how wide a
// Chinese letter is, and not every reader has one.
const lineHeight = 15

// linesIn returns on how many lines words stand that are broken at a width. It
// errs on the side of more.
func linesIn(words string, width int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(words) {
		needed := textWidth(word)
		switch {
		case used == 0:
			used = needed
		case used+textWidth(" ")+needed <= width:
			used += textWidth(" ") + needed
		default:
			lines++
			used = needed
		}
		for used > width && utf8.RuneCountInString(word) > 1 { // a word that is itself too long
			lines++
			used -= width
		}
	}
	return lines
}
