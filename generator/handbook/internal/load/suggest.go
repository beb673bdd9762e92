package load

import (
	"path"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// suggest returns a hint: the one of the known words that the author probably
// meant, or else all of them after the words intro.
func suggest(word string, known []string, intro string) string {
	if near, ok := meantKey(word, known); ok {
		return "did you mean “" + near + "”?"
	}
	return intro + strings.Join(known, ", ")
}

// meantKey returns the one of the known words that the author probably meant: the
// nearest, or the only one that is a part of what was written, as “cause” is of
// “root-cause”.
func meantKey(word string, known []string) (string, bool) {
	if near, ok := Nearest(word, known); ok {
		return near, true
	}
	var found []string
	for _, part := range strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return r == '-' || r == '_' }) {
		if slices.Contains(known, part) {
			found = append(found, part)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// NearestFile returns the known path that was probably meant: one to a file of that
// name elsewhere, or else the nearest.
func NearestFile(wanted string, known []string) (string, bool) {
	for _, file := range known {
		if strings.EqualFold(path.Base(file), path.Base(wanted)) {
			return file, true
		}
	}
	return Nearest(wanted, known)
}

// Nearest returns the known word that differs least from word, if it is near
// enough to have been meant.
func Nearest(word string, known []string) (string, bool) {
	best, least := "", max(2, len(word)/3)+1
	for _, candidate := range known {
		distance := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(candidate))
		if distance < least {
			best, least = candidate, distance
		}
	}
	return best, best != ""
}

func kindNames() []string {
	var names []string
	for _, kind := range record.Kinds {
		if !kind.Sealed && !kind.Markdown {
			names = append(names, kind.Name)
		}
	}
	return names
}
