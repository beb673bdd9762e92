package handbook

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Kind tells authors about a kind of entry, as its declaration has it.
type Kind struct {
	Name   string // the name of its tables
	Label  string
	Help   string
	Basis  string // the clause or control that asks for it
	Form   string // how an entry begins: “[[risk]]”, or front matter
	Fields []Field
}

// Field tells authors about a field.
type Field struct {
	Key      string
	Form     string // what may be written
	Help     string
	Audience string // who may read it at most
	Must     bool
	Fields   []Field // of a table's rows
}

// Kinds returns every kind that authors write, in the order in which they are
// shown.
func Kinds() []Kind {
	var kinds []Kind
	for _, kind := range record.Kinds {
		if kind.Sealed {
			continue
		}
		form := "[[" + kind.Name + "]] in a register"
		if kind.Markdown {
			form = "a Markdown file with front matter"
		}
		kinds = append(kinds, Kind{
			Name: kind.Name, Label: kind.Label, Help: kind.Help, Basis: kind.Basis, Form: form,
			Fields: fieldsOf(record.AllFields(kind.Create())),
		})
	}
	return kinds
}

func fieldsOf(declared []record.Field) []Field {
	var fields []Field
	for _, field := range declared {
		if field.Place == record.Body {
			continue
		}
		f := Field{
			Key: field.Key, Form: record.Describe(field.Value), Help: field.Help,
			Audience: field.Audience.String(), Must: field.Must,
		}
		if table, ok := field.Value.(record.Tabler); ok {
			f.Fields = fieldsOf(table.Blank().Fields())
		}
		fields = append(fields, f)
	}
	return fields
}
