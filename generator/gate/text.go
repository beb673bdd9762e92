package gate

import "strings"

// read lets the reader go through the text.
func (t Text) read(r reader) {
	switch {
	case t.File != "":
		r.file(t.File, t.Words)
	case t.Markdown:
		r.markdown(t.Words)
	default:
		r.plain(t.Words, 0)
	}
}

// plain reads text in which every sign stands for itself.
func (r *reader) plain(text string, offset int) {
	for i := 0; i < len(text); {
		length := r.word(text[i:], offset+i)
		if length == 0 {
			length = r.skip(text[i:])
		}
		i += length
	}
}

// markdown reads Markdown as its readers see it: without the addresses of links
// and without the IDs before the words of links to entries. An empty line ends a
// run, as it does a paragraph, and so does the bar between two cells of a table,
// unless runs go across.
func (r *reader) markdown(text string) {
	for i := 0; i < len(text); {
		if length := r.word(text[i:], i); length > 0 {
			i += length
			continue
		}
		length := r.skip(text[i:])
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, "]("):
			length = through(rest, ")")
		case strings.HasPrefix(rest, "[^"):
			length = through(rest, "]")
		case strings.HasPrefix(rest, "[["):
			if bar := strings.IndexByte(rest[:through(rest, "]]")], '|'); bar > 0 {
				length = bar + 1
			}
		case rest[0] == '&':
			length = reference(rest)
		case rest[0] == '|' && (i == 0 || text[i-1] != '\\') && !r.across:
			r.pause() // the cells of a table are no one text
		case rest[0] == '\n' && strings.TrimLeft(line(rest[1:]), " \t") == "" && !r.across:
			r.pause()
		}
		i += length
	}
}

// through returns how long text is up to the end of what ends it on the same
// line; one where nothing does.
func through(text, end string) int {
	first := line(text)
	if at := strings.Index(first, end); at >= 0 {
		return at + len(end)
	}
	return 1
}

// line returns the first line of text.
func line(text string) string {
	if end := strings.IndexByte(text, '\n'); end >= 0 {
		return text[:end]
	}
	return text
}

// reference returns how long the name or number of a sign is that text starts
// with, such as &amp; — one where it is just &.
func reference(text string) int {
	const most = 12
	end := strings.IndexByte(text[:min(most, len(text))], ';')
	for i := 1; i < end; i++ {
		if !isAlphanumeric(text[i]) && text[i] != '#' {
			return 1
		}
	}
	return max(end+1, 1)
}
