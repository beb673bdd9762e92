package finding

import (
	"strings"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/source"
)

const (
	widest  = 120  // columns of a line that are shown
	tabStop = 4    // columns
	nearby  = 2048 // bytes on either side of the caret: more than any window holds
)

// excerpt is a line of a file with what to write below it.
type excerpt struct {
	line           string
	indent, carets string // the spaces up to the carets, and these
}

// excerptOf returns the line on which the span starts. The carets underline
// what of the span is on that line, and one character where it is empty.
func excerptOf(at source.Span) excerpt {
	text := at.File.Text
	start := max(0, min(at.Start, len(text)))
	lineStart := strings.LastIndexByte(text[:start], '\n') + 1
	line, from, to := near(at.File.Line(at.Position().Line), start-lineStart, max(start+1, at.End)-lineStart)

	var words, indent, carets strings.Builder
	for _, c := range window(cells(line, from, to)) {
		words.WriteString(c.text)
		switch {
		case c.marked:
			carets.WriteString(strings.Repeat("^", c.width))
		case carets.Len() == 0:
			indent.WriteString(strings.Repeat(" ", c.width))
		}
	}
	return excerpt{line: words.String(), indent: indent.String(), carets: carets.String()}
}

// near cuts a very long line to the surroundings of from, so that a file
// without line ends costs no more than another.
func near(line string, from, to int) (string, int, int) {
	if len(line) <= 2*nearby {
		return line, from, to
	}
	low, high := max(0, from-nearby), min(len(line), from+nearby)
	for low > 0 && !utf8.RuneStart(line[low]) {
		low--
	}
	for high < len(line) && !utf8.RuneStart(line[high]) {
		high++
	}
	return line[low:high], from - low, to - low
}

// cell is what stands in one or more columns of the terminal, together.
type cell struct {
	text   string
	width  int
	marked bool // part of what the carets underline
}

// cells splits the line, of which the bytes from up to to are marked.
func cells(line string, from, to int) []cell {
	var all []cell
	column := 0
	for i, r := range line {
		c := cell{text: visible(string(r)), marked: i < to && i+utf8.RuneLen(r) > from}
		switch {
		case r == '\t':
			c.width = tabStop - column%tabStop
			c.text = strings.Repeat(" ", c.width)
		case joins(r) && len(all) > 0:
			last := &all[len(all)-1]
			last.text += c.text
			last.marked = last.marked || c.marked
			continue
		case joins(r):
			// A mark without a letter to sit on gets the circle that Unicode
			// suggests, else it would sit on our own bar.
			c.text, c.width = "◌"+c.text, 1
		default:
			c.width = columns(c.text)
		}
		all = append(all, c)
		column += c.width
	}
	if from >= len(line) {
		all = append(all, cell{text: " ", width: 1, marked: true})
	}
	return all
}

// window returns the cells around the marked ones that are not wider than a
// line may be, with an ellipsis where others were left out.
func window(all []cell) []cell {
	total, start, marked := 0, 0, 0
	for _, c := range all {
		if c.marked {
			if marked == 0 {
				start = total
			}
			marked += c.width
		}
		total += c.width
	}
	if total <= widest {
		return all
	}
	lead := max((widest-marked)/2, widest/6)
	low := min(max(0, start-lead), total-widest)
	high := low + widest
	before, after := cell{text: "…", width: 1}, cell{text: "…", width: 1}
	var seen []cell
	column := 0
	for _, c := range all {
		end := column + c.width
		switch {
		case low > 0 && column < low+before.width:
			before.marked = before.marked || c.marked
		case high < total && end > high-after.width:
			after.marked = after.marked || c.marked
		default:
			seen = append(seen, c)
		}
		column = end
	}
	if low > 0 {
		seen = append([]cell{before}, seen...)
	}
	if high < total {
		seen = append(seen, after)
	}
	return seen
}
