package markdown

import (
	"bytes"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// HTML in a text is left out: only its comments are, as intended. What stands
// in a comment reaches no page, wherever the comment ends.

var (
	faultRawHTML = Fault{
		Level:   finding.Warning,
		Code:    "raw-html",
		Message: "HTML is left out",
		Hint:    "use Markdown; to show HTML, put it into code",
	}
	faultOpenComment = Fault{
		Code:    "open-comment",
		Message: "this comment is not closed in its paragraph",
		Hint:    "close it with -->; a comment over several paragraphs starts on a line of its own",
	}
	faultAfterComment = Fault{
		Level:   finding.Warning,
		Code:    "raw-html",
		Message: "what follows a comment on its last line is left out",
		Hint:    "put it on the next line",
	}
)

var openComment, closeComment = []byte("<!--"), []byte("-->")

// htmlBlocks reads blocks of HTML. A comment with words after it on its line is
// not one: it is part of a paragraph.
type htmlBlocks struct{ parser.BlockParser }

func (p htmlBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if words := bytes.TrimLeft(line, " "); bytes.HasPrefix(words, openComment) {
		_, after, closed := bytes.Cut(words, closeComment)
		if closed && len(bytes.TrimSpace(after)) > 0 {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// inlineHTML reads HTML among words. A comment that does not end in its block
// takes the rest of the block with it.
type inlineHTML struct{ parser.InlineParser }

func (p inlineHTML) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	lineNumber, position := block.Position()
	if node := p.InlineParser.Parse(parent, block, pc); node != nil || !bytes.HasPrefix(line, openComment) {
		return node
	}
	block.SetPosition(lineNumber, position)
	for rest := line; rest != nil; rest, _ = block.PeekLine() {
		block.AdvanceLine()
	}
	seen := sightingsOf(pc)
	seen.faults = append(seen.faults, faultOpenComment.at(at.Start, at.Start+len(openComment)))
	return ast.NewRawHTML()
}

// blockFaults returns the faults of a block of HTML.
func blockFaults(n *ast.HTMLBlock, src []byte) []Fault {
	if n.Lines().Len() == 0 {
		return nil
	}
	first := n.Lines().At(0)
	last := n.Lines().At(n.Lines().Len() - 1)
	if n.HTMLBlockType != ast.HTMLBlockType2 {
		end := last.Stop
		if n.HasClosure() {
			end = n.ClosureLine.Stop
		}
		return []Fault{faultRawHTML.at(trim(src, first.Start, end))}
	}
	if !n.HasClosure() {
		if !bytes.Contains(src[first.Start:first.Stop], closeComment) {
			start, _ := trim(src, first.Start, first.Stop)
			return []Fault{faultOpenComment.at(start, start+len(openComment))}
		}
		return nil
	}
	closing := n.ClosureLine.Start + bytes.Index(src[n.ClosureLine.Start:n.ClosureLine.Stop], closeComment)
	if start, end := trim(src, closing+len(closeComment), n.ClosureLine.Stop); start < end {
		return []Fault{faultAfterComment.at(start, end)}
	}
	return nil
}

// trim returns the stretch of src without white space around it.
func trim(src []byte, start, end int) (int, int) {
	end = start + len(bytes.TrimRight(src[start:end], " \t\r\n"))
	start = end - len(bytes.TrimLeft(src[start:end], " \t\r\n"))
	return start, end
}

// inlineFaults returns the faults of HTML among words: a tag that closes is
// reported with the one that opens.
func inlineFaults(n *ast.RawHTML, src []byte) []Fault {
	if n.Segments.Len() == 0 {
		return nil
	}
	start, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
	if tag := src[start:end]; bytes.HasPrefix(tag, openComment) || bytes.HasPrefix(tag, []byte("</")) {
		return nil
	}
	return []Fault{faultRawHTML.at(start, end)}
}
