package load

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var idPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// reserved are names that Windows gives to devices, and the name of the page
// that lists a kind.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(\.|$)`)

// checkID reports whether an entry can be kept under its ID, and why not.
func (l *loader) checkID(head *record.Entry) bool {
	id := head.ID.Value
	if id == "" {
		return false // reported already: missing, empty or of the wrong type
	}
	const grammar = "an ID is up to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit"
	switch {
	case !idPattern.MatchString(id):
		l.report(head.ID.At, "bad-id", fmt.Sprintf("“%s” cannot be an ID", id), grammar)
	case strings.HasSuffix(id, "."):
		l.report(head.ID.At, "bad-id", fmt.Sprintf("“%s” cannot be an ID: it ends in a dot", id), "remove the dot")
	case reserved.MatchString(id):
		l.report(head.ID.At, "bad-id", fmt.Sprintf("“%s” cannot be an ID: its page could not be stored everywhere", id), "choose another one")
	case l.ids[lower(id)] != nil:
		l.reportDuplicate(head, l.ids[lower(id)].Head())
	default:
		return true
	}
	return false
}

func (l *loader) reportDuplicate(head, first *record.Entry) {
	message := fmt.Sprintf("the ID “%s” is taken", head.ID.Value)
	switch place := first.Source(); {
	case !first.Authored:
		message += " by " + first.Kind.Article + " of the standard"
	case place.Known():
		position := place.Position()
		message += fmt.Sprintf(" by “%s” in %s, line %d", first.Title.Value, place.File.Name, position.Line)
	}
	l.report(head.ID.At, "duplicate-id", message, "give one of them another ID; case does not tell IDs apart")
}

func lower(text string) string { return strings.ToLower(text) }
