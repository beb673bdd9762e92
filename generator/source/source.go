// Package source knows where words were written: it turns an offset in a file
// into the line and column that an author can go to.
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is one file of the content as text: valid UTF-8 with LF line ends.
type File struct {
	Name  string // slash-separated, relative to the content's folder
	Text  string
	lines func() []int // offset of the first byte of each line, found out when first asked for
}

// NewFile returns a file of that name and text.
func NewFile(name, text string) *File {
	return &File{Name: name, Text: text, lines: sync.OnceValue(func() []int { return linesOf(text) })}
}

func linesOf(text string) []int {
	lines := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// Position is a place that a person can find: both numbers count from 1, the
// column in characters.
type Position struct {
	Line, Column int
}

// Position returns the place of the byte at offset.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Text)))
	lines := f.lines()
	line := sort.SearchInts(lines, offset+1) - 1
	return Position{Line: line + 1, Column: utf8.RuneCountInString(f.Text[lines[line]:offset]) + 1}
}

// Line returns the text of the line of that number, without its end; it is
// empty where the file has no such line.
func (f *File) Line(number int) string {
	text := f.Text
	if number != 1 { // which needs no search
		lines := f.lines()
		if number < 1 || number > len(lines) {
			return ""
		}
		text = text[lines[number-1]:]
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// Span is a stretch of a file: the bytes from Start up to but not including
// End. The zero Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// Known reports whether the span is somewhere.
func (s Span) Known() bool { return s.File != nil }

// Position returns the place where the span starts.
func (s Span) Position() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.Start)
}

// Text returns the words that the span covers.
func (s Span) Text() string {
	if s.File == nil || s.Start < 0 || s.End > len(s.File.Text) || s.Start > s.End {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Within returns the part of the span from start up to end, both counted from
// the start of the span.
func (s Span) Within(start, end int) Span {
	return Span{File: s.File, Start: s.Start + start, End: s.Start + end}
}
