// Package audience says who may read what. A label belongs to what is written:
// an entry, a field, a block of Markdown. An edition belongs to who reads.
package audience

// Label is the widest circle that may read something. The zero label is
// Auditor, so what nobody labelled stays out of the staff handbook and the
// trust centre.
type Label int8

// The labels, from narrow to wide.
const (
	Withheld Label = iota - 1 // in no edition: shown on site, on request
	Auditor                   // internal and certification auditors
	Staff                     // everybody who works for the organization
	Public                    // anyone
)

// Labels lists every label, from wide to narrow, as authors choose among them.
var Labels = []Label{Public, Staff, Auditor, Withheld}

// String returns the word that authors write.
func (l Label) String() string {
	switch l {
	case Public:
		return "public"
	case Staff:
		return "staff"
	case Auditor:
		return "auditor"
	default:
		return "withheld"
	}
}

// ParseLabel returns the label that word names.
func ParseLabel(word string) (Label, bool) {
	for _, label := range Labels {
		if label.String() == word {
			return label, true
		}
	}
	return Auditor, false
}

// Narrowest returns the label that holds when all of labels apply at once.
func Narrowest(first Label, more ...Label) Label {
	for _, label := range more {
		first = min(first, label)
	}
	return first
}

// Edition is one of the three sites that are made from the same content. The
// zero edition is TrustEdition: a reader of whom nothing is known is the public.
type Edition uint8

// The editions, by what they may show: each shows all that the one before it
// shows.
const (
	TrustEdition Edition = iota
	StaffEdition
	AuditorEdition
)

// Editions lists every edition in the order in which they are built.
var Editions = []Edition{TrustEdition, StaffEdition, AuditorEdition}

// String returns the edition's name, which is also its folder's.
func (e Edition) String() string {
	switch e {
	case StaffEdition:
		return "staff"
	case AuditorEdition:
		return "auditor"
	default:
		return "trust"
	}
}

// ParseEdition returns the edition that name means.
func ParseEdition(name string) (Edition, bool) {
	for _, edition := range Editions {
		if edition.String() == name {
			return edition, true
		}
	}
	return TrustEdition, false
}

// MayShow reports whether the edition may hold what is labelled so.
func (e Edition) MayShow(label Label) bool {
	switch e {
	case AuditorEdition:
		return label >= Auditor
	case StaffEdition:
		return label >= Staff
	default:
		return label >= Public
	}
}
