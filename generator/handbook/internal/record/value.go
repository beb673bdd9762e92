package record

import (
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// Value is what a field holds. Each type of value below is one way to write
// something down.
type Value interface {
	IsSet() bool       // whether the author wrote it
	Span() source.Span // where
}

// Written reports whether the author wrote something for the value, be it that
// it could not be read. In the part of an edition, which knows no places, it
// reports whether the part holds something.
func Written(v Value) bool { return v.IsSet() || v.Span().Known() }

// Line is plain words on one line.
type Line struct {
	Value string
	At    source.Span
}

// Lines is a list of plain words. An empty list is one that somebody wrote: it
// says that there is nothing.
type Lines struct {
	Items   []Line
	At      source.Span
	Written bool
}

// Text is Markdown: a field of a register or the body of a document.
type Text struct {
	Source string             // as the reader at hand may read it
	At     source.Span        // where it is written
	Exact  bool               // each byte of Source stands at the same offset of At
	Whole  bool               // a document with anchors and footnotes, not a field of a register
	Parsed *markdown.Document // what Source says
}

// Texts is a list of pieces of Markdown.
type Texts struct {
	Items []Text
	At    source.Span
}

// Date is a day.
type Date struct {
	Day time.Time // midnight UTC
	At  source.Span
}

// Flag is yes or no.
type Flag struct {
	Value bool
	At    source.Span
	set   bool
}

// Number is a whole number.
type Number struct {
	Value int
	At    source.Span
	set   bool
}

// NewFlag returns a flag that somebody set.
func NewFlag(value bool, at source.Span) Flag { return Flag{Value: value, At: at, set: true} }

// NewNumber returns a number that somebody wrote.
func NewNumber(value int, at source.Span) Number { return Number{Value: value, At: at, set: true} }

func (v *Line) IsSet() bool   { return v.Value != "" }
func (v *Lines) IsSet() bool  { return v.Written || len(v.Items) > 0 }
func (v *Text) IsSet() bool   { return v.Source != "" }
func (v *Texts) IsSet() bool  { return len(v.Items) > 0 }
func (v *Date) IsSet() bool   { return !v.Day.IsZero() }
func (v *Flag) IsSet() bool   { return v.set }
func (v *Number) IsSet() bool { return v.set }

func (v *Line) Span() source.Span   { return v.At }
func (v *Lines) Span() source.Span  { return v.At }
func (v *Text) Span() source.Span   { return v.At }
func (v *Texts) Span() source.Span  { return v.At }
func (v *Date) Span() source.Span   { return v.At }
func (v *Flag) Span() source.Span   { return v.At }
func (v *Number) Span() source.Span { return v.At }

// Place returns the span of the bytes of the text from start up to end. Where
// escapes make its offsets differ from the file's, it looks for the words
// themselves, and failing that returns the whole text.
func (v *Text) Place(start, end int) source.Span {
	if v.Exact {
		return v.At.Within(start, end)
	}
	words, written := v.Source[start:end], v.At.Text()
	if words == "" || strings.Count(written, words) != strings.Count(v.Source, words) {
		return v.At
	}
	at := 0
	for range strings.Count(v.Source[:start], words) {
		at += strings.Index(written[at:], words) + len(words)
	}
	at += strings.Index(written[at:], words)
	return v.At.Within(at, at+len(words))
}

// After reports whether the date lies after day; an unset date never does.
func (v Date) After(day time.Time) bool { return v.IsSet() && v.Day.After(day) }

// Before reports whether the date lies before day; an unset date never does.
func (v Date) Before(day time.Time) bool { return v.IsSet() && v.Day.Before(day) }
