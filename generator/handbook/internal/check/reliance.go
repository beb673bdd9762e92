package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// relying are the kinds that rely on a control: without it, what they say would
// not hold. Those that look at controls, as an audit does, or compare them, as a
// mapping does, do not.
var relying = []string{"risk", "obligation", "requirement", "document", "activity", "process", "supplier", "metric", "evidence"}

// relyOn returns the entries that rely on the control.
func (h *survey) relyOn(c *record.Control) []record.Record { return h.usersOf(c, relying) }

// usersOf returns the entries of those kinds that refer to r, each once, and none
// that is settled.
func (h *survey) usersOf(r record.Record, kinds []string) []record.Record {
	var users []record.Record
	for _, link := range h.LinksTo(r) {
		if slices.Contains(kinds, link.From.Head().Kind.Name) && !record.Settled(link.From) && !slices.Contains(users, link.From) {
			users = append(users, link.From)
		}
	}
	return users
}

// isReferredTo reports whether an entry of one of those kinds refers to r.
func (h *survey) isReferredTo(r record.Record, kinds ...string) bool {
	for _, link := range h.LinksTo(r) {
		if slices.Contains(kinds, link.From.Head().Kind.Name) {
			return true
		}
	}
	return false
}
