package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// samePerson returns who acts in both roles: the role where they are one and the
// same, or else the key of a person who holds both. It is empty where nobody does.
func (h *survey) samePerson(a, b *record.Ref[record.Role]) string {
	if a.IsSet() && a.ID == b.ID {
		return a.ID
	}
	return inBoth(h.holdersOf(a.ID), h.holdersOf(b.ID))
}

// holdersOf returns the keys of those who hold the role.
func (h *survey) holdersOf(role string) []string {
	if r, ok := h.find(role).(*record.Role); ok {
		return words(r.Holders)
	}
	return nil
}

func words(lines record.Lines) []string {
	var words []string
	for _, line := range lines.Items {
		words = append(words, line.Value)
	}
	return words
}

// inBoth returns the first word that stands in both lists, or nothing.
func inBoth(a, b []string) string {
	for _, word := range a {
		if word != "" && slices.Contains(b, word) {
			return word
		}
	}
	return ""
}

// find returns the entry of that ID, or nil.
func (h *survey) find(id string) record.Record {
	r, _ := h.Find(id)
	return r
}
