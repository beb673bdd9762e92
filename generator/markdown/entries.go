package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/annex-isms/annex/generator/view"
)

// entryNode is a link to an entry: [[ID]].
type entryNode struct {
	ast.BaseInline
	link Link
}

var kindEntry = ast.NewNodeKind("Entry")

func (n *entryNode) Kind() ast.NodeKind         { return kindEntry }
func (n *entryNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// entryParser parses links to entries.
type entryParser struct{}

func (entryParser) Trigger() []byte { return []byte{'['} }

// maxEntry is how many bytes a link to an entry may have.
const maxEntry = 1000

func (entryParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	body, end, closed := entryBody(block)
	link, ok := entryLink(body)
	if !closed || !ok {
		seen := sightingsOf(pc)
		seen.doubts = append(seen.doubts, brokenEntry(parent, block.Source(), at.Start))
		return nil
	}
	link.Start, link.End = at.Start, end
	node := &entryNode{link: link}
	node.SetPos(at.Start)
	return node
}

// entryBody reads what stands between [[ and ]], on this line or over some, and
// where ]] ends.
func entryBody(block text.Reader) (body string, end int, closed bool) {
	block.Advance(len("[["))
	var words strings.Builder
	for {
		line, at := block.PeekLine()
		if line == nil || words.Len() >= maxEntry {
			return "", 0, false
		}
		line = line[:min(len(line), maxEntry)]
		if i := bytes.IndexAny(line, "[]"); i >= 0 {
			if !bytes.HasPrefix(line[i:], []byte("]]")) {
				return "", 0, false
			}
			words.Write(line[:i])
			block.Advance(i + len("]]"))
			return words.String(), at.Start - at.Padding + i + len("]]"), true
		}
		words.Write(line)
		block.AdvanceLine()
	}
}

// entryLink reads ID, ID#anchor, ID|text and ID#anchor|text. In tables the bar
// is written \|.
func entryLink(body string) (Link, bool) {
	target, label, labelled := strings.Cut(body, "|")
	if labelled {
		target = strings.TrimSuffix(target, `\`)
	}
	target, fragment, _ := strings.Cut(target, "#")
	link := Link{
		Form:     Entry,
		Target:   view.OneLine(target),
		Fragment: view.OneLine(fragment),
		Text:     view.OneLine(unescape(label)),
	}
	ok := link.Target != "" && (link.Text != "" || !labelled) && !strings.Contains(body, "<!--")
	return link, ok
}

var (
	faultBrokenLink = Fault{
		Code:    "broken-link",
		Message: "[[ does not begin a link",
		Hint:    `write [[ID]] or [[ID|text]]; where brackets are meant, write \[\[`,
	}
	faultSplitLink = Fault{
		Code:    "split-link",
		Message: "the bar in this link splits the cell of the table",
		Hint:    `write \| in place of | in tables`,
	}
)

// brokenEntry returns the doubt about a [[ that no link begins with.
func brokenEntry(parent ast.Node, src []byte, start int) doubt {
	f, end := faultBrokenLink, start+len("[[")
	line := src[start:min(len(src), start+maxEntry)]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if i := bytes.Index(line, []byte("]]")); i >= 0 {
		if _, cell := parent.(*extast.TableCell); cell && bytes.IndexByte(line[:i], '|') >= 0 {
			f = faultSplitLink
		}
		end = start + i + len("]]")
	}
	return doubt{start, f.at(start, end)}
}
