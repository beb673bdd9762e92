package markdown

import (
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/view"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inline writes a node that stands among words. A node that it does not know
// shows what is below it and nothing else.
func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(unescape(string(n.Segment.Value(w.tree.source))))
		switch {
		case n.HardLineBreak():
			w.write("<br>\n")
		case n.SoftLineBreak():
			w.write("\n")
		}
	case *ast.String:
		w.text(string(n.Value))
	case *ast.Emphasis:
		if n.Level == 2 {
			w.within("<strong>", n, "</strong>")
		} else {
			w.within("<em>", n, "</em>")
		}
	case *extast.Strikethrough:
		w.within("<del>", n, "</del>")
	case *codeSpan:
		w.write("<code>", escape(n.text), "</code>")
	case *entryNode:
		w.entry(n)
	case *linkNode:
		if n.link.Form == Image {
			w.image(n, n.title)
		} else {
			w.link(n)
		}
	case *extast.TaskCheckBox:
		w.task(n)
	case *extast.FootnoteLink:
		w.footnoteReference(n)
	case *extast.FootnoteBacklink:
		w.footnoteBack(n)
	default:
		w.children(n)
	}
}

// of asks the resolver about a link. Without a resolver, links lead nowhere.
// What a link says of its own goes before what the resolver would show.
func (r Resolver) of(l Link) Resolution {
	var to Resolution
	switch {
	case l.Form == External:
		to.Href = l.Target
	case r != nil:
		to = r(l)
	}
	if l.Text != "" {
		to.Text, to.Chip = l.Text, false
	}
	return to
}

// entry writes a link to an entry.
func (w *writer) entry(n *entryNode) {
	to := w.resolve.of(n.link)
	opened := w.open(to, "")
	w.text(to.Text)
	w.close(opened)
}

// link writes a link that holds its own words.
func (w *writer) link(n *linkNode) {
	to := w.resolve.of(n.link)
	opened := w.open(to, n.title)
	if n.HasChildren() {
		w.children(n)
	} else {
		w.text(to.Text)
	}
	w.close(opened)
}

// open begins a link, unless it leads nowhere or stands within another.
func (w *writer) open(to Resolution, title string) bool {
	if to.Href == "" || w.inLink {
		return false
	}
	w.inLink = true
	w.write(`<a href="`, address(to.Href), `"`)
	classes := ""
	if to.Chip {
		classes = "ref"
	}
	if isWeb(to.Href) {
		classes = strings.TrimSpace(classes + " external")
	}
	if classes != "" {
		w.write(` class="`, classes, `"`)
	}
	if isWeb(to.Href) {
		w.write(` rel="noopener"`)
	}
	w.title(title)
	w.write(">")
	return true
}

func (w *writer) close(opened bool) {
	if opened {
		w.inLink = false
		w.write("</a>")
	}
}

// image writes an image, or its alternative text where there is none to show.
func (w *writer) image(n *linkNode, title string) {
	words := w.tree.wordsOf(n, w.resolve)
	file := w.file(n)
	if file == "" {
		w.text(words)
		return
	}
	w.write(`<img src="`, address(file), `" alt="`, escape(words), `"`)
	w.title(title)
	w.write(">")
}

// file returns the path of an image. Pages show none from other sites.
func (w *writer) file(n *linkNode) string {
	file := w.resolve.of(n.link).Href
	if n.link.Form != Image || isAddress(file) {
		return ""
	}
	return file
}

func (w *writer) title(words string) {
	if words != "" {
		w.write(` title="`, escape(words), `"`)
	}
}

func (w *writer) footnoteReference(n *extast.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	w.write(`<sup class="footnote-ref" id="`, referenceID(n.Index, n.RefIndex+1), `">`)
	if w.inLink {
		w.write(number)
	} else {
		w.write(`<a href="#`, footnoteID(n.Index), `" role="doc-noteref">`, number, "</a>")
	}
	w.write("</sup>")
}

// footnoteBack writes the link from a footnote to a place that refers to it,
// unless that place is not shown.
func (w *writer) footnoteBack(n *extast.FootnoteBacklink) {
	id := referenceID(n.Index, n.RefIndex+1)
	if !w.tree.noteIDs[id] {
		return
	}
	w.write(` <a class="footnote-back" href="#`, id, `" role="doc-backlink" aria-label="`)
	w.write(escape(w.words.FootnoteBack), `">↩`)
	if n.RefIndex > 0 {
		w.write("<sup>", strconv.Itoa(n.RefIndex+1), "</sup>")
	}
	w.write("</a>")
}

func (w *writer) task(n *extast.TaskCheckBox) {
	class, label := "task", w.words.TaskOpen
	if n.IsChecked {
		class, label = "task task-done", w.words.TaskDone
	}
	w.write(`<span class="`, class, `" role="img" aria-label="`, escape(label), `"></span> `)
}

// isWeb reports whether the address leads to another site.
func isWeb(address string) bool {
	return scheme(address) == "http" || scheme(address) == "https"
}

// address returns where a link leads as the value of an attribute. What is
// neither on the same page nor at an address that links may have is a path from
// the site's root, whatever it looks like.
func address(href string) string {
	if strings.HasPrefix(href, "#") || isAddress(href) {
		return escape(encode(href))
	}
	path, fragment, fragmented := strings.Cut(href, "#")
	path = strings.ReplaceAll(encode(strings.TrimLeft(path, "/")), ":", "%3A")
	if fragmented {
		path += encode("#" + fragment)
	}
	return view.RootMark + escape(path)
}

// encode returns an address with percent signs in place of what addresses
// cannot hold. What has them already stays as it is.
func encode(address string) string {
	return string(util.URLEscape([]byte(address), false))
}

// escape returns words as they can stand in markup and in the value of an
// attribute.
func escape(words string) string {
	if isPlain(words) {
		return words
	}
	var escaped strings.Builder
	for _, c := range words {
		switch c {
		case '&':
			escaped.WriteString("&amp;")
		case '<':
			escaped.WriteString("&lt;")
		case '>':
			escaped.WriteString("&gt;")
		case '"':
			escaped.WriteString("&quot;")
		case '\n', '\t':
			escaped.WriteRune(c)
		default:
			if !isControl(c) {
				escaped.WriteRune(c)
			}
		}
	}
	return escaped.String()
}

// isPlain reports whether the words can stand in markup as they are: most do, and
// need no copy.
func isPlain(words string) bool {
	for i := range len(words) {
		switch c := words[i]; {
		case c == '&', c == '<', c == '>', c == '"', c < ' ' && c != '\n' && c != '\t', c >= 0x7f:
			return false
		}
	}
	return true
}
