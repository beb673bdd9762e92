package load

import (
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// claim says what an entry of a register is, by its ID.
type claim uint8

const (
	isOwn       claim = iota // an entry of the author's
	isGiven                  // one that ships with Annex, which the author fills in
	isFilled                 // one that ships with Annex and is filled in already
	isPretended              // one that has the form of those that ship with Annex, but is none
)

// entryFor returns the entry that the table fills in, and what it claims to be.
func (l *loader) entryFor(t table, kind *record.Kind) (record.Record, claim) {
	id, _ := t.data["id"].(string)
	switch {
	case kind.Given == nil || id == "":
		return kind.Create(), isOwn
	case !l.given[lower(id)]:
		if hasFormOf(kind.Given(), id) {
			return kind.Create(), isPretended
		}
		return kind.Create(), isOwn
	}
	known := l.ids[lower(id)]
	if known.Head().Kind == kind && !known.Head().Authored {
		return known, isGiven
	}
	for _, fresh := range kind.Given() {
		if strings.EqualFold(fresh.Head().ID.Value, id) {
			fresh.Head().Kind = kind
			return fresh, isFilled
		}
	}
	return kind.Create(), isOwn // the given ID is one of another kind
}

var numbers = regexp.MustCompile(`[0-9]+`)

// hasFormOf reports whether the ID differs from those of the given entries in
// its numbers alone.
func hasFormOf(given []record.Record, id string) bool {
	form := numbers.ReplaceAllString(lower(id), "0")
	for _, r := range given {
		if numbers.ReplaceAllString(lower(r.Head().ID.Value), "0") == form {
			return true
		}
	}
	return false
}
