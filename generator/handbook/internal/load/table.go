package load

import (
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
	var data map[string]any
	_, err := toml.Decode(text, &data)
	if err == nil {
		return data, tomlindex.Parse(text, start), true
	}
	var syntax toml.ParseError
	if !errors.As(err, &syntax) {
		l.report(source.Span{File: file, Start: start, End: start}, "toml-syntax", err.Error(), "")
		return nil, nil, false
	}
	at := source.Span{File: file, Start: start + syntax.Position.Start, End: start + syntax.Position.Start + syntax.Position.Len}
	l.report(at, "toml-syntax", "not valid TOML: "+oneLine(syntax.Message), oneLine(syntax.Usage))
	return nil, nil, false
}

func oneLine(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return strings.TrimSuffix(first, ".")
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
	file   *source.File
	data   map[string]any
	node   *tomlindex.Node
}

// into fills the fields with what the table says, and reports what the fields
// do not allow. Whole names what the fields are part of: "a risk".
func (t table) into(fields []record.Field, whole string) {
	byKey := make(map[string]record.Field, len(fields))
	var keys []string
	for _, field := range fields {
		if field.Place != record.Body {
			byKey[field.Key] = field
			keys = append(keys, field.Key)
		}
	}
	for _, node := range t.node.Children {
		field, known := byKey[node.Name]
		_, decoded := t.data[node.Name]
		switch {
		case len(node.Again) > 0:
			t.loader.report(span(t.file, node.Again[0]), "duplicate-key", "“"+node.Name+"” is given twice here", "keep one of the two")
		case !decoded:
			t.loader.report(span(t.file, node.Key), "duplicate-key", "“"+node.Name+"” is overridden by another key", "keep one of the two")
		case !known:
			t.loader.report(span(t.file, node.Key), "unknown-key", whole+" has no field “"+node.Name+"”",
				suggest(node.Name, keys, "its fields are: "))
		case field.Value.IsSet() && field.Key != "id":
			t.loader.report(span(t.file, node.Key), "given-field", "“"+field.Key+"” is given by the standard here", "remove it")
		default:
			cell{t.loader, t.file, node, t.data[node.Name], field.Key}.into(field)
		}
	}
	for _, field := range fields {
		if field.Must && field.Place != record.Body && !field.Value.IsSet() && !t.has(field.Key) {
			t.loader.report(t.place(), "missing-field", whole+" needs the field “"+field.Key+"”", lowerFirst(field.Help))
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
	if t.node.Value.Start == t.node.Value.End || t.node.Key == (tomlindex.Range{}) && t.node.Value.End-t.node.Value.Start > 200 {
		return source.Span{File: t.file, Start: t.node.Value.Start, End: t.node.Value.Start}
	}
	return span(t.file, t.node.Value)
}

func lowerFirst(text string) string {
	text = strings.TrimSuffix(text, ".")
	if len(text) > 1 && text[1] >= 'a' && text[1] <= 'z' || strings.HasPrefix(text, "A ") {
		return strings.ToLower(text[:1]) + text[1:]
	}
	return text
}
