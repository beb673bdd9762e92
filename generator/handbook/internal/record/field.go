package record

import "github.com/annex-isms/annex/generator/audience"

// Field declares one thing that an entry says.
type Field struct {
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
	Value    Value          // the record's own value
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
