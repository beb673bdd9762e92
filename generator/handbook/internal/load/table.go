package load

import (
	"cmp"
	"errors"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
	"github.com/annex-isms/annex/generator/source"
)

// decode reads the TOML that stands in the file from start up to end.
func (l *loader) decode(file *source.File, start, end int) (map[string]any, *tomlindex.Node, bool) {
	text := file.Text[start:end]
	index := tomlindex.Parse(text, start)
	if deep := deepest(index, maxDepth); deep != nil {
		at := cmp.Or(deep.Key.Start, deep.Value.Start)
		l.report(source.Span{File: file, Start: at, End: at + 1}, "toml-syntax", "there are more tables and lists within each other than can be read", "no entry needs more than three")
		return nil, nil, false
	}
	var data map[string]any
	_, err := toml.Decode(text, &data)
	if err == nil {
		return data, index, true
	}
	fault := syntaxFault{start: start, end: start, message: "not valid TOML: " + oneLine(err.Error()), hint: "toml.io tells how TOML is written"}
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		fault = explain(file.Text[:end], start, file.Name == ConfigFile, syntax)
	}
	l.report(source.Span{File: file, Start: fault.start, End: fault.end}, "toml-syntax", fault.message, fault.hint)
	return nil, nil, false
}

// maxDepth is how many tables and lists may stand within each other.
// BurntSushi/toml calls itself for each bracket, so that a few million exhaust the
// stack of any program, and goes through the whole of a dotted key for each of
// its parts, which takes minutes for a hundred thousand.
const maxDepth = 100

// deepest returns the first table or list that lies so many levels below n, or nil.
func deepest(n *tomlindex.Node, levels int) *tomlindex.Node {
	if levels == 0 {
		return n
	}
	for _, below := range [][]*tomlindex.Node{n.Children, n.Elements} {
		for _, child := range below {
			if deep := deepest(child, levels-1); deep != nil {
				return deep
			}
		}
	}
	return nil
}

// tables returns a decoded array of tables.
func tables(value any) ([]map[string]any, bool) {
	switch value := value.(type) {
	case []map[string]any:
		return value, true
	case []any:
		rows := make([]map[string]any, len(value))
		for i, element := range value {
			row, ok := element.(map[string]any)
			if !ok {
				return nil, false
			}
			rows[i] = row
		}
		return rows, true
	}
	return nil, false
}

// table is decoded TOML beside the place where it is written.
type table struct {
	loader *loader
	file   *source.File // nil where the table ships with Annex
	data   map[string]any
	node   *tomlindex.Node
	whole  string // what the fields are part of: "a risk"
	path   string // what headers of tables within it begin with: "risk."

	subject string // what “annex help” explains it under: "risk"
	outer   *outer // nil where it is no table within another
}

// into fills the fields with what the table says, and reports what the fields
// do not allow. It returns the keys that the author got wrong and that some
// field is near enough to that it was meant.
func (t table) into(fields []record.Field) (meant map[string]bool) {
	byKey, given := make(map[string]record.Field, len(fields)), map[string]bool{}
	var keys []string
	for _, field := range fields {
		if field.Place != record.Body {
			byKey[field.Key] = field
			given[field.Key] = field.Value.IsSet() && field.Key != "id"
			keys = append(keys, field.Key)
		}
	}
	meant = map[string]bool{}
	inner := t // for the cells, whose tables are part of this one
	inner.outer = &outer{t, byKey, meant}
	for _, node := range t.node.Children {
		field, known := byKey[node.Name]
		_, decoded := t.data[node.Name]
		switch {
		case len(node.Again) > 0:
			t.loader.report(span(t.file, node.Again[0]), "duplicate-key", "“"+node.Name+"” is given twice here", "keep one of the two")
		case !decoded:
			t.loader.report(span(t.file, node.Key), "duplicate-key", "“"+node.Name+"” is overridden by another key", "keep one of the two")
		case !known:
			at, message := span(t.file, node.Key), t.whole+" has no field “"+node.Name+"”"
			if field, ok := t.outer.field(node.Name); ok {
				t.loader.report(at, "unknown-key", message, t.outer.moveHint())
				t.outer.meant[node.Name] = true
				t.outer.readAs(node, t.data[node.Name], field)
				continue
			}
			t.loader.report(at, "unknown-key", message, t.unknownHint(node.Name, fields, keys))
			if near, ok := meantField(node.Name, keys); ok {
				meant[near] = true
				t.readAs(node, t.data[node.Name], byKey[near])
			}
		case given[field.Key]:
			t.loader.report(span(t.file, node.Key), "given-field", "“"+field.Key+"” is given here", "remove it: the entry ships with Annex")
		default:
			cell{inner, node, t.data[node.Name], field, false}.into()
		}
	}
	return meant
}

// readAs reads a misspelt or misplaced field as the one that was meant, so that
// no rule takes that one for missing. Should the guess be wrong, nothing is said
// of it. An ID is not guessed.
func (t table) readAs(node *tomlindex.Node, data any, field record.Field) {
	rows, areRows := field.Value.(record.Tabler)
	repeats := areRows && rows.Many()
	if field.Key == "id" || !repeats && (t.has(field.Key) || field.Value.IsSet()) {
		return
	}
	t.loader.silently(cell{t, node, data, field, false}.into)
}

// fill fills the fields with what the table says, and reports those that it
// lacks and must not lack.
func (t table) fill(fields []record.Field) {
	t.reportMissing(fields, t.into(fields))
}

func (t table) reportMissing(fields []record.Field, meant map[string]bool) {
	for _, field := range fields {
		if field.Must && field.Place != record.Body && !field.Value.IsSet() && !t.has(field.Key) && !meant[field.Key] && !t.loader.astray[field.Key] {
			t.loader.report(t.place(), "missing-field", t.whole+" needs the field “"+field.Key+"”", t.example(field))
		}
	}
}

func (t table) has(key string) bool { return t.node.Child(key) != nil }

// place returns where the table can be told from others: at its ID, or else at
// its header.
func (t table) place() source.Span {
	if id := t.node.Child("id"); id != nil {
		return span(t.file, id.Value)
	}
	at := span(t.file, t.node.Value)
	if t.node.Key == (tomlindex.Range{}) && !strings.HasPrefix(at.Text(), "{") {
		at.End = at.Start // a whole file or front matter has no header
	}
	return at
}
