// Package finding holds what Annex has to tell an author about the content:
// the place, what is wrong, how to mend it, and a stable code.
package finding

import (
	"cmp"
	"slices"
	"time"

	"github.com/annex-isms/annex/generator/source"
)

// Level says how much a finding weighs. The zero level is Error.
type Level uint8

// The levels, from heavy to light.
const (
	Error   Level = iota // a fault of form or a contradiction: nothing is published
	Warning              // what time alone causes, and gaps
	Note                 // worth knowing
)

// String returns the word that stands in messages.
func (l Level) String() string {
	switch l {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Finding is one thing that Annex found in the content.
type Finding struct {
	Level   Level
	Code    string // stable, lower case with hyphens: "unknown-control"
	Message string // what is wrong: lower case, no full stop
	Hint    string // how to mend it; may be empty
	At      source.Span
	Entries []string // the IDs of the entries that it is about, the one at fault first; none where it is about the site
	Waiver  *Waiver  // why it may stand for a while; nil where nobody decided so
}

// Waiver is a decision to let a finding stand for a while.
type Waiver struct {
	ID       string
	Reason   string // in plain words
	Approver string // a role
	Until    time.Time
}

// List is what was found, with what was waived among it.
type List []Finding

// Standing returns the findings that nobody waived.
func (l List) Standing() List {
	return slices.DeleteFunc(slices.Clone(l), func(f Finding) bool { return f.Waiver != nil })
}

// Waived returns the findings that somebody waived.
func (l List) Waived() List {
	return slices.DeleteFunc(slices.Clone(l), func(f Finding) bool { return f.Waiver == nil })
}

// HasErrors reports whether anything found forbids publishing.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count returns how many findings of that level stand.
func (l List) Count(level Level) int {
	count := 0
	for _, f := range l {
		if f.Level == level && f.Waiver == nil {
			count++
		}
	}
	return count
}

// Sort puts the findings in file order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(fileName(a), fileName(b)),
			cmp.Compare(a.At.Start, b.At.Start),
			cmp.Compare(a.Level, b.Level),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// Strict returns the findings with every warning raised to an error.
func (l List) Strict() List {
	strict := slices.Clone(l)
	for i := range strict {
		if strict[i].Level == Warning {
			strict[i].Level = Error
		}
	}
	return strict
}

func fileName(f Finding) string {
	if f.At.File == nil {
		return ""
	}
	return f.At.File.Name
}
