package record

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/catalogue"
)

var clauses = Kind{
	Name: "clause", Folder: "clauses", Label: "Clause", Plural: "Clauses", Article: "a clause", Chapter: Context,
	Help:   "The requirements of ISO/IEC 27001:2022, clauses 4 to 10, and the documents that answer them.",
	New:    func() Record { return new(Clause) },
	Given:  clausesOfISO27001,
	Sealed: true,
}

// Clause is a clause of ISO/IEC 27001:2022: its number and title, and what it
// asks to have in writing.
type Clause struct {
	Entry
	Parent                Ref[Clause]
	DocumentedInformation Lines
	Note                  Text
}

// Declare declares what a clause says.
func (c *Clause) Declare() []Declaration {
	return []Declaration{
		{Key: "parent", Label: "Part of", Inverse: "Parts", Audience: audience.Staff, Value: &c.Parent,
			Help: "The clause above."},
		{Key: "documented-information", Label: "Must be in writing", Audience: audience.Staff, Value: &c.DocumentedInformation,
			Help: "Documented information that the clause asks for."},
		{Key: "note", Label: "Note", Audience: audience.Staff, Place: Section, Value: &c.Note,
			Help: "What to know about the clause."},
	}
}

// clausesOfISO27001 returns clauses 4 to 10 as the catalogue describes them.
func clausesOfISO27001() []Record {
	var given []Record
	for _, entry := range catalogue.Clauses() {
		given = append(given, &Clause{
			Entry:                 Entry{ID: Line{Value: entry.ID}, Title: Line{Value: entry.Title}},
			Parent:                Ref[Clause]{Reference{ID: entry.Parent}},
			DocumentedInformation: lines(entry.DocumentedInformation),
			Note:                  Text{Source: entry.Note},
		})
	}
	return given
}
