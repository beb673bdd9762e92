package record

import (
	"slices"

	"github.com/annex-isms/annex/generator/source"
)

// Option is one of the words that a choice allows.
type Option struct {
	Word     string   // as authors write it
	Label    string   // as readers see it, in English
	Help     string   // what it means, where the word alone does not say
	Tone     Tone     // how a badge shows it
	Synonyms []string // other words that mean the same
}

// Tone is the shape and colour of a badge.
type Tone string

// The tones.
const (
	Plain   Tone = ""     // no badge, words only
	Good    Tone = "ok"   // disc: done, in place
	Partly  Tone = "part" // half disc
	Planned Tone = "plan" // ring
	Due     Tone = "due"  // diamond
	Bad     Tone = "bad"  // triangle: overdue, missing
	None    Tone = "none" // dash: does not apply
)

// Enum is a type of words of which an author chooses.
type Enum interface {
	~string
	Options() []Option
}

// Choice is one word of an Enum.
type Choice[T Enum] struct {
	Value T
	At    source.Span
}

// Choices is any number of words of an Enum, each at most once.
type Choices[T Enum] struct {
	Items  []Choice[T]
	At     source.Span
	unread bool // one of the words could not be read
}

// Chooser is a Choice of any Enum.
type Chooser interface {
	Value
	Options() []Option
	Chosen() (Option, bool)
	Choose(Option, source.Span)
}

// MultiChooser is Choices of any Enum.
type MultiChooser interface {
	Value
	Options() []Option
	AllChosen() []Option
	AddChoice(Option, source.Span)
	SetSpan(source.Span)
}

// FindOption returns the option that word means, be it by a synonym.
func FindOption(options []Option, word string) (Option, bool) {
	for _, option := range options {
		if option.Word == word || slices.Contains(option.Synonyms, word) {
			return option, true
		}
	}
	return Option{}, false
}

// NewChoice returns the choice of value, made nowhere in particular.
func NewChoice[T Enum](value T) Choice[T] { return Choice[T]{Value: value} }

func (c *Choice[T]) IsSet() bool       { return c.Value != "" }
func (c *Choice[T]) Span() source.Span { return c.At }

// Options lists what may be chosen.
func (c *Choice[T]) Options() []Option { var enum T; return enum.Options() }

// Chosen returns what was chosen.
func (c *Choice[T]) Chosen() (Option, bool) { return FindOption(c.Options(), string(c.Value)) }

// Choose records a choice and where it was written.
func (c *Choice[T]) Choose(option Option, at source.Span) { c.Value, c.At = T(option.Word), at }

func (c *Choices[T]) IsSet() bool       { return len(c.Items) > 0 }
func (c *Choices[T]) Span() source.Span { return c.At }

// Options lists what may be chosen.
func (c *Choices[T]) Options() []Option { var enum T; return enum.Options() }

// AllChosen returns what was chosen, in the author's order.
func (c *Choices[T]) AllChosen() []Option {
	var chosen []Option
	for i := range c.Items {
		if option, ok := c.Items[i].Chosen(); ok {
			chosen = append(chosen, option)
		}
	}
	return chosen
}

// AddChoice records one more choice and where it was written; an empty option
// stands for a word that could not be read.
func (c *Choices[T]) AddChoice(option Option, at source.Span) {
	if option.Word == "" {
		c.unread = true
		return
	}
	c.Items = append(c.Items, Choice[T]{Value: T(option.Word), At: at})
}

// SetSpan records where the whole list is written.
func (c *Choices[T]) SetSpan(at source.Span) { c.At = at }

// Lacks reports whether the author chose others, but not value.
func (c *Choices[T]) Lacks(value T) bool { return c.IsSet() && !c.Has(value) && !c.unread }

// Has reports whether value was chosen.
func (c *Choices[T]) Has(value T) bool {
	return slices.ContainsFunc(c.Items, func(item Choice[T]) bool { return item.Value == value })
}
