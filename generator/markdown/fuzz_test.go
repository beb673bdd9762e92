package markdown_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/view"
)

// samples are texts to start from: one for each thing that a text can hold.
var samples = []string{
	layered,
	"# A\n\n## B *c* **d** `e` ~~f~~\n\n---\n",
	"[[R-1]] [[R-1#a|b]] [c](d.md \"e\") [f][g] ![h](i.png \"j\") <https://k.de> https://l.de m@n.de\n\n[g]: h.md 'i'\n",
	"|a|b|\n|:-|-:|\n|[[R-1\\|x]]|`c\\|d`|\n|[[R-1|x]]|e|\n",
	"> [!NOTE] a\n> b\n\n> [!NO]\n> > c\n",
	"- [x] a\n- [ ] b\n  1. c\n\n     d\n\ne\n: f\n\n: g\n",
	"a[^1] b[^2]\n\n[^1]: c\n\n    d\n[^2]: [^1]\n",
	"```go\nfunc a() {}\n```\n\n~~~\nb\n~~~\n\n    c\n",
	"<!-- a -->\n<div style=\"b\">\n\nc <b onclick='d'>e</b> <!-- f\n",
	"a\\\nb  \nc &amp; &#1; &lt;script&gt; \\<\n",
	"[a](javascript:b) [a](<java&#10;script:b>) <data:c> ![d](e:f)\n",
	"\x00\x01\t\r\n\u00a0::: staff\n\xff\xfe",
	"![a [b](c) ![d](e) [[f]]](g \"h\")\n",
}

func addSamples(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	for _, text := range hostile {
		f.Add(text(300))
	}
}

// astray leads to wherever the target says, and shows markup.
func astray(l markdown.Link) markdown.Resolution {
	return markdown.Resolution{Href: l.Target + l.Fragment, Text: "<script>" + l.Target, Chip: len(l.Target)%2 == 0}
}

func FuzzHTMLIsSafeAndWellFormed(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, src string) { checkHTML(t, src) })
}

func FuzzADocumentAgreesWithItself(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, src string) { checkDocument(t, src) })
}

// marks are what means something in Markdown.
var marks = []string{"\n", "\n\n", "  ", "    ", "\t", "a", "b c", "*", "**", "_", "~~", "`", "``", "```\n", "~~~\n",
	"[", "]", "[[", "]]", "(", ")", "](", "[a](b)", "![", "!", "<", "<!--", "-->", "<b>", "</b>", "<div>", "<a:b>",
	"https://a.de", "a@b.de", "[^1]", "[^1]: ", "[^2]: ", "[x]: y\n", "[x]", "|", "\\|", "|-|-|\n", "|a|b|\n|-|-|\n",
	"- ", "1. ", "> ", "> [!NOTE] ", ": ", "# ", "## ", "---\n", "===\n", "- [ ] ", "- [x] ", "\\", "&amp;", "&#1;", "\"", "'",
	"\x01", "é", "\xff", "\r", "[[R-1]]", "[[R-1|x]]", "[[R-1\\|x]]", "#", "javascript:", "+ ", "<?", "<![CDATA[", "<!A",
	"*[^1]*", "![[^1]](c)", "## a[^1]\n", "::: staff\n", ":::\n"}

// FuzzMarksInAnyOrder comes upon more than a fuzzer that has to find the marks.
func FuzzMarksInAnyOrder(f *testing.F) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 0))
		choices := make([]byte, random.IntN(60))
		for i := range choices {
			choices[i] = byte(random.IntN(len(marks)))
		}
		f.Add(choices)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		var src strings.Builder
		for _, c := range choices {
			src.WriteString(marks[int(c)%len(marks)])
		}
		checkHTML(t, src.String())
		checkDocument(t, src.String())
	})
}

// checkHTML checks what must be true of the markup of every text.
func checkHTML(t *testing.T, src string) {
	for _, doc := range []*markdown.Document{markdown.Parse(src), markdown.ParseText(src)} {
		for _, r := range []markdown.Resolver{nil, resolve, astray} {
			if fault := faultOf(string(doc.HTML(r, words))); fault != "" {
				t.Fatalf("%q has %s in\n%s", src, fault, doc.HTML(r, words))
			}
		}
	}
}

// checkDocument checks that what is told of a text agrees with its markup.
func checkDocument(t *testing.T, src string) {
	doc := markdown.Parse(src)
	html := string(doc.HTML(resolve, words))
	for _, id := range doc.Anchors(resolve) {
		if !strings.Contains(html, ` id="`+id+`">`) {
			t.Errorf("no heading has the anchor %q", id)
		}
	}
	for _, h := range doc.Outline(resolve) {
		if !slices.Contains(doc.Anchors(resolve), h.ID) || h.Level < 2 || h.Level > 4 {
			t.Errorf("the outline has %v", h)
		}
	}
	for _, f := range append(doc.Faults(), markdown.CheckBlocks(src)...) {
		if f.Start < 0 || f.Start >= f.End || f.End > len(src) || f.Code == "" {
			t.Errorf("a fault is nowhere: %+v", f)
		}
	}
	for _, l := range doc.Links() {
		checkPlace(t, src, l)
	}
	if strings.Contains(doc.Plain(resolve), "\n\n") {
		t.Errorf("there are empty lines in %q", doc.Plain(resolve))
	}
	if again := markdown.Parse(src); !reflect.DeepEqual(again.Links(), doc.Links()) || string(again.HTML(resolve, words)) != html {
		t.Error("the same text is read in two ways")
	}
}

// checkPlace checks that a link is where it says to be: what stands there
// quotes its target, unless that is written elsewhere or in another way.
func checkPlace(t *testing.T, src string, l markdown.Link) {
	if l.Start < 0 || l.Start >= l.End || l.End > len(src) {
		t.Fatalf("a link is nowhere: %+v", l)
	}
	written := src[l.Start:l.End]
	if l.Form == markdown.Entry && !(strings.HasPrefix(written, "[[") && strings.HasSuffix(written, "]]")) {
		t.Errorf("a link to an entry is written %q", written)
	}
	reference := l.Form != markdown.Entry && strings.HasSuffix(written, "]")
	if reference || strings.ContainsAny(written, "\\&%\n\x00") {
		return
	}
	for _, word := range strings.Fields(strings.TrimPrefix(l.Target, "mailto:")) {
		if !strings.Contains(written, word) {
			t.Errorf("%q does not quote %q", written, l.Target)
		}
	}
}

func FuzzCutDoesNotDependOnWhatItCuts(f *testing.F) {
	for i, s := range samples {
		f.Add(s, samples[(i+1)%len(samples)], "other", samples[(i+2)%len(samples)], byte(i))
	}
	f.Fuzz(func(t *testing.T, before, inside, other, after string, choice byte) {
		label := audience.Labels[int(choice)%len(audience.Labels)]
		with := func(held string) string {
			return before + "\n::: " + label.String() + "\n" + held + "\n:::\n" + after
		}
		if strings.Contains(inside+other, ":::") {
			return // then they may open and close blocks of their own
		}
		one, two := with(inside), with(other)
		if len(markdown.CheckBlocks(one)) > 0 || len(markdown.CheckBlocks(two)) > 0 {
			return
		}
		for _, edition := range audience.Editions {
			if edition.MayShow(label) {
				continue
			}
			a, b := markdown.Cut(one, edition, "on site"), markdown.Cut(two, edition, "on site")
			if a != b {
				t.Fatalf("%v reads %q and %q", edition, a, b)
			}
			if len(markdown.CheckBlocks(a)) > 0 || strings.Contains(markdown.Uncut(a), ":::") && !strings.Contains(before+after, ":::") {
				t.Fatalf("a ::: line is left in %q", a)
			}
		}
	})
}

// FuzzCutRevealsNothing makes texts of the lines that could confuse a reader of
// ::: lines, with marks in them. A mark is secret if it stands below a line that
// opens a block which the edition may not show and no lone ::: comes between.
func FuzzCutRevealsNothing(f *testing.F) {
	parts := []string{"a", "", "MARK", "MARK", "::: public", "::: staff", "::: auditor", "::: withheld", ":::", ":::",
		"```", "~~~", "  ```", "> ```", "- ```", "    ```", "````", "<!--", "-->", "> :::", " :::", ":::: staff", "::: stuff",
		"- a", "::: staff x", "```a```", "\t:::", "\r::: staff\rMARK\n\r:::", "- > ~~~"}
	for i := range parts {
		f.Add([]byte{5, 2, 8, byte(i), 6, byte(i), 3, 9, 2})
		f.Add([]byte{byte(i), 5, byte(i), 2, byte(i), 8, 10, 6, byte(i), 10, 3, 9})
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		var lines []string
		for _, c := range choices[:min(len(choices), 40)] {
			lines = append(lines, parts[int(c)%len(parts)])
		}
		src := strings.Join(lines, "\n") + "\n"
		for i := 0; strings.Contains(src, "MARK\n"); i++ {
			src = strings.Replace(src, "MARK\n", fmt.Sprintf("MARK%d.\n", i), 1)
		}
		for _, edition := range audience.Editions {
			cut := markdown.Cut(src, edition, "")
			for _, mark := range secrets(src, edition) {
				if strings.Contains(cut, mark) {
					t.Fatalf("%v reads %s of\n%s\nas\n%s", edition, mark, src, cut)
				}
			}
		}
	})
}

// secrets returns the marks that the edition may not read, as one who knows of
// nothing but ::: lines would tell.
func secrets(src string, edition audience.Edition) []string {
	var marks []string
	hidden := 0 // how many blocks are open of which at least one is hidden
	for line := range strings.SplitSeq(strings.ReplaceAll(src, "\r", "\n"), "\n") {
		word, opens := strings.CutPrefix(line, "::: ")
		label, known := audience.ParseLabel(word)
		switch {
		case line == ":::":
			hidden = max(0, hidden-1)
		case opens && (!known || !edition.MayShow(label) || hidden > 0):
			hidden++
		case strings.HasPrefix(line, "MARK") && hidden > 0:
			marks = append(marks, line)
		}
	}
	return marks
}

var (
	tag       = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>`)
	attribute = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
	leads     = regexp.MustCompile(`^(?:#|\x01[^:#]*(?:#.*)?$|(?i:https?|mailto|tel):)`)
	entity    = regexp.MustCompile(`&(?:amp|lt|gt|quot);`)

	// allowed is every element and attribute that a text may become.
	allowed = map[string]string{
		"a": "href class rel title aria-label role", "img": "src alt title loading", "figure": "", "figcaption": "",
		"h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "p": "class", "br": "", "hr": "",
		"ul": "", "ol": "start", "li": "id", "dl": "", "dt": "", "dd": "", "blockquote": "", "div": "class role",
		"pre": "class tabindex", "code": "class", "span": "class role aria-label", "em": "", "strong": "", "del": "",
		"sup": "class id", "section": "class role aria-label",
		"table": "class", "thead": "", "tbody": "", "tr": "", "th": "scope class", "td": "class",
	}
)

// faultOf returns what is wrong with markup: that it is not what every text must
// become, or nothing.
func faultOf(html string) string {
	if !utf8.ValidString(html) {
		return "what is not UTF-8"
	}
	var open []string
	ids := map[string]bool{}
	var notes []string
	roots := 0
	rest := 0
	for _, m := range tag.FindAllStringSubmatchIndex(html, -1) {
		if strings.ContainsAny(html[rest:m[0]], "<>\"") {
			return "loose markup " + html[rest:m[0]]
		}
		rest = m[1]
		closing, name, attributes := m[2] < m[3], html[m[4]:m[5]], html[m[6]:m[7]]
		names, known := allowed[name]
		switch {
		case !known:
			return "the element " + name
		case closing && (len(open) == 0 || open[len(open)-1] != name):
			return "the wrong end of " + name
		case closing:
			open = open[:len(open)-1]
		case name == "a" && slices.Contains(open, "a"):
			return "a link within a link"
		case name != "br" && name != "hr" && name != "img":
			open = append(open, name)
		}
		for _, a := range attribute.FindAllStringSubmatch(attributes, -1) {
			switch {
			case !slices.Contains(strings.Fields(names), a[1]):
				return "the attribute " + a[1]
			case (a[1] == "href" || a[1] == "src") && !leads.MatchString(a[2]):
				return "a link to " + a[2]
			case a[1] == "id" && ids[a[2]]:
				return "twice the id " + a[2]
			case a[1] == "id":
				ids[a[2]] = true
			case a[1] == "href" && strings.Contains(attributes, ` role="doc-`):
				notes = append(notes, strings.TrimPrefix(a[2], "#"))
			}
			if strings.HasPrefix(a[2], view.RootMark) && (a[1] == "href" || a[1] == "src") {
				roots++
			}
		}
	}
	switch {
	case strings.ContainsAny(html[rest:], "<>\""):
		return "loose markup " + html[rest:]
	case len(open) > 0:
		return "no end of " + open[len(open)-1]
	case slices.ContainsFunc(notes, func(id string) bool { return !ids[id] }):
		return "a footnote that leads nowhere"
	case strings.Count(html, view.RootMark) != roots:
		return "a mark for the root where none may be"
	case strings.Contains(entity.ReplaceAllString(html, ""), "&"):
		return "a loose &"
	}
	return ""
}
