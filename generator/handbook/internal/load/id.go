package load

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// The signs of an ID. Everything else would have to be escaped somewhere: in a
// path, in an address or in a link.
const (
	maxID   = 64
	idSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
)

// devices are names that Windows gives to devices, whatever follows a dot.
var devices = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// checkID reports whether an entry can be kept under its ID, and why not. Given
// is the ID that Annex gave to it, where it did.
func (l *loader) checkID(head *record.Entry, claim claim, given string) bool {
	id := head.ID.Value
	switch claim {
	case isGiven:
		if id != given {
			l.report(head.ID.At, "bad-id", "“"+id+"” is written “"+given+"”", "capitals count: write id = \""+given+"\"")
			head.ID.Value = given
		}
		return true
	case isFilled:
		l.reportDuplicate(head, l.ids[lower(id)].Head())
		return false
	case isUnasked:
		l.reportUnasked(head)
		return false
	case isPretended:
		l.report(head.ID.At, "bad-id", "the standard has no "+lower(head.Kind.Label)+" “"+id+"”",
			lower(head.Kind.Plural)+" of your own have IDs such as “"+head.Kind.Prefix+"01”")
		return false
	}
	if id == "" {
		return false // reported already: missing, empty or of the wrong type
	}
	if fault := faultOfID(id, head.Kind); fault.message != "" {
		at := head.ID.At
		if at.Text() == id {
			at = at.Within(fault.start, fault.end)
		}
		l.report(at, "bad-id", "“"+id+"” cannot be an ID: "+fault.message, fault.hint)
		return false
	}
	if first := l.ids[lower(id)]; first != nil {
		l.reportDuplicate(head, first.Head())
		return false
	}
	return true
}

// idFault is what is wrong with an ID, and where in it.
type idFault struct {
	start, end    int
	message, hint string
}

// faultOfID returns what is wrong with the ID of an entry of the kind. Where the
// kind is within another, each part of an ID is one by itself.
func faultOfID(id string, kind *record.Kind) idFault {
	if kind.Within == nil {
		return faultOfName(id)
	}
	namespace, local := record.NamespaceOf(id), record.LocalID(id)
	behind := len(id) - len(local)
	form := "write the ID of " + kind.Within.Article + ", a colon and a name of its own: id = \"" + kind.Within.Prefix + "01:4.2\""
	switch {
	case behind == 0:
		return idFault{0, len(id), "it does not say which " + lower(kind.Within.Label) + " it belongs to", form}
	case namespace == "":
		return idFault{0, 1, "nothing stands before the colon", form}
	case local == "":
		return idFault{len(id) - 1, len(id), "nothing stands behind the colon", form}
	}
	if colon := strings.Index(local, ":"); colon >= 0 {
		return idFault{behind + colon, behind + colon + 1, "it holds a second colon", form}
	}
	if fault := faultOfName(namespace); fault.message != "" {
		return fault
	}
	fault := faultOfName(local)
	fault.start, fault.end = fault.start+behind, fault.end+behind
	if strings.ContainsAny(local, "()") {
		dotted := strings.NewReplacer("(", ".", ")", "").Replace(local)
		fault.hint = "write dots for brackets: id = \"" + namespace + ":" + dotted + "\", and the number as it is printed in “label”"
	}
	return fault
}

// faultOfName returns what is wrong with an ID, or with a part of one.
func faultOfName(id string) idFault {
	whole := idFault{end: len(id)}
	const grammar = "an ID is up to 64 letters (a to z), digits, dots, hyphens and underscores, beginning with a letter or digit"
	for i, sign := range id {
		if strings.ContainsRune(idSigns, sign) && (i > 0 || !strings.ContainsRune("._-", sign)) {
			continue
		}
		fault := idFault{i, i + len(string(sign)), "it holds “" + string(sign) + "”", grammar}
		if unicode.IsSpace(sign) {
			fault.message = "it holds a space"
		} else if strings.ContainsRune(idSigns, sign) {
			fault.message = "it begins with “" + string(sign) + "”"
		}
		return fault
	}
	switch {
	case len(id) > maxID:
		whole.message, whole.hint = fmt.Sprintf("it has %d characters", len(id)), fmt.Sprintf("%d are the most", maxID)
	case strings.HasSuffix(id, "."):
		return idFault{len(id) - 1, len(id), "it ends in a dot", "remove the dot"}
	case devices.MatchString(id):
		whole.message, whole.hint = "Windows gives that name to a device", "choose another one"
	case strings.EqualFold(id, "index"):
		whole.message, whole.hint = "the page of the list has that name", "choose another one"
	}
	return whole
}

func (l *loader) reportDuplicate(head, first *record.Entry) {
	message := fmt.Sprintf("the ID “%s” is taken", head.ID.Value)
	hint := "give one of them another ID"
	switch place := first.Source(); {
	case !first.Authored:
		message += " by " + first.Kind.Article + " that ships with Annex"
		hint = "choose another ID"
	case l.given[lower(head.ID.Value)] && first.Kind == head.Kind:
		message = fmt.Sprintf("“%s” is filled in already, in %s, line %d", head.ID.Value, place.File.Name, place.Position().Line)
		hint = "put the two together"
	case place.Known():
		message += fmt.Sprintf(" by “%s” in %s, line %d", first.Title.Value, place.File.Name, place.Position().Line)
	}
	if first.ID.Value != head.ID.Value {
		hint += ", for case does not tell IDs apart"
	}
	l.report(head.ID.At, "duplicate-id", message, hint)
}

func lower(text string) string { return strings.ToLower(text) }
