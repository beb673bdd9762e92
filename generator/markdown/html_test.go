package markdown_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/view"
)

const anchor = ` aria-label="Link to this section">#</a>`

func TestHeadingsHaveAnchors(t *testing.T) {
	expect(t, html, map[string]string{
		"## A *b* c":    `<h2 id="a-b-c">A <em>b</em> c <a class="anchor" href="#a-b-c"` + anchor + `</h2>`,
		"## [[R-1]], x": `<h2 id="r-1-x"><a href="ROOT/entries/R-1.html" class="ref">R-1</a>, x <a class="anchor" href="#r-1-x"` + anchor + `</h2>`,
		"## [[secret]]": `<h2 id="an-entry">an entry <a class="anchor" href="#an-entry"` + anchor + `</h2>`,
		"# One":         `<h2 id="one">One <a class="anchor" href="#one"` + anchor + `</h2>`,
		"###### Größe":  `<h6 id="größe">Größe <a class="anchor" href="#gr%C3%B6%C3%9Fe"` + anchor + `</h6>`,
		"Two\n===":      `<h2 id="two">Two <a class="anchor" href="#two"` + anchor + `</h2>`,
	})
	expect(t, field, map[string]string{"## A": "<h2>A</h2>"})
}

func TestAnchorsAreUnique(t *testing.T) {
	const src = "## a\n## a\n## a-1\n## Main\n## ???\n## !\n## fn 1\n## fnref-1\n## 日本 2\n> ##### a\n\nx[^1]\n\n[^1]: y"
	want := []string{"a", "a-1", "a-1-1", "main-1", "section", "section-1", "fn-1-1", "fnref-1-1", "日本-2", "a-2"}
	if got := markdown.Parse(src).Anchors(resolve); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheOutlineHoldsTheUpperHeadings(t *testing.T) {
	const src = "# A\n### B [[secret]] & `c`\n#### D[^1]\n##### E\n> ## F\n\n[^1]: x"
	want := []view.Heading{
		{Level: 2, ID: "a", Text: "A"},
		{Level: 3, ID: "b-an-entry--c", Text: "B an entry & c"},
		{Level: 4, ID: "d", Text: "D"},
	}
	if got := markdown.Parse(src).Outline(resolve); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := markdown.ParseText(src).Outline(resolve); got != nil {
		t.Errorf("a field has the outline %v", got)
	}
}

func TestTables(t *testing.T) {
	expect(t, html, map[string]string{
		"| A | B | C |\n|---|--:|:-:|\n| `a\\|b` | 2 |": `<div class="table-wrap"><table class="table">
<thead>
<tr><th scope="col">A</th><th scope="col" class="n">B</th><th scope="col" class="c">C</th></tr>
</thead>
<tbody>
<tr><td><code>a|b</code></td><td class="n">2</td><td></td></tr>
</tbody>
</table></div>`,
		"|A|\n|-|": `<div class="table-wrap"><table class="table">
<thead>
<tr><th scope="col">A</th></tr>
</thead>
</table></div>`,
	})
}

func TestLists(t *testing.T) {
	expect(t, html, map[string]string{
		"- a\n  - b":       "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
		"3. a\n4. b":       "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>",
		"- a\n\n- b":       "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>",
		"- [x] a\n- [ ] b": "<ul>\n<li><span class=\"task task-done\" role=\"img\" aria-label=\"done\"></span> a</li>\n<li><span class=\"task\" role=\"img\" aria-label=\"open\"></span> b</li>\n</ul>",
		"a\n: b\n: c":      "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>",
	})
}

func TestCallouts(t *testing.T) {
	expect(t, html, map[string]string{
		"> [!NOTE]\n> a":          "<div class=\"callout\" role=\"note\"><p class=\"callout-title\">Note</p>\n<p>a</p>\n</div>",
		"> [!Tip] *A* title\n> b": "<div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\"><em>A</em> title</p>\n<p>b</p>\n</div>",
		">[!important]":           "<div class=\"callout callout-must\" role=\"note\"><p class=\"callout-title\">Important</p>\n</div>",
		"> [!WARNING]\n> - a":     "<div class=\"callout callout-care\" role=\"note\"><p class=\"callout-title\">Warning</p>\n<ul>\n<li>a</li>\n</ul>\n</div>",
		"> [!CAUTION]\n>\n> a\nb": "<div class=\"callout callout-bad\" role=\"note\"><p class=\"callout-title\">Caution</p>\n<p>a\nb</p>\n</div>",
		"> a\n> [!NOTE]":          "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>",
		"- > [!NOTE]\n  > a":      "<ul>\n<li><div class=\"callout\" role=\"note\"><p class=\"callout-title\">Note</p>\n<p>a</p>\n</div>\n</li>\n</ul>",
	})
}

func TestFootnotes(t *testing.T) {
	expect(t, html, map[string]string{
		"a[^x] b[^x]\n\n[^x]: c": `<p>a<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" role="doc-noteref">1</a></sup>` +
			` b<sup class="footnote-ref" id="fnref-1-2"><a href="#fn-1" role="doc-noteref">1</a></sup></p>` + `
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1"><p>c <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a>` +
			` <a class="footnote-back" href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text">↩<sup>2</sup></a></p>
</li>
</ol>
</section>`,
	})
	expect(t, field, map[string]string{"a[^x]": "<p>a[^x]</p>"})
}

// A footnote that is referred to from where there can be no link has no way
// back, and a link within a link is none.
func TestFootnotesInLinksAndImages(t *testing.T) {
	expect(t, html, map[string]string{
		"[a[^x]](b.md) ![c[^x]](d.png)\n\n[^x]: e": `<p><a href="ROOT/files/b.md">a<sup class="footnote-ref" id="fnref-1">1</sup></a>` +
			` <img src="ROOT/files/d.png" alt="c"></p>` + `
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1"><p>e <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a></p>
</li>
</ol>
</section>`,
	})
}

func TestCode(t *testing.T) {
	expect(t, html, map[string]string{
		"```json\n{\"a\": 1}\n```": `<pre class="code" tabindex="0"><code class="language-json">` +
			`<span class="p">{</span><span class="nt">&quot;a&quot;</span><span class="p">:</span> <span class="mi">1</span><span class="p">}</span>` + "\n</code></pre>",
		"```nonsense x\n<a>\n```":    "<pre class=\"code\" tabindex=\"0\"><code class=\"language-nonsense\">&lt;a&gt;\n</code></pre>",
		"```\"onclick=\n[[R-1]]\n":   "<pre class=\"code\" tabindex=\"0\"><code>[[R-1]]\n</code></pre>",
		"    <!-- a -->":             "<pre class=\"code\" tabindex=\"0\"><code>&lt;!-- a --&gt;\n</code></pre>",
		"``a ` <b>``":                "<p><code>a ` &lt;b&gt;</code></p>",
		"```sh\n```":                 "<pre class=\"code\" tabindex=\"0\"><code class=\"language-sh\"></code></pre>",
		"> ```\n> a\n>   b\n> ```\n": "<blockquote>\n<pre class=\"code\" tabindex=\"0\"><code>a\n  b\n</code></pre>\n</blockquote>",
	})
}

func TestLongCodeIsNotHighlighted(t *testing.T) {
	if got := html("```sh\n" + strings.Repeat("echo a\n", 20_000) + "```\n"); strings.Contains(got, "<span") {
		t.Error("it is")
	}
}

func TestHTMLIsLeftOut(t *testing.T) {
	expect(t, html, map[string]string{
		"a <b>c</b> <br> d":           "<p>a c  d</p>",
		"<div onclick=x>\na\n</div>":  "",
		"<script>alert(1)</script>":   "",
		"a <script>b</script>":        "<p>a b</p>",
		"&lt;script&gt; &#x3C; &amp;": "<p>&lt;script&gt; &lt; &amp;</p>",
		`\<b\> \&amp; \*`:             "<p>&lt;b&gt; &amp;amp; *</p>",
		"a &#1;&#0;&#x110000; &nope;": "<p>a \ufffd\ufffd\ufffd &amp;nope;</p>",
		"a &#8238;b &#xE0041;":        "<p>a \ufffdb \ufffd</p>",
		"a\x01b\x02":                  "<p>ab</p>",
	})
}

func TestCommentsShowNothing(t *testing.T) {
	expect(t, html, map[string]string{
		"<!-- secret -->":                 "",
		"a <!-- secret --> b":             "<p>a  b</p>",
		"<!-- secret\n\nsecret\n-->\n\na": "<p>a</p>",
		"<!-- secret --> a":               "<p> a</p>",
		"a <!-- secret":                   "<p>a </p>",
		"a <!-- secret\nsecret":           "<p>a </p>",
		"| a <!-- secret |\n|---|":        "<div class=\"table-wrap\"><table class=\"table\">\n<thead>\n<tr><th scope=\"col\">a </th></tr>\n</thead>\n</table></div>",
		"<!-- secret\nsecret":             "",
	})
	expectFaults(t, parseFaults, map[string][]string{
		"<!-- a --> b\n\n<!-- c\n\nd -->\n\ne <!-- f -->": nil,
		"a <!-- b\n\nc -->": {"error open-comment: <!--"},
		"<!-- b\n\nc":       {"error open-comment: <!--"},
		"<!-- b\n--> c":     {"warning raw-html: c"},
	})
}

func TestOtherFaultsAreReported(t *testing.T) {
	expectFaults(t, parseFaults, map[string][]string{
		"a <b>c</b>\n\n<div>\nd\n</div>\n": {"warning raw-html: <b>", "warning raw-html: <div>\nd\n</div>"},
		"# A\n\nB\n===\n\n## C":            {"warning heading-level: # A", "warning heading-level: B"},
		"> [!INFO] a":                      {"warning unknown-callout: INFO"},
		strings.Repeat(">", 200) + "a":     {"error too-deep: >"},
		strings.Repeat("*a ", 2000):        {"error too-deep: *"},
	})
}

func TestPlainHoldsTheWordsOnly(t *testing.T) {
	const src = "## A [[R-1]]\n\nb *c*\nd <i>e</i> <!-- f -->\n\n- g[^1]\n- [x] h\n\n|i|j|\n|-|-|\n|k|`l`|\n\n" +
		"> [!NOTE]\n> m &amp; n\n\n```sh\no\n```\n\n![p](q.png \"r\") [s](t.md)\n\n[^1]: u\n"
	const want = "A R-1\nb c d e\ng\nh\ni j\nk l\nm & n\no\np s\nu"
	if got := markdown.Parse(src).Plain(resolve); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestADocumentIsRenderedConcurrently(t *testing.T) {
	doc := markdown.Parse(layered + "\n## [[R-1]]\n\n```sh\necho\n```\n\n```\n```\n\na[^1] | b\n\n[^1]: c")
	want := doc.HTML(resolve, words)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			doc.Outline(nil)
			doc.Plain(resolve)
			if doc.HTML(resolve, words) != want {
				t.Error("the text differs")
			}
		})
	}
	group.Wait()
}
