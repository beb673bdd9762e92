package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// codeSpan is code among words, codeBlock code on lines of its own.
type (
	codeSpan struct {
		ast.BaseInline
		text string
	}
	codeBlock struct {
		ast.BaseBlock
		language string // as it is written, may be empty
		text     string
	}
)

var (
	kindCodeSpan  = ast.NewNodeKind("PlainCodeSpan")
	kindCodeBlock = ast.NewNodeKind("PlainCodeBlock")
)

func (n *codeSpan) Kind() ast.NodeKind          { return kindCodeSpan }
func (n *codeSpan) Dump(src []byte, level int)  { ast.DumpHelper(n, src, level, nil, nil) }
func (n *codeBlock) Kind() ast.NodeKind         { return kindCodeBlock }
func (n *codeBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// spanText returns the text of code among words. In tables the bar is written
// \| there, too.
func spanText(n *ast.CodeSpan, src []byte) string {
	var text strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if words, ok := c.(*ast.Text); ok {
			text.Write(words.Segment.Value(src))
		}
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if _, cell := p.(*extast.TableCell); cell {
			return strings.ReplaceAll(text.String(), `\|`, "|")
		}
	}
	return strings.ReplaceAll(text.String(), "\n", " ")
}

var faultOpenCode = Fault{
	Level:   finding.Warning,
	Code:    "open-fence",
	Message: "this code does not end, so that all below it is code",
	Hint:    "put a line with the same signs where it ends",
}

// openFence returns the fault of a block of code that nothing closes before the
// text ends.
func openFence(n *ast.FencedCodeBlock, src []byte) []Fault {
	if n.Lines().Len() == 0 {
		return nil
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	if len(bytes.TrimSpace(src[last.Stop:])) > 0 {
		return nil // what closes it, or what it stands in
	}
	end := max(0, bytes.LastIndexByte(src[:first.Start], '\n'))
	start := 1 + bytes.LastIndexByte(src[:end], '\n')
	return []Fault{faultOpenCode.at(trim(src, start, end))}
}

// blockText returns the text of a block of code.
func blockText(n ast.Node, src []byte) string { return string(n.Lines().Value(src)) }

// Longer code is shown plain, and so is code that takes longer than anything
// an author writes by hand: how long a language's patterns take is not bounded.
const (
	maxCode     = 100_000 // bytes
	maxCodeTime = 10 * time.Second
)

// languageName matches what may follow "language-" in a class.
var languageName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9+#._-]{0,30}$`)

// highlight returns the code in pieces, each with the class of what it is. It
// returns nothing where the language is unknown or the code too long.
func highlight(language, code string) (pieces []chroma.Token) {
	if len(code) > maxCode || !languageName.MatchString(language) {
		return nil
	}
	lexer := lexers.Get(language)
	if lexer == nil {
		return nil
	}
	// Some lexers give up with a panic. Then the code is shown plain.
	defer func() {
		if recover() != nil {
			pieces = nil
		}
	}()
	next, err := lexer.Tokenise(nil, code)
	if err != nil {
		return nil
	}
	length := 0
	for start, token := time.Now(), next(); token != chroma.EOF; token = next() {
		if time.Since(start) > maxCodeTime || !strings.HasPrefix(code[length:], token.Value) {
			return nil
		}
		length += len(token.Value)
		pieces = append(pieces, token)
	}
	if length != len(code) {
		return nil
	}
	return pieces
}

// codeClass returns the class of a kind of token, or that of the nearest kind
// which it belongs to.
func codeClass(kind chroma.TokenType) string {
	for ; kind != 0; kind = kind.Parent() {
		if class, known := chroma.StandardTypes[kind]; known {
			return class
		}
	}
	return ""
}
