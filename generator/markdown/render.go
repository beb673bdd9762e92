package markdown

import (
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/view"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// HTML returns the text as markup, with links where r says that they lead and
// with the words of the interface.
func (d *Document) HTML(r Resolver, words Words) view.HTML {
	t := d.tree()
	w := &writer{tree: t, resolve: r, words: words, ids: t.anchorsByHeading(d.Anchors(r))}
	w.out.Grow(2 * len(d.source))
	w.children(t.root)
	return view.HTML(w.out.String())
}

// writer writes markup. Whatever comes from the text goes through escape or
// through an address; all else is written here, letter by letter.
type writer struct {
	tree    *tree
	resolve Resolver
	words   Words
	ids     map[*ast.Heading]string
	inLink  bool
	out     strings.Builder
}

func (w *writer) write(markup ...string) {
	for _, m := range markup {
		w.out.WriteString(m)
	}
}

// text writes words from the text.
func (w *writer) text(words string) { w.out.WriteString(escape(words)) }

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// within writes what is below n between two pieces of markup.
func (w *writer) within(before string, n ast.Node, after string) {
	w.write(before)
	w.children(n)
	w.write(after)
}

func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.children(n)
		if n.NextSibling() != nil {
			w.write("\n")
		}
	case *ast.Blockquote:
		w.within("<blockquote>\n", n, "</blockquote>\n")
	case *calloutNode:
		w.callout(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.within("<li>", n, "</li>\n")
	case *ast.ThematicBreak:
		w.write("<hr>\n")
	case *codeBlock:
		w.code(n)
	case *chartBlock:
		w.chart(n)
	case *extast.DefinitionList:
		w.within("<dl>\n", n, "</dl>\n")
	case *extast.DefinitionTerm:
		w.within("<dt>", n, "</dt>\n")
	case *extast.DefinitionDescription:
		w.within("<dd>", n, "</dd>\n")
	case *extast.Table:
		w.table(n)
	case *extast.FootnoteList:
		w.write(`<section class="footnotes" role="doc-endnotes" aria-label="`)
		w.text(w.words.Footnotes)
		w.within("\">\n<ol>\n", n, "</ol>\n</section>\n")
	case *extast.Footnote:
		w.within(`<li id="`+footnoteID(n.Index)+`">`, n, "</li>\n")
	default:
		w.inline(n)
	}
}

// heading writes a heading, and at its end a link to itself.
func (w *writer) heading(n *ast.Heading) {
	tag := "h" + strconv.Itoa(n.Level)
	id, anchored := w.ids[n]
	if !anchored {
		w.within("<"+tag+">", n, "</"+tag+">\n")
		return
	}
	w.within("<"+tag+` id="`+escape(id)+`">`, n, ` <a class="anchor" href="`+escape(encode("#"+id))+`" aria-label="`)
	w.text(w.words.AnchorLabel)
	w.write(`">#</a></`, tag, ">\n")
}

// paragraph writes a paragraph, or a figure where it is nothing but an image
// with a title.
func (w *writer) paragraph(n *ast.Paragraph) {
	image, alone := n.FirstChild().(*linkNode)
	if alone && n.LastChild() == n.FirstChild() && image.title != "" && w.file(image) != "" {
		w.write("<figure>")
		w.image(image, "")
		w.write("<figcaption>")
		w.text(image.title)
		w.write("</figcaption></figure>\n")
		return
	}
	if n.HasChildren() {
		w.within("<p>", n, "</p>\n")
	}
}

func (w *writer) callout(n *calloutNode) {
	w.write(`<div class="`, n.kind.class, `" role="note"><p class="callout-title">`)
	body := n.FirstChild()
	if title, own := body.(*calloutTitle); own {
		w.children(title)
		body = title.NextSibling()
	} else {
		w.text(n.kind.title(w.words))
	}
	w.write("</p>\n")
	for ; body != nil; body = body.NextSibling() {
		w.node(body)
	}
	w.write("</div>\n")
}

func (w *writer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		w.within("<ul>\n", n, "</ul>\n")
	case n.Start == 1:
		w.within("<ol>\n", n, "</ol>\n")
	default:
		w.within(`<ol start="`+strconv.Itoa(n.Start)+"\">\n", n, "</ol>\n")
	}
}

func (w *writer) code(n *codeBlock) {
	w.write(`<pre class="code" tabindex="0"><code`)
	if languageName.MatchString(n.language) {
		w.write(` class="language-`, escape(strings.ToLower(n.language)), `"`)
	}
	w.write(">")
	pieces := highlight(n.language, n.text)
	if pieces == nil {
		w.text(n.text)
	}
	for _, piece := range pieces {
		if class := codeClass(piece.Type); class != "" && strings.TrimSpace(piece.Value) != "" {
			w.write(`<span class="`, escape(class), `">`, escape(piece.Value), "</span>")
		} else {
			w.text(piece.Value)
		}
	}
	w.write("</code></pre>\n")
}

// table writes a table: the row of its head first, then the others.
func (w *writer) table(n *extast.Table) {
	w.write("<div class=\"table-wrap\"><table class=\"table\">\n")
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*extast.TableHeader)
		if head {
			w.write("<thead>\n")
		}
		w.row(row, head)
		if head {
			w.write("</thead>\n")
			if row.NextSibling() != nil {
				w.write("<tbody>\n")
			}
		}
	}
	if n.ChildCount() > 1 {
		w.write("</tbody>\n")
	}
	w.write("</table></div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.write("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		class := ""
		if cell, ok := c.(*extast.TableCell); ok {
			switch cell.Alignment {
			case extast.AlignRight:
				class = ` class="n"`
			case extast.AlignCenter:
				class = ` class="c"`
			}
		}
		if head {
			w.within(`<th scope="col"`+class+">", c, "</th>")
		} else {
			w.within("<td"+class+">", c, "</td>")
		}
	}
	w.write("</tr>\n")
}
