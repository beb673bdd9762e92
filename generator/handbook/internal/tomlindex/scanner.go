package tomlindex

import (
	"strconv"
	"strings"
)

// maxDepth is how deep arrays and inline tables may nest. It keeps a text of
// nothing but brackets from exhausting the stack.
const maxDepth = 10_000

// scanner reads a text from front to back. Each of its methods starts at pos
// and leaves pos behind what it has read; none moves it backwards.
type scanner struct {
	text  string
	base  int // added to every offset that leaves the scanner
	pos   int
	depth int // of the array or inline table at pos
}

// document reads the whole text into root.
func (s *scanner) document(root *Node) {
	s.skipByteOrderMark()
	table := root
	for s.skipBlank(); s.pos < len(s.text); s.skipBlank() {
		if s.peek() == '[' {
			table = s.header(root)
		} else {
			s.keyValue(table)
		}
		// There can be only a comment left, or what we did not understand.
		s.skipLine()
	}
}

// header reads a [table] or [[table]] header and returns its table, which the
// lines below it fill.
func (s *scanner) header(root *Node) *Node {
	start := s.pos
	s.accept("[")
	isArray := s.accept("[")
	path := s.dottedKey()
	closed := s.accept("]") && (!isArray || s.accept("]"))
	switch {
	case !closed || len(path) == 0:
		return &Node{} // no telling which table the lines below are for
	case isArray:
		return root.appendTable(path, s.since(start))
	default:
		return root.openTable(path, s.since(start))
	}
}

// keyValue reads key = value into table and reports whether there was one.
func (s *scanner) keyValue(table *Node) bool {
	start := s.pos
	path := s.dottedKey()
	if len(path) == 0 {
		return false
	}
	key := Range{Start: s.base + start, End: path[len(path)-1].key.End}
	if !s.accept("=") {
		return false
	}
	s.skipSpace()
	table.set(path, key, s.value())
	return true
}

// dottedKey reads a key of one or more segments, and the space around it.
func (s *scanner) dottedKey() []segment {
	var path []segment
	for {
		s.skipSpace()
		part, ok := s.segment()
		if !ok {
			return path
		}
		path = append(path, part)
		s.skipSpace()
		if !s.accept(".") {
			return path
		}
	}
}

// segment reads a bare or quoted key and reports whether there was one.
func (s *scanner) segment() (part segment, ok bool) {
	start := s.pos
	switch s.peek() {
	case '"':
		content := s.quoted().Content
		return segment{unescape(s.written(content)), s.since(start)}, true
	case '\'':
		content := s.quoted().Content
		return segment{s.written(content), s.since(start)}, true
	default:
		s.skipWhile(isBareKey)
		return segment{s.text[start:s.pos], s.since(start)}, s.pos > start
	}
}

// value reads a value of any kind. Where none is written, its range is empty.
func (s *scanner) value() *Node {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxDepth {
		s.pos = len(s.text)
	}
	switch s.peek() {
	case '"', '\'':
		return s.quoted()
	case '[':
		return s.array()
	case '{':
		return s.inlineTable()
	default:
		return s.bareValue()
	}
}

// bareValue reads a number, a boolean, or a date, which may have a space
// before its time: it goes on to whatever can stand behind a value.
func (s *scanner) bareValue() *Node {
	start := s.pos
	s.skipWhile(func(c byte) bool { return strings.IndexByte(",]}#\r\n", c) < 0 })
	trimmed := strings.TrimRight(s.text[start:s.pos], " \t")
	value := &Node{}
	value.place(Range{Start: s.base + start, End: s.base + start + len(trimmed)})
	return value
}

// array reads [a, value, array].
func (s *scanner) array() *Node {
	start := s.pos
	array := &Node{Elements: []*Node{}}
	s.accept("[")
	for s.skipSeparators(); s.pos < len(s.text) && !s.accept("]"); s.skipSeparators() {
		before := s.pos
		element := s.value()
		if s.pos == before {
			break // a bracket of another kind
		}
		array.Elements = append(array.Elements, element)
	}
	array.place(s.since(start))
	return array
}

// inlineTable reads {an = "inline", table = true}.
func (s *scanner) inlineTable() *Node {
	start := s.pos
	table := &Node{}
	s.accept("{")
	for s.skipSeparators(); s.pos < len(s.text) && !s.accept("}"); s.skipSeparators() {
		if !s.keyValue(table) {
			break
		}
	}
	table.place(s.since(start))
	return table
}

// quoted reads a string of any of the four kinds.
func (s *scanner) quoted() *Node {
	start := s.pos
	delimiter := strings.Repeat(s.text[s.pos:s.pos+1], 3)
	if s.accept(delimiter) {
		_ = s.accept("\n") || s.accept("\r\n")
	} else {
		delimiter = delimiter[:1]
		s.accept(delimiter)
	}
	content, plain := s.untilClosed(delimiter)
	return &Node{Value: s.since(start), Content: content, Plain: plain}
}

// untilClosed reads the rest of a string, closing delimiter and all. It
// returns the range before the delimiter, and whether that has no escapes.
func (s *scanner) untilClosed(delimiter string) (content Range, plain bool) {
	start, plain := s.pos, true
	escapes, oneLine := delimiter[0] == '"', len(delimiter) == 1
	for s.pos < len(s.text) && !(oneLine && s.peek() == '\n') {
		switch {
		case escapes && s.peek() == '\\':
			plain = false
			s.pos = min(s.pos+2, len(s.text))
		case s.accept(delimiter):
			// Up to two quotes may stand right before the closing three:
			// those that close are the last of the row.
			for !oneLine && s.accept(delimiter[:1]) {
			}
			content = s.since(start)
			content.End -= len(delimiter)
			return content, plain
		default:
			s.pos++
		}
	}
	return s.since(start), plain
}

// skipByteOrderMark skips what BurntSushi/toml skips at the start of a text.
func (s *scanner) skipByteOrderMark() {
	_ = s.accept("\xef\xbb\xbf") || s.accept("\xff\xfe") || s.accept("\xfe\xff")
}

// skipBlank skips space, ends of lines and comments.
func (s *scanner) skipBlank() {
	for {
		s.skipWhile(func(c byte) bool { return isSpace(c) || c == '\n' || c == '\r' })
		if s.peek() != '#' {
			return
		}
		s.skipLine()
	}
}

// skipSeparators skips whatever may stand between the elements of an array or
// the keys of an inline table.
func (s *scanner) skipSeparators() {
	for s.skipBlank(); s.accept(","); s.skipBlank() {
	}
}

// skipLine skips up to the end of the line.
func (s *scanner) skipLine() { s.skipWhile(func(c byte) bool { return c != '\n' }) }

func (s *scanner) skipSpace() { s.skipWhile(isSpace) }

func (s *scanner) skipWhile(is func(byte) bool) {
	for s.pos < len(s.text) && is(s.text[s.pos]) {
		s.pos++
	}
}

// accept skips the token and returns true if it stands at pos.
func (s *scanner) accept(token string) bool {
	if !strings.HasPrefix(s.text[s.pos:], token) {
		return false
	}
	s.pos += len(token)
	return true
}

// peek returns the byte at pos, or 0 at the end of the text.
func (s *scanner) peek() byte {
	if s.pos == len(s.text) {
		return 0
	}
	return s.text[s.pos]
}

// since returns the range from start to pos.
func (s *scanner) since(start int) Range {
	return Range{Start: s.base + start, End: s.base + s.pos}
}

// written returns the text of a range.
func (s *scanner) written(r Range) string {
	return s.text[r.Start-s.base : r.End-s.base]
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

func isBareKey(c byte) bool {
	return c == '-' || c == '_' ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// toGo turns TOML's escapes into those of Go: Go has no \e, and its \x names a
// byte where TOML's names a character.
var toGo = strings.NewReplacer(`\\`, `\\`, `\e`, `\u001b`, `\x`, `\u00`)

// unescape returns what the content of a basic string stands for; of a faulty
// one, the content.
func unescape(content string) string {
	if name, err := strconv.Unquote(`"` + toGo.Replace(content) + `"`); err == nil {
		return name
	}
	return content
}
