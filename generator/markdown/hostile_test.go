package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/markdown"
)

// hostile are texts that make a careless parser slow or deep, by what they
// repeat.
var hostile = map[string]func(n int) string{
	"quotes":              func(n int) string { return strings.Repeat(">", n) },
	"quotes on two lines": func(n int) string { return strings.Repeat(">", n/2) + "a\n" + strings.Repeat(">", n/2) },
	"quotes with spaces":  func(n int) string { return strings.Repeat("> ", n/2) + "a" },
	"lists in a line":     func(n int) string { return strings.Repeat("- ", n/2) + "a" },
	"numbers in a line":   func(n int) string { return strings.Repeat("1. ", n/3) + "a" },
	"lists in lists":      func(n int) string { return nested(n, "- a") },
	"definitions in line": func(n int) string { return "a\n" + strings.Repeat(": ", n/2) },
	"items":               func(n int) string { return strings.Repeat("- a\n", n/4) },
	"loose items":         func(n int) string { return strings.Repeat("- a\n\n", n/5) },
	"openers":             func(n int) string { return strings.Repeat("[", n) },
	"images":              func(n int) string { return strings.Repeat("![", n/2) },
	"nested brackets":     func(n int) string { return strings.Repeat("[", n/2) + "a" + strings.Repeat("]", n/2) },
	"nested images":       func(n int) string { return strings.Repeat("![", n/7) + "a" + strings.Repeat("](b)", n/7) },
	"links":               func(n int) string { return strings.Repeat("[a](b) ", n/7) },
	"unclosed links":      func(n int) string { return strings.Repeat("[a](b", n/5) },
	"unclosed titles":     func(n int) string { return strings.Repeat(`[a](b "c`, n/8) },
	"links and emphasis":  func(n int) string { return strings.Repeat("[ a_", n/4) },
	"code in brackets": func(n int) string {
		return strings.Repeat("[", 900) + strings.Repeat("`a` ", n/4) + strings.Repeat("]", 900)
	},
	"entries":              func(n int) string { return strings.Repeat("[[A-1]] ", n/8) },
	"unclosed entries":     func(n int) string { return strings.Repeat("[[A-1", n/5) },
	"broken entries":       func(n int) string { return strings.Repeat("[[a\n", n/4) },
	"strong":               func(n int) string { return strings.Repeat("**a **b ", n/8) },
	"emphasis openers":     func(n int) string { return strings.Repeat("*a ", n/3) },
	"emphasis closers":     func(n int) string { return strings.Repeat("a* ", n/3) },
	"emphasis both":        func(n int) string { return strings.Repeat("*a_ ", n/4) },
	"emphasis of three":    func(n int) string { return "a**b" + strings.Repeat("c* ", n/3) },
	"strikethrough":        func(n int) string { return strings.Repeat("~a~~b ", n/6) },
	"backticks":            backticks,
	"open tags":            func(n int) string { return strings.Repeat("<a ", n/3) },
	"tags with quotes":     func(n int) string { return strings.Repeat(`<a x="`, n/6) },
	"instructions":         func(n int) string { return "a " + strings.Repeat("<?", n/2) },
	"declarations":         func(n int) string { return "a " + strings.Repeat("<!A ", n/4) },
	"cdata":                func(n int) string { return "a " + strings.Repeat("<![CDATA[", n/9) },
	"comments":             func(n int) string { return "a " + strings.Repeat("<!--", n/4) },
	"addresses":            func(n int) string { return strings.Repeat("a_", n/2) + "@b.de" },
	"web addresses":        func(n int) string { return strings.Repeat("https://a.de/(", n/14) },
	"colons in angles":     func(n int) string { return strings.Repeat("<a:", n/3) },
	"entities":             func(n int) string { return strings.Repeat("&", n) },
	"backslashes":          func(n int) string { return strings.Repeat(`\`, n) },
	"definitions":          func(n int) string { return strings.Repeat("[a]: b\n", n/7) },
	"definitions and uses": func(n int) string { return "[a]: " + strings.Repeat("b", n/2) + "\n\n" + strings.Repeat("[a] ", n/8) },
	"long titles": func(n int) string {
		return `[a]: b "` + strings.Repeat("c", n/2) + "\"\n\n" + strings.Repeat("[a] ", n/8)
	},
	"uses in lines":      func(n int) string { return "[a]: b\n\n" + strings.Repeat("[a]\n", n/4) },
	"footnotes":          func(n int) string { return strings.Repeat("[^a]: b\n", n/8) },
	"footnotes and uses": footnotes,
	"footnotes in line":  func(n int) string { return strings.Repeat("[^a]: ", n/6) },
	"references":         func(n int) string { return "[^a]: b\n\n" + strings.Repeat("[^a] ", n/5) },
	"wide table": func(n int) string {
		return strings.Repeat("|a", n/5) + "\n" + strings.Repeat("|-", n/5) + strings.Repeat("\na", n/10)
	},
	"long table":           func(n int) string { return "|a|b|\n|-|-|\n" + strings.Repeat("|`a\\|b`|c|\n", n/11) },
	"heads":                func(n int) string { return strings.Repeat("|[[a|b]]|\n|-|\n", n/14) },
	"same headings":        func(n int) string { return strings.Repeat("# a\n", n/4) },
	"numbered headings":    numberedHeadings,
	"underlined":           func(n int) string { return strings.Repeat("a\n-\n", n/4) },
	"terms":                func(n int) string { return strings.Repeat("a\n", n/2) + ": b" },
	"tabs":                 func(n int) string { return strings.Repeat("\t", n) + "a" },
	"fences":               func(n int) string { return strings.Repeat("```\n", n/4) },
	"blocks":               func(n int) string { return strings.Repeat("::: staff\n:::\n", n/14) },
	"nested audiences":     func(n int) string { return strings.Repeat("::: staff\n", n/10) },
	"containers":           func(n int) string { return strings.Repeat("> - ", n/4) + "\n:::" },
	"callouts":             func(n int) string { return strings.Repeat("> [!NOTE] a\n\n", n/13) },
	"callouts in callouts": func(n int) string { return strings.Repeat(">", n/2) + "[!NOTE]" },
	"paragraph":            func(n int) string { return strings.Repeat("a\n", n/2) },
	"word":                 func(n int) string { return strings.Repeat("a", n) },
	"code":                 func(n int) string { return "```sh\n" + strings.Repeat("echo \"$a\"\n", n/10) + "```\n" },
}

func nested(n int, item string) string {
	var s strings.Builder
	for depth := 0; s.Len() < n; depth++ {
		s.WriteString(strings.Repeat("  ", depth) + item + "\n")
	}
	return s.String()
}

func backticks(n int) string {
	var s strings.Builder
	for run := 1; s.Len() < n; run++ {
		s.WriteString(strings.Repeat("`", run) + "a")
	}
	return s.String()
}

func footnotes(n int) string {
	var s strings.Builder
	for i := 0; s.Len() < n; i++ {
		fmt.Fprintf(&s, "a[^%d]\n\n[^%d]: b\n\n", i, i)
	}
	return s.String()
}

func numberedHeadings(n int) string {
	var s strings.Builder
	for i := 1; s.Len() < n/2; i++ {
		fmt.Fprintf(&s, "## a-%d\n", i)
	}
	return s.String() + strings.Repeat("## a\n", n/10)
}

// A text that is made to be slow is still read to its end: where the time grew
// with the square of its length, this test would not end in time.
func TestHostileTextsAreReadToTheEnd(t *testing.T) {
	const size = 120_000
	for name, text := range hostile {
		t.Run(name, func(*testing.T) { readAll(text(size)) })
	}
}

// How the time grows with the text: four times the text should take about four
// times as long.
func BenchmarkHostileTexts(b *testing.B) {
	for name, text := range hostile {
		for _, size := range []int{30_000, 120_000} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				src := text(size)
				for b.Loop() {
					readAll(src)
				}
			})
		}
	}
}

// readAll does everything that can be done with a text.
func readAll(src string) {
	markdown.CheckBlocks(src)
	markdown.Uncut(src)
	for _, doc := range []*markdown.Document{markdown.Parse(src), markdown.ParseText(src)} {
		doc.Links()
		doc.Faults()
		doc.Outline(resolve)
		doc.Plain(resolve)
		doc.HTML(resolve, words)
	}
}
