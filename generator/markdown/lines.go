package markdown

import (
	"iter"
	"regexp"
	"strings"
)

// lines yields every line of src with its end, and where it starts. A lone
// carriage return ends a line, too: it could hide a ::: line otherwise.
func lines(src string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for start := 0; start < len(src); {
			end := len(src)
			if i := strings.IndexAny(src[start:], "\r\n"); i >= 0 {
				end = start + i + 1
				if src[end-1] == '\r' && strings.HasPrefix(src[end:], "\n") {
					end++
				}
			}
			if !yield(start, src[start:end]) {
				return
			}
			start = end
		}
	}
}

// containers matches what can stand before the words of a line: white space,
// signs that nobody sees, and the marks of quotes, lists, definitions and
// footnotes.
var containers = regexp.MustCompile(`^(?:[\s\pZ\p{Cf}>]|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]]*\]:|:\s)*`)

// isBlockLine reports whether the first signs of the line that count are :::,
// wherever in the line they stand.
func isBlockLine(line string) bool {
	if !strings.Contains(line, ":::") {
		return false
	}
	return strings.HasPrefix(line[len(containers.FindString(line)):], ":::")
}

// fence is a code fence that is open. The zero fence is not.
type fence struct {
	mark       string // its first three signs or more
	contained  bool   // it is in a quote or a list
	start, end int    // the line that opened it
	faulty     bool   // a fault in it is reported already
}

// fenceLine matches a line that opens or closes a code fence.
var fenceLine = regexp.MustCompile("^( *)(`{3,}|~{3,})(.*)")

// fenceOf returns the code fence that the line opens, or the zero fence.
func fenceOf(line string, start int) fence {
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return fence{}
	}
	marks := containers.FindString(line)
	contained := strings.TrimSpace(marks) != ""
	rest := line
	if contained {
		rest = line[len(marks):]
	}
	m := fenceLine.FindStringSubmatch(rest)
	if m == nil || len(m[1]) > 3 || m[2][0] == '`' && strings.Contains(m[3], "`") {
		return fence{}
	}
	return fence{mark: m[2], contained: contained, start: start, end: start + len(line)}
}

func (f fence) open() bool { return f.mark != "" }

// closedBy reports whether the line closes the fence.
func (f fence) closedBy(line string) bool {
	rest := line
	if f.contained {
		rest = line[len(containers.FindString(line)):]
	}
	m := fenceLine.FindStringSubmatch(rest)
	return m != nil && len(m[1]) <= 3 && strings.HasPrefix(m[2], f.mark) && strings.TrimSpace(m[3]) == ""
}
