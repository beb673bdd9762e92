package view

import (
	"strings"
	"unicode"
)

// OneLine returns the words of a text with one space between each and the next.
func OneLine(text string) string {
	if isOneLine(text) {
		return text
	}
	var line strings.Builder
	line.Grow(len(text))
	for word := range strings.FieldsSeq(text) {
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	return line.String()
}

func isOneLine(text string) bool {
	space := true // before the first word there must be none
	for _, r := range text {
		before := space
		if space = unicode.IsSpace(r); space && (before || r != ' ') {
			return false
		}
	}
	return text == "" || !space
}
