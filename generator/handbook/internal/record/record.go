// Package record holds the ISMS as its authors wrote it: every entry of every
// kind, whole, with the place of each word. A kind of entry is declared once,
// in a file of its own: its struct and, in the method Declare, what each field
// is called, means, refers to and who may read it. Loading, checking, pages,
// lists and links all follow from that declaration.
//
// Only packages below generator/handbook can name a record; everything that
// renders works on views.
package record

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/source"
)

// Record is an entry of any kind.
type Record interface {
	// Head returns what every entry has.
	Head() *Entry
	// Declarer declares what an entry of this kind says, each field bound to its
	// value in this very record.
	Declarer
}

// Row is a part of a record that repeats, such as a line of a change log.
type Row interface{ Declarer }

// Settler is a record for which nothing can be due any more once it is settled,
// such as a risk that is closed.
type Settler interface {
	Settled() bool
}

// Settled reports whether nothing can be due for the entry any more.
func Settled(r Record) bool {
	settler, ok := r.(Settler)
	return ok && settler.Settled()
}

// Publisher is a record of a kind that the trust edition has pages for. A kind
// that is none never reaches the public, whatever its entries' audience.
type Publisher interface {
	// Unpublished returns why the public gets no page of this very entry, and
	// how to mend that; nothing where it gets one.
	Unpublished() (why, hint string)
}

// Unpublished returns why the trust edition has no page of a public entry, and
// how to mend that; nothing where it has one.
func Unpublished(r Record) (why, hint string) {
	if publisher, ok := r.(Publisher); ok {
		return publisher.Unpublished()
	}
	return "the trust edition has no page for " + r.Head().Kind.Article, "give it the audience staff"
}

// Entry is what every entry has, whatever its kind. Kinds embed it.
type Entry struct {
	Kind     *Kind
	ID       Line
	Title    Line
	Audience Choice[AudienceWord]
	Label    audience.Label // who may read the entry, its kind's default applied
	At       source.Span    // where the entry begins; nowhere for one that ships with Annex
	Authored bool           // somebody wrote it: false for a catalogue's entry without words of the author
	Withheld Withholding    // in the part of an edition: how much of it readers are told to ask for

	fields []Field // those of the whole record, the common ones first
	ties   *ties   // what it says of others, once it is part of a handbook
}

// Withholding says how much of an entry is not told, but said to be there.
type Withholding uint8

// The extents.
const (
	NotWithheld    Withholding = iota
	PartlyWithheld             // blocks of its texts
	WhollyWithheld
)

// Head returns the entry itself.
func (e *Entry) Head() *Entry { return e }

// Path returns the address of the entry's page below its edition's root. It
// depends on kind and ID alone. A namespace is a folder in it, for browsers take
// what stands before a colon for the scheme of an address.
func (e *Entry) Path() string {
	return e.Kind.Folder + "/" + strings.Replace(e.ID.Value, namespaceMark, "/", 1) + ".html"
}

// Namespace returns the ID of the entry that this one belongs to, empty where
// its kind is within no other.
func (e *Entry) Namespace() string {
	if e.Kind.Within == nil {
		return ""
	}
	return NamespaceOf(e.ID.Value)
}

// namespaceMark parts the ID of an entry from that of the one it belongs to.
const namespaceMark = ":"

// NamespaceOf returns what stands before the colon of an ID, empty where it has
// none.
func NamespaceOf(id string) string {
	namespace, _, found := strings.Cut(id, namespaceMark)
	if !found {
		return ""
	}
	return namespace
}

// LocalID returns an ID without its namespace.
func LocalID(id string) string {
	_, local, found := strings.Cut(id, namespaceMark)
	if !found {
		return id
	}
	return local
}

// Source returns where the entry's ID is written, or else where it begins.
func (e *Entry) Source() source.Span {
	if e.ID.At.Known() {
		return e.ID.At
	}
	return e.At
}

// commonFields is how many fields every kind has.
const commonFields = 3

// declareAll declares the fields that every kind has, and then the kind's own.
func declareAll(r Record) []Declaration {
	head := r.Head()
	common := [commonFields]Declaration{
		{Key: "id", Label: "ID", Must: true, Audience: audience.Public, Place: Elsewhere, Value: &head.ID,
			Help: idHelp(head.Kind)},
		{Key: "title", Label: "Title", Must: true, Audience: audience.Public, Place: Elsewhere, Value: &head.Title,
			Help: "What people call it: plain words, no links."},
		{Key: "audience", Label: "Audience", Audience: audience.Staff, Place: Elsewhere, Value: &head.Audience,
			Help: "Who may read the entry; without it, what annex.toml sets for the kind, and else auditors."},
	}
	return append(common[:], r.Declare()...)
}

func idHelp(kind *Kind) string {
	if kind.Within != nil {
		return "The ID of " + kind.Within.Article + ", a colon and a name of its own, such as “" + kind.Within.Prefix + "01:4.2”. Links use it; it never changes."
	}
	return "A stable, unique name such as “" + kind.Prefix + "01”. Links use it; it never changes."
}

// AudienceWord is an audience as an author writes it.
type AudienceWord string

// Options lists the audiences.
func (AudienceWord) Options() []Option {
	return []Option{
		{Word: "public", Label: "Public", Help: "anyone"},
		{Word: "staff", Label: "Internal", Help: "everybody who works here"},
		{Word: "auditor", Label: "Confidential", Help: "auditors"},
		{Word: "withheld", Label: "Withheld", Help: "nobody in writing; auditors are told whom to ask"},
	}
}
