package load

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// words returns a string that holds something.
func (c cell) words() (string, bool) {
	words, ok := c.data.(string)
	if !ok {
		c.wrongType("a string", c.stringHint())
		return "", false
	}
	if strings.TrimSpace(words) == "" {
		c.report(c.at(), "empty-value", c.name()+" is empty", c.emptyHint())
		return "", false
	}
	for _, r := range words {
		if isControl(r) {
			at, hint := c.escaped(r), "remove the character"
			if len(at.Text()) == len(`\r`) {
				hint = `a backslash and the sign behind it mean something else: write / in a path, and \\ for a backslash`
			}
			c.report(at, "control-character", fmt.Sprintf("%s holds the control character U+%04X", c.name(), r), hint)
			return "", false
		}
	}
	return words, true
}

// emptyHint tells what to write in place of nothing.
func (c cell) emptyHint() string {
	switch value := c.field.Value.(type) {
	case record.Chooser:
		return "write " + c.assigned(anyOf(value.Options()))
	case record.MultiChooser:
		return "write " + anyOf(value.Options())
	}
	_, refers := c.field.Value.(record.Referrer)
	switch {
	case c.field.Must && refers:
		return "write " + c.form(c.field)
	case c.field.Must:
		return "write " + inSentence(c.field.Help)
	}
	return "write something, or remove it"
}

// stringHint tells how a value that is no string becomes one.
func (c cell) stringHint() string {
	switch c.field.Value.(type) {
	case record.Chooser, record.MultiChooser:
		return c.emptyHint()
	case *record.Interval:
		return "write " + c.assigned(pattern(c.field.Value)) + ", a whole number and a unit"
	}
	switch data := c.data.(type) {
	case []any:
		if first, ok := firstString(data); ok {
			return "write a single one without brackets: " + c.assigned(strconv.Quote(first))
		}
	case int64, float64, bool, time.Time:
		return "put it in quotes: " + c.assigned(`"`+c.at().Text()+`"`)
	case map[string]any:
		return "write " + c.assigned(`"…"`) + " above the first header of the entry"
	}
	return "write a single one without brackets: " + c.assigned(`"…"`)
}

func firstString(list []any) (string, bool) {
	if len(list) == 0 {
		return "", false
	}
	first, ok := list[0].(string)
	return first, ok
}

var escape = regexp.MustCompile(`\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[^uUx])`)

// escaped returns the place of the escape that stands for the character.
func (c cell) escaped(wanted rune) source.Span {
	for _, at := range escape.FindAllStringIndex(c.inside().Text(), -1) {
		place := c.inside().Within(at[0], at[1])
		if r, _, _, err := strconv.UnquoteChar(place.Text(), '"'); err == nil && r == wanted {
			return place
		}
	}
	return c.at()
}

func (c cell) line() record.Line {
	words, ok := c.words()
	line := record.Line{At: c.inside()}
	switch {
	case !ok:
	case strings.Contains(words, "\n"):
		c.report(c.at(), "several-lines", c.name()+" must be a single line", "put it on one line")
	case strings.Contains(words, "[["):
		c.report(c.firstLink(), "link-in-plain-text", c.name()+" is plain text and cannot hold a link", "write the words without [[ and ]]")
	default:
		line.Value = words
	}
	return line
}

var entryLink = regexp.MustCompile(`\[\[(?:[^\[\]]*\]\])?`)

// firstLink returns the place of the first [[ and what belongs to it.
func (c cell) firstLink() source.Span {
	at := entryLink.FindStringIndex(c.inside().Text())
	if at == nil {
		return c.at() // written with escapes
	}
	return c.inside().Within(at[0], at[1])
}

func (c cell) text() record.Text {
	words, ok := c.words()
	if ok && c.node.Plain {
		return record.Text{Source: words, At: c.inside(), Exact: true}
	}
	return record.Text{Source: words, At: c.inside()}
}
