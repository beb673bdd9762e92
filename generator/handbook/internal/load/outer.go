package load

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
)

// outer is the entry, or annex.toml, that a table is part of. In TOML whatever
// stands below the header of a table belongs to it, so that a field of the entry
// that was added at its end is none.
type outer struct {
	table
	fields map[string]record.Field
	meant  map[string]bool // the fields that the author wrote in the wrong place
}

// field returns the field of the entry of that name.
func (o *outer) field(key string) (record.Field, bool) {
	if o == nil {
		return record.Field{}, false
	}
	field, ok := o.fields[key]
	return field, ok
}

// moveHint tells where a field of the entry has to stand.
func (o *outer) moveHint() string {
	if header := o.firstHeader(); header != "" {
		return o.whole + " has one: move it up, above " + header
	}
	return o.whole + " has one: move it out of the braces"
}

// firstHeader returns the first header of a table within the entry.
func (o *outer) firstHeader() string {
	var first *tomlindex.Node
	for _, node := range o.node.Children {
		if isHeader(o.file.Text, node.Value.Start) && (first == nil || node.Value.Start < first.Value.Start) {
			first = node
		}
	}
	if first == nil {
		return ""
	}
	return span(o.file, first.Value).Text()
}
