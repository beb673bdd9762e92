package view_test

import (
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/view"
)

func FuzzOneLine(f *testing.F) {
	for _, text := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "\xff \xfe"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := view.OneLine(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	})
}

func TestWordsOfMarkupAreWhatReadersSee(t *testing.T) {
	for markup, want := range map[view.HTML]int{
		"":                             0,
		"<p>one two</p>\n<p>three</p>": 3,
		"<td>one</td><td>two</td>":     2,
		`<a href="one two">three</a>,`: 1,
	} {
		if got := markup.Words(); got != want {
			t.Errorf("%q has %d words, not %d", markup, got, want)
		}
	}
}
