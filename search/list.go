package search

import (
	"strconv"
	"unicode/utf8"
)

// list is a list of JSON that is being written.
type list struct{ data []byte }

func (l *list) size() int { return len(l.data) }

// separate begins the list, or goes on to its next element.
func (l *list) separate() {
	switch {
	case len(l.data) == 0:
		l.data = append(l.data, '[')
	case l.data[len(l.data)-1] != '[':
		l.data = append(l.data, ',')
	}
}

func (l *list) clear() { l.data = l.data[:0] }

// join adds the elements of another list.
func (l *list) join(other list) {
	l.separate()
	l.data = append(l.data, other.data[1:]...)
}

// open begins a list within the list, and end ends it.
func (l *list) open() {
	l.separate()
	l.data = append(l.data, '[')
}

func (l *list) end() { l.data = append(l.data, ']') }

// close ends the list and returns it. What is added after that begins a new one.
func (l *list) close() []byte {
	if len(l.data) == 0 {
		return []byte("[]")
	}
	data := append(l.data, ']')
	l.data = nil
	return data
}

// add adds a text that needs no escapes.
func (l *list) add(text []byte) {
	l.separate()
	l.data = append(l.data, '"')
	l.data = append(l.data, text...)
	l.data = append(l.data, '"')
}

func (l *list) addNumber(number int) {
	l.separate()
	l.data = strconv.AppendInt(l.data, int64(number), 10)
}

// addText adds any text.
func (l *list) addText(text string) {
	l.separate()
	l.data = append(l.data, '"')
	from := 0
	for at := 0; at < len(text); {
		c := text[at]
		size := 1
		switch {
		case c == '"' || c == '\\':
			l.data = append(append(l.data, text[from:at]...), '\\', c)
		case c == '<': // so that nothing runs where a browser takes the file for a page
			l.data = append(append(l.data, text[from:at]...), `\u003c`...)
		case c < 0x20:
			l.data = append(append(l.data, text[from:at]...), ' ') // no text needs it
		case c < utf8.RuneSelf:
			at++
			continue
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[at:])
			if r != '\u2028' && r != '\u2029' && (r != utf8.RuneError || size > 1) {
				at += size
				continue
			}
			l.data = append(append(l.data, text[from:at]...), ' ')
		}
		at += size
		from = at
	}
	l.data = append(append(l.data, text[from:]...), '"')
}
