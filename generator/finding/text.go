package finding

import (
	"bytes"
	"fmt"
	"strings"
)

// Summary says in a few words how much was found.
func (l List) Summary() string {
	var counts []string
	for _, level := range []Level{Error, Warning, Note} {
		switch count := l.Count(level); count {
		case 0:
		case 1:
			counts = append(counts, "1 "+level.String())
		default:
			counts = append(counts, fmt.Sprintf("%d %ss", count, level))
		}
	}
	if waived := len(l.Waived()); waived > 0 {
		counts = append(counts, fmt.Sprintf("%d waived", waived))
	}
	if len(counts) == 0 {
		return "nothing to report"
	}
	return strings.Join(counts, ", ")
}

// text returns the findings that stand as a person reads them.
func (l List) text(how Writing) []byte {
	var b bytes.Buffer
	for i, f := range l.Standing() {
		if i > 0 {
			b.WriteByte('\n')
		}
		f.text(&b, how)
	}
	return b.Bytes()
}

func (f Finding) text(b *bytes.Buffer, how Writing) {
	p := how.place(f.At)
	if p.file != "" {
		b.WriteString(visible(p.file))
		if p.hasLine() {
			fmt.Fprintf(b, ":%d:%d", p.start.Line, p.start.Column)
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(b, "%s: %s %s\n", how.paint(loud(f.Level), f.Level.String()),
		visible(f.Message), how.paint(dim, "["+visible(f.Code)+"]"))
	if p.hasLine() {
		e := excerptOf(f.At)
		number := fmt.Sprint(p.start.Line)
		fmt.Fprintln(b, strings.TrimRight("  "+number+" | "+e.line, " "))
		fmt.Fprintf(b, "  %*s | %s%s\n", len(number), "", e.indent, how.paint(loud(f.Level), e.carets))
	}
	if f.Hint != "" {
		fmt.Fprintf(b, "  hint: %s\n", visible(f.Hint))
	}
}

// style is the number, or the numbers, of an ANSI "select graphic rendition".
type style string

const dim style = "2"

// loud returns the style of a level's word: bold red, yellow or blue.
func loud(level Level) style {
	switch level {
	case Error:
		return "1;31"
	case Warning:
		return "1;33"
	default:
		return "1;34"
	}
}

func (how Writing) paint(s style, text string) string {
	if !how.Colour {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}
