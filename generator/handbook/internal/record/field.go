package record

import "github.com/annex-isms/annex/generator/audience"

// Declaration declares one thing that an entry says.
type Declaration struct {
	Key      string         // as authors write it: lower case with hyphens
	Label    string         // what readers see, in English; message files translate "kind.key"
	Help     string         // one sentence for the author: what to write
	Must     bool           // an entry without it is incomplete
	Audience audience.Label // who may read it; undeclared means auditors
	Place    Place          // where its page shows it
	Inverse  string         // for references: the heading under which the other entry lists this one
	Column   bool           // the kind's list has a column for it
	Facet    bool           // the kind's list can be filtered by it
	Badge    bool           // its choice is the entry's status, shown wherever the entry is listed
	Due      bool           // its date is one by which something has to happen
	Task     string         // what has to happen by then, where the label does not say it
	Value    Value          // the record's own value; nil once a Field has it
}

// Place says where an entry's page shows a field. The zero place is the panel
// of facts; lists of references always stand among the relations.
type Place uint8

// The places.
const (
	Panel     Place = iota // a line in the panel of facts
	Lede                   // the sentence under the title
	Section                // a section of its own, headed by its label
	Timeline               // rows with a date, newest first
	Body                   // the text of a Markdown entry, below its front matter
	Elsewhere              // in a way of the kind's own, or not at all
)

// Field is one thing that an entry says: its value there, and what is declared of
// it. All entries of a kind share the declarations, for there are many of them and
// they are asked often.
type Field struct {
	*Declaration
	Value Value
}

// Declarer is what has fields: an entry of any kind, a row of one, and the settings.
type Declarer interface {
	Declare() []Declaration
}

// Fields returns the fields of an entry, a row or the settings. Nobody changes them.
func Fields(of Declarer) []Field {
	if r, ok := of.(Record); ok {
		if all := r.Head().fields; all != nil {
			return all[commonFields:]
		}
	}
	declared := of.Declare()
	return bind(declared, declared)
}

// AllFields returns the fields that entries of every kind have, which the loader
// reads first, and then the kind's own.
func AllFields(r Record) []Field {
	if all := r.Head().fields; all != nil {
		return all
	}
	declared := declareAll(r)
	return bind(declared, declared)
}

// bind takes the values out of what is declared and returns the fields that have
// them, with declarations that others of the kind may share.
func bind(declared, shared []Declaration) []Field {
	fields := make([]Field, len(declared))
	for i := range declared {
		fields[i] = Field{&shared[i], declared[i].Value}
		declared[i].Value = nil
	}
	return fields
}
