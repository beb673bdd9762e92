package finding

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// visible returns the text with a substitute for each character that a terminal
// would obey rather than show: control characters, line ends among them, and
// those that change the direction or hide.
func visible(text string) string {
	if !strings.ContainsFunc(text, obeyed) {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r < ' ':
			b.WriteRune('␀' + r)
		case r == 0x7F:
			b.WriteRune('␡')
		case obeyed(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// The two format characters that words are written with: they stay.
const (
	zeroWidthNonJoiner = '\u200C' // Persian
	zeroWidthJoiner    = '\u200D' // Indic scripts, emoji
)

// obeyed reports whether a terminal may act on the character.
func obeyed(r rune) bool {
	return r != zeroWidthJoiner && r != zeroWidthNonJoiner &&
		unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// joins reports whether the character is shown on top of the one before.
func joins(r rune) bool {
	return r == zeroWidthJoiner || r == zeroWidthNonJoiner || unicode.In(r, unicode.Mn, unicode.Me)
}

// columns returns how many columns a terminal needs for text in which no
// character joins another.
func columns(text string) int {
	count := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			count += 2
		default:
			count++
		}
	}
	return count
}
