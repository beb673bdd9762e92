package gate

import (
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// file reads what a file shows, as its name says that it is to be read.
func (r *reader) file(name, text string) {
	switch path.Ext(strings.TrimSuffix(name, ".gz")) {
	case ".html", ".xml", ".svg":
		r.markup(text)
	case ".json", ".js", ".webmanifest":
		r.literals(text)
	case ".csv":
		r.cells(text)
	case ".docx", ".xlsx", ".pptx":
		r.office(text)
	default:
		r.plain(text, 0)
	}
}

// markup reads HTML and XML: the words between tags, which go on over tags that
// part no words, and besides the value of each attribute for itself.
func (r *reader) markup(text string) {
	attributes := reader{visit: r.visit, only: r.only}
	for i := 0; i < len(text); {
		if length := r.word(text[i:], i); length > 0 {
			i += length
			continue
		}
		switch rest := text[i:]; {
		case rest[0] == '&':
			i += reference(rest)
		case strings.HasPrefix(rest, "<!--"):
			attributes.pause()
			attributes.plain(rest[:endOf(rest, "-->")], i)
			i += endOf(rest, "-->")
		case rest[0] == '<':
			name, length := attributes.tag(rest, i)
			i += length
			if !inline(name) {
				r.pause()
			}
			if name == "script" || name == "style" {
				end := endOf(text[i:], "</")
				attributes.literals(text[i : i+end])
				i += end - len("</")
			}
		default:
			i += r.skip(rest)
		}
	}
}

// endOf returns how long text is up to the end of what ends it.
func endOf(text, end string) int {
	if at := strings.Index(text, end); at >= 0 {
		return at + len(end)
	}
	return len(text)
}

// tag reads the values of the attributes of the tag at the start of text, and
// returns its name and how long it is.
func (r *reader) tag(text string, offset int) (name string, length int) {
	i := 1
	for i < len(text) && (isAlphanumeric(text[i]) || text[i] == '/' && i == 1) {
		i++
	}
	name = strings.TrimPrefix(text[1:i], "/")
	for i < len(text) && text[i] != '>' {
		quote := text[i]
		if quote != '"' && quote != '\'' {
			i++
			continue
		}
		end := i + 1 + strings.IndexByte(text[i+1:], quote)
		if end <= i {
			return name, len(text)
		}
		r.pause()
		r.value(text[i+1:end], offset+i+1)
		i = end + 1
	}
	return name, min(i+1, len(text))
}

// value reads the value of an attribute.
func (r *reader) value(text string, offset int) {
	for i := 0; i < len(text); {
		length := r.word(text[i:], offset+i)
		switch {
		case length > 0:
		case text[i] == '&':
			length = reference(text[i:])
		default:
			length = r.skip(text[i:])
		}
		i += length
	}
}

// inline reports whether the tags of an element part no words.
func inline(name string) bool {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
		"samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr":
		return true
	}
	return false
}

// literals reads JSON and scripts: each string is a text of its own.
func (r *reader) literals(text string) {
	if strings.Contains(text, `\u`) {
		text = numbered.ReplaceAllStringFunc(text, character)
	}
	r.pause()
	for i := 0; i < len(text); {
		if length := r.word(text[i:], i); length > 0 {
			i += length
			continue
		}
		switch text[i] {
		case '\\':
			i = min(i+2, len(text))
		case '"':
			r.pause()
			i++
		default:
			i += r.skip(text[i:])
		}
	}
	r.pause()
}

// cells reads CSV: each cell is a text of its own.
func (r *reader) cells(text string) {
	quoted := false
	for i := 0; i < len(text); {
		if length := r.word(text[i:], i); length > 0 {
			i += length
			continue
		}
		switch text[i] {
		case '"':
			quoted = !quoted
		case ',', ';', '\n':
			if !quoted {
				r.pause()
			}
		}
		i += r.skip(text[i:])
	}
	r.pause()
}

// numbered is a sign, or a pair that stands for one, by its number.
var numbered = regexp.MustCompile(`\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})`)

// character returns the sign that is meant by its number.
func character(escape string) string {
	var units []uint16
	for number := range strings.SplitSeq(escape[2:], `\u`) {
		unit, _ := strconv.ParseUint(number, 16, 16) // the pattern lets nothing else pass
		units = append(units, uint16(unit))
	}
	return string(utf16.Decode(units))
}
