package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/annex-isms/annex/generator/view"
)

// Plain returns the words of the text alone, one block per line, for search and
// for descriptions.
func (d *Document) Plain(r Resolver) string {
	t := d.tree()
	s := speller{source: t.source, resolve: r}
	s.node(t.root)
	var plain strings.Builder
	for line := range strings.Lines(s.words.String()) {
		if line = view.OneLine(line); line != "" {
			plain.WriteString(line + "\n")
		}
	}
	return strings.TrimSuffix(plain.String(), "\n")
}

// wordsOf returns the words below n on one line.
func (t *tree) wordsOf(n ast.Node, r Resolver) string {
	s := speller{source: t.source, resolve: r}
	s.node(n)
	return view.OneLine(s.words.String())
}

// speller collects words.
type speller struct {
	source  []byte
	resolve Resolver
	words   strings.Builder
}

func (s *speller) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		s.words.WriteString(unescape(string(n.Segment.Value(s.source))))
		if n.SoftLineBreak() || n.HardLineBreak() {
			s.words.WriteByte(' ')
		}
	case *ast.String:
		s.words.Write(n.Value)
	case *codeSpan:
		s.words.WriteString(n.text)
	case *codeBlock:
		s.words.WriteString(n.text)
	case *entryNode:
		s.words.WriteString(s.resolve.of(n.link).Text)
	case *linkNode:
		if !n.HasChildren() {
			s.words.WriteString(s.resolve.of(n.link).Text)
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.node(c)
	}
	switch n.(type) {
	case *extast.TableCell:
		s.words.WriteByte(' ')
	default:
		if n.Type() == ast.TypeBlock {
			s.words.WriteByte('\n')
		}
	}
}

// unescape returns the words that are meant by words as they are written:
// without the backslashes before punctuation, and with characters in place of
// their names and numbers.
func unescape(raw string) string {
	if !strings.ContainsAny(raw, `\&`) {
		return raw
	}
	var words strings.Builder
	for i := 0; i < len(raw); {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			words.WriteByte(raw[i+1])
			i += 2
			continue
		case raw[i] == '&':
			if character, length := reference(raw[i:]); length > 0 {
				words.WriteString(character)
				i += length
				continue
			}
		}
		words.WriteByte(raw[i])
		i++
	}
	return words.String()
}

// maxReference is the length of the longest name of a character, with & and ;.
const maxReference = 34

// reference returns the character that &name; or &#number; at the start of raw
// means, and how long that is; it is zero long where there is none.
func reference(raw string) (character string, length int) {
	end := strings.IndexByte(raw[:min(len(raw), maxReference)], ';')
	if end < 0 {
		return "", 0
	}
	name := raw[1:end]
	number, numbered := strings.CutPrefix(name, "#")
	if !numbered {
		entity, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(entity.Characters), end + 1
	}
	base, digits := 10, 7
	if hex := strings.TrimLeft(number, "xX"); len(hex) == len(number)-1 {
		number, base, digits = hex, 16, 6
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || len(number) > digits {
		return "", 0
	}
	character = string(rune(code))
	if code == 0 || !utf8.ValidRune(rune(code)) || isControl(rune(code)) && !strings.Contains("\n\t", character) {
		character = string(utf8.RuneError)
	}
	return character, end + 1
}

// isControl reports whether the character is for machines: no text needs it, one
// of them marks the way to a site's root, and some show what follows in the other
// direction or not at all.
func isControl(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0xE0000 && r <= 0xE007F
}
