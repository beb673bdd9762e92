package load

import (
	"regexp"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// claim says what an entry of a register is, by its ID.
type claim uint8

const (
	isOwn       claim = iota // an entry of the author's
	isGiven                  // one that ships with Annex, which the author fills in
	isFilled                 // one that ships with Annex and is filled in already
	isPretended              // one that has the form of those that ship with Annex, but is none
	isUnasked                // one of a framework that ships with Annex, which annex.toml does not ask for
)

// entryFor returns the entry that the table fills in, and what it claims to be.
func (l *loader) entryFor(t table, kind *record.Kind) (record.Record, claim) {
	id, _ := t.data["id"].(string)
	known := l.ids[lower(id)]
	switch {
	case id == "":
		return kind.Create(), isOwn
	case l.given[lower(id)] && known.Head().Kind == kind && !known.Head().Authored:
		return known, isGiven
	case l.given[lower(id)] && known.Head().Kind == kind:
		return kind.Create(), isFilled
	case !l.given[lower(id)] && l.isUnasked(kind, id):
		return kind.Create(), isUnasked
	case !l.given[lower(id)] && kind.Given != nil && hasFormOf(kind.Given(), id):
		return kind.Create(), isPretended
	}
	return kind.Create(), isOwn
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
