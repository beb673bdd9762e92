package finding

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/source"
)

func TestCaretsStandBelowWhatIsMeant(t *testing.T) {
	for name, test := range map[string]struct {
		text       string
		start, end int
		line       string
		below      string
	}{
		"at the start":          {"key = 1", 0, 3, "key = 1", "^^^"},
		"on a later line":       {"a\nkey = 1\nb", 2, 5, "key = 1", "^^^"},
		"below nothing":         {"key = 1", 4, 4, "key = 1", "    ^"},
		"after the end":         {"key =\nb", 5, 5, "key = ", "     ^"},
		"on an empty line":      {"a\n\nb", 2, 2, " ", "^"},
		"at the end of all":     {"a\n", 2, 2, " ", "^"},
		"over several lines":    {"ab = [\n1,\n2]", 5, 13, "ab = [", "     ^"},
		"with the end before":   {"abc", 2, 1, "abc", "  ^"},
		"outside the file":      {"abc", 70, 90, "abc ", "   ^"},
		"before the file":       {"abc", -5, -1, "abc", "^"},
		"after tabs":            {"\ta\tb = 1", 3, 4, "    a   b = 1", "        ^"},
		"below a tab":           {"a\tb", 1, 2, "a   b", " ^^^"},
		"after wide characters": {"漢字 = 😀x", 13, 14, "漢字 = 😀x", "         ^"},
		"below wide characters": {"漢字 = 1", 0, 6, "漢字 = 1", "^^^^"},
		"after a joined accent": {"e\u0301a = 1", 3, 4, "e\u0301a = 1", " ^"},
		"below a joined accent": {"xe\u0301y", 2, 4, "xe\u0301y", " ^"},
		"below a lone accent":   {"\u0301y", 0, 2, "◌\u0301y", "^"},
		"after a substitute":    {"\x1b\u202ea", 4, 5, "␛<U+202E>a", "         ^"},
		"inside a character":    {"ä = 1", 1, 2, "ä = 1", "^"},
	} {
		t.Run(name, func(t *testing.T) {
			e := excerptOf(source.Span{File: source.NewFile("a", test.text), Start: test.start, End: test.end})
			if below := e.indent + e.carets; e.line != test.line || below != test.below {
				t.Errorf("got:\n%q\n%q\nwant:\n%q\n%q", e.line, below, test.line, test.below)
			}
		})
	}
}

func TestLongLineIsCutToTheSurroundingsOfTheCaret(t *testing.T) {
	left, right := strings.Repeat("l", 400), strings.Repeat("r", 400)
	for name, test := range map[string]struct {
		text, words string
		line, below string
	}{
		"short enough": {
			"HERE" + strings.Repeat("r", 116), "HERE",
			"HERE" + strings.Repeat("r", 116), "^^^^",
		},
		"at the start": {
			"HERE" + right, "HERE",
			"HERE" + right[:115] + "…", "^^^^",
		},
		"in the middle": {
			left + "HERE" + right, "HERE",
			"…" + left[:57] + "HERE" + right[:57] + "…", strings.Repeat(" ", 58) + "^^^^",
		},
		"at the end": {
			left + "HERE", "HERE",
			"…" + left[:115] + "HERE", strings.Repeat(" ", 116) + "^^^^",
		},
		"longer than the window": {
			left + strings.Repeat("H", 200) + right, strings.Repeat("H", 200),
			"…" + left[:19] + strings.Repeat("H", 99) + "…", strings.Repeat(" ", 20) + strings.Repeat("^", 100),
		},
		"among wide characters": {
			strings.Repeat("漢", 100) + "HERE" + strings.Repeat("字", 100), "HERE",
			"…" + strings.Repeat("漢", 28) + "HERE" + strings.Repeat("字", 28) + "…", strings.Repeat(" ", 57) + "^^^^",
		},
		"in a file without line ends": {
			strings.Repeat("é", 1e6) + "xHERE" + strings.Repeat("漢", 1e6), "HERE",
			"…" + strings.Repeat("é", 56) + "xHERE" + strings.Repeat("漢", 28) + "…", strings.Repeat(" ", 58) + "^^^^",
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := excerptOf(spanOf(source.NewFile("a", test.text), test.words))
			if below := e.indent + e.carets; e.line != test.line || below != test.below {
				t.Errorf("got:\n%s\n%s\nwant:\n%s\n%s", e.line, below, test.line, test.below)
			}
		})
	}
}

// Whatever the text and the span: a short line that a terminal can show, with
// carets below it.
func FuzzExcerptFitsAndPoints(f *testing.F) {
	f.Add("key = 1", 0, 3)
	f.Add("\t漢\x1b[2J\u202e\u0301\u200d👩‍💻\n", 4, 9)
	f.Add(strings.Repeat("ab\t", 3000), 5000, 5100)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		e := excerptOf(source.Span{File: source.NewFile("a", text), Start: start, End: end})
		if e.carets == "" || strings.Trim(e.carets, "^") != "" || strings.Trim(e.indent, " ") != "" {
			t.Errorf("carets %q after %q", e.carets, e.indent)
		}
		if strings.ContainsFunc(e.line, obeyed) || !utf8.ValidString(e.line) {
			t.Errorf("line %q", e.line)
		}
		shown := 0
		for _, r := range e.line {
			if !joins(r) {
				shown += columns(string(r))
			}
		}
		if shown > widest || len(e.indent+e.carets) > shown {
			t.Errorf("%d columns with carets up to %d: %q", shown, len(e.indent+e.carets), e.line)
		}
	})
}
