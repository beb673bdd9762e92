package record

import (
	"reflect"
	"strings"
	"sync"
)

// Kind is a kind of entry. Its file declares it, and the list Kinds names it.
type Kind struct {
	Name     string // the name of its tables in registers: [[risk]]
	Folder   string // the folder of its pages
	Label    string // "Risk"
	Plural   string // "Risks"
	Article  string // what a link says where the edition lacks the entry: "a risk"
	Prefix   string // how its IDs usually begin: "R-"
	Chapter  Chapter
	Help     string // a sentence under its list's title
	Basis    string // the clause or control that asks for it
	Markdown bool   // its entries are Markdown files with front matter
	ByTitle  bool   // a bare link to an entry shows its title, for its ID says little

	// Within is the kind whose entries its own belong to, or nil. Their IDs begin
	// with the other's ID and a colon, and the page of the other lists them.
	Within *Kind

	// New returns an empty entry.
	New func() Record
	// Given returns the entries that ship with Annex, such as a standard's
	// controls; nil where every entry is written by authors.
	Given func() []Record
	// Sealed is true where authors add nothing to the given entries.
	Sealed bool

	declaring sync.Once
	declared  []Declaration // of the fields of its entries, without values
}

// Kinds lists every kind, in the order in which they are shown. A new kind is a
// file beside this one and a line here.
var Kinds = []*Kind{
	&documents,
	&risks,
	&controls,
	&clauses,
	&assets,
	&roles,
	&issues,
	&parties,
	&requirements,
	&scopes,
	&obligations,
	&frameworks,
	&items,
	&mappings,
	&processes,
	&services,
	&decisions,
	&objectives,
	&metrics,
	&communications,
	&competences,
	&changes,
	&suppliers,
	&exceptions,
	&activities,
	&evidences,
	&incidents,
	&waivers,
	&programmes,
	&audits,
	&findings,
	&nonconformities,
	&reviews,
	&certificates,
	&handouts,
	&questions,
	&updates,
}

// KindNamed returns the kind whose tables have that name, or nil.
func KindNamed(name string) *Kind {
	for _, kind := range Kinds {
		if kind.Name == name {
			return kind
		}
	}
	return nil
}

// AnswersClause reports whether the clause of that number asks for entries of
// the kind.
func (k *Kind) AnswersClause(number string) bool {
	for basis := range strings.SplitSeq(k.Basis, ", ") {
		if clause, _, _ := strings.Cut(basis, " "); clause == number {
			return true
		}
	}
	return false
}

// Create returns an empty entry of the kind.
func (k *Kind) Create() Record {
	r := k.New()
	r.Head().Kind = k
	k.declaring.Do(func() {
		k.declared = declareAll(r)
		bind(k.declared, k.declared) // which leaves it without values
	})
	r.Head().fields = bind(declareAll(r), k.declared)
	return r
}

// kindOf returns the kind whose records are *T.
func kindOf[T any]() *Kind {
	want := reflect.TypeFor[*T]()
	if kind := kindsByType()[want]; kind != nil {
		return kind
	}
	panic("record: no kind has the type " + want.String())
}

// kindsByType finds the kind of a record by its type. It is made once, for every
// reference asks it.
var kindsByType = sync.OnceValue(func() map[reflect.Type]*Kind {
	kinds := map[reflect.Type]*Kind{}
	for _, kind := range Kinds {
		kinds[reflect.TypeOf(kind.New())] = kind
	}
	return kinds
})
