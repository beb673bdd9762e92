package markdown_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/markdown"
)

func TestLinksToEntries(t *testing.T) {
	expect(t, html, map[string]string{
		"[[R-1]]":                     `<p><a href="ROOT/entries/R-1.html" class="ref">R-1</a></p>`,
		"[[ R-1 ]]":                   `<p><a href="ROOT/entries/R-1.html" class="ref">R-1</a></p>`,
		"[[R-1#how]]":                 `<p><a href="ROOT/entries/R-1.html#how" class="ref">R-1</a></p>`,
		"[[R-1|the <risk> & *all*]]":  `<p><a href="ROOT/entries/R-1.html">the &lt;risk&gt; &amp; *all*</a></p>`,
		`[[R-1\|it]]`:                 `<p><a href="ROOT/entries/R-1.html">it</a></p>`,
		"[[R-1|over\nlines]]":         `<p><a href="ROOT/entries/R-1.html">over lines</a></p>`,
		"[[nist:PR.AA-05]]":           `<p><a href="ROOT/entries/nist%3APR.AA-05.html" class="ref">nist:PR.AA-05</a></p>`,
		"*[[R-1]]*":                   `<p><em><a href="ROOT/entries/R-1.html" class="ref">R-1</a></em></p>`,
		"[[[R-1]]]":                   `<p>[<a href="ROOT/entries/R-1.html" class="ref">R-1</a>]</p>`,
		"[[secret]]":                  `<p>an entry</p>`,
		"[[secret|it]]":               `<p>it</p>`,
		"`[[R-1]]`":                   `<p><code>[[R-1]]</code></p>`,
		`\[[R-1]]`:                    `<p>[[R-1]]</p>`,
		"[see [[R-1]]](a.md)":         `<p><a href="ROOT/files/a.md">see R-1</a></p>`,
		"![see [[R-1]]](a.png)":       `<p><img src="ROOT/files/a.png" alt="see R-1"></p>`,
		"[[a](b.md)]":                 `<p>[<a href="ROOT/files/b.md">a</a>]</p>`,
		"[[R-1|<!-- secret -->text]]": `<p>[[R-1|text]]</p>`,
	})
}

func TestLinks(t *testing.T) {
	expect(t, html, map[string]string{
		"[*a*](../b.md#c)":            `<p><a href="ROOT/files/../b.md#c"><em>a</em></a></p>`,
		`[a](b.md "t <i>")`:           `<p><a href="ROOT/files/b.md" title="t &lt;i&gt;">a</a></p>`,
		"[](b.md)":                    `<p><a href="ROOT/files/b.md">its title</a></p>`,
		"[a](<b c.md>)":               `<p><a href="ROOT/files/b%20c.md">a</a></p>`,
		"[a](b%20c.md)":               `<p><a href="ROOT/files/b%20c.md">a</a></p>`,
		"[a][x]\n\n[x]: b.md":         `<p><a href="ROOT/files/b.md">a</a></p>`,
		"[*a*](secret)":               `<p><em>a</em></p>`,
		"[a](#größe)":                 `<p><a href="#gr%C3%B6%C3%9Fe">a</a></p>`,
		"[a](https://b.de/?c&d=\"e)":  `<p><a href="https://b.de/?c&amp;d=%22e" class="external" rel="noopener">a</a></p>`,
		"[a](HTTP://b.de)":            `<p><a href="HTTP://b.de" class="external" rel="noopener">a</a></p>`,
		"[a](mailto:b@c.de)":          `<p><a href="mailto:b@c.de">a</a></p>`,
		"[a](tel:+49)":                `<p><a href="tel:+49">a</a></p>`,
		"<https://b.de>":              `<p><a href="https://b.de" class="external" rel="noopener">https://b.de</a></p>`,
		"see https://b.de/c_d, then":  `<p>see <a href="https://b.de/c_d" class="external" rel="noopener">https://b.de/c_d</a>, then</p>`,
		"ask b@c.de.":                 `<p>ask <a href="mailto:b@c.de">b@c.de</a>.</p>`,
		"www.b.de ftp://b.de":         `<p>www.b.de ftp://b.de</p>`,
		"[<https://b.de>](a.md)":      `<p><a href="ROOT/files/a.md">https://b.de</a></p>`,
		"[a](javascript:alert(1))":    `<p>a</p>`,
		"[a](JaVaScRiPt&colon;alert)": `<p>a</p>`,
		"[a](&#1;javascript:x)":       `<p>a</p>`,
		"[a](//b.de)":                 `<p>a</p>`,
		`[a](<\\\\b.de>)`:             `<p>a</p>`,
		"<data:text/html,x>":          `<p>data:text/html,x</p>`,
		"[a]()":                       `<p>a</p>`,
	})
}

func TestImages(t *testing.T) {
	expect(t, html, map[string]string{
		"![a *b*](c.png)":         `<p><img src="ROOT/files/c.png" alt="a b"></p>`,
		`![a](c.png "T & t")`:     `<figure><img src="ROOT/files/c.png" alt="a"><figcaption>T &amp; t</figcaption></figure>`,
		`see ![a](c.png "t")`:     `<p>see <img src="ROOT/files/c.png" alt="a" title="t"></p>`,
		`![a "q"](secret "t")`:    `<p>a &quot;q&quot;</p>`,
		"![a](https://b.de/c)":    `<p>a</p>`,
		"[![a](b.png)](c.md)":     `<p><a href="ROOT/files/c.md"><img src="ROOT/files/b.png" alt="a"></a></p>`,
		"![a ![b](c) [d](e)](f)":  `<p><img src="ROOT/files/f" alt="a b d"></p>`,
		"![a](data:image/png,xx)": `<p>a</p>`,
	})
}

// A resolver is ours, yet even a wrong one leads nowhere dangerous.
func TestAResolverCannotLeadAstray(t *testing.T) {
	for href, want := range map[string]string{
		"javascript:alert(1)":  `<a href="` + "\x01" + `javascript%3Aalert(1)">`,
		"//evil.example":       `<a href="` + "\x01" + `evil.example">`,
		`"><script>`:           `<a href="` + "\x01" + `%22%3E%3Cscript%3E">`,
		"#\"onclick=":          `<a href="#%22onclick=">`,
		"\x01a":                `<a href="` + "\x01" + `%01a">`,
		"https://b.de/\"<>":    `<a href="https://b.de/%22%3C%3E" class="external" rel="noopener">`,
		"https\x01://evil.com": `<a href="` + "\x01" + `https%01%3A//evil.com">`,
	} {
		doc := markdown.Parse("[a](b.md)")
		got := string(doc.HTML(func(markdown.Link) markdown.Resolution { return markdown.Resolution{Href: href} }, words))
		if !strings.Contains(got, want) {
			t.Errorf("%q becomes %q, want %q", href, got, want)
		}
	}
}

func TestWithoutAResolverLinksAreWords(t *testing.T) {
	doc := markdown.Parse("a [[R-1]] [[R-1|b]] [c](d.md) ![e](f.png) [g](#h) <https://b.de>")
	want := `<p>a  b c e g <a href="https://b.de" class="external" rel="noopener">https://b.de</a></p>` + "\n"
	if got := doc.HTML(nil, words); string(got) != want {
		t.Errorf("got %q", got)
	}
}

func TestLinksAreListedWithTheirPlaces(t *testing.T) {
	const src = "> [[R-1|a\n> b]] and [*c*](../d.md#e%20f)\n\n" +
		"| x |\n|---|\n| [[A.5.1\\|g]] ![h](i.png) |\n\n" +
		"[j](#k) <https://l.de> m@n.de [o][p] [^q]\n\n[p]: r.md\n[^q]: [[S-1#t]]\n"
	want := []markdown.Link{
		{Form: markdown.Entry, Target: "R-1", Text: "a b"},
		{Form: markdown.Path, Target: "../d.md", Fragment: "e f", Text: "c"},
		{Form: markdown.Entry, Target: "A.5.1", Text: "g"},
		{Form: markdown.Image, Target: "i.png", Text: "h"},
		{Form: markdown.Anchor, Fragment: "k", Text: "j"},
		{Form: markdown.External, Target: "https://l.de", Text: "https://l.de"},
		{Form: markdown.External, Target: "mailto:m@n.de", Text: "m@n.de"},
		{Form: markdown.Path, Target: "r.md", Text: "o"},
		{Form: markdown.Entry, Target: "S-1", Fragment: "t"},
	}
	written := []string{"[[R-1|a\n> b]]", "[*c*](../d.md#e%20f)", `[[A.5.1\|g]]`, "![h](i.png)",
		"[j](#k)", "<https://l.de>", "m@n.de", "[o][p]", "[[S-1#t]]"}
	for i, l := range markdown.Parse(src).Links() {
		if got := src[l.Start:l.End]; got != written[i] {
			t.Errorf("link %d is written %q, want %q", i, got, written[i])
		}
		l.Start, l.End = 0, 0
		if !reflect.DeepEqual(l, want[i]) {
			t.Errorf("link %d is %+v, want %+v", i, l, want[i])
		}
	}
}

func TestFaultyLinksAreReported(t *testing.T) {
	expectFaults(t, parseFaults, map[string][]string{
		"[[R-1]] [a](b.md) `[[`":                 nil,
		`\[[ and [\[ and [[a](b.md)]`:            nil,
		"[[R-1":                                  {"error broken-link: [["},
		"[[ ]] [[#a]] [[R-1|]]":                  {"error broken-link: [[ ]]", "error broken-link: [[#a]]", "error broken-link: [[R-1|]]"},
		"[[[x":                                   {"error broken-link: [["},
		"|a|b|\n|-|-|\n|[[R-1|c]]|d|":            {"error split-link: [[R-1|c]]"},
		"|[[R-1|c]]|d|\n|-|-|\n":                 {"error split-link: [[R-1|c]]"},
		`|[[R-1\|c]]|d|` + "\n|-|-|\n":           nil,
		"[a](javascript:b) x":                    {"error unsafe-link: [a](javascript:b)"},
		"<vbscript:a> <file:///b>":               {"error unsafe-link: <vbscript:a>", "error unsafe-link: <file:///b>"},
		"[a](" + strings.Repeat("b", 3000) + ")": {"error unsafe-link: [a](" + strings.Repeat("b", 3000) + ")"},
		"[a]() [b](#)":                           {"error empty-link: [a]()", "error empty-link: [b](#)"},
		"![a](https://b.de/c.png)":               {"error external-image: ![a](https://b.de/c.png)"},
		"![a](data:b)":                           {"error unsafe-link: ![a](data:b)"},
		"[^a] ![^b]\n\n[^c]: d":                  {"warning unknown-footnote: [^a]", "warning unused-footnote: [^c]"},
	})
}
