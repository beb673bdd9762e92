package load

import (
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// otherKeys are names that people give to fields, and what those are called here.
var otherKeys = map[string]string{"name": "title", "responsible": "owner", "deadline": "due", "url": "address", "link": "address", "approved-by": "approver"}

// meantField returns the key of the field that the author probably meant by one
// that the table does not know.
func meantField(key string, known []string) (string, bool) {
	if other, ok := meantKey(otherKeys[key], known); ok && otherKeys[key] == other {
		return other, true
	}
	return meantKey(key, known)
}

// unknownHint tells which field was meant by a key that the table does not know,
// where it belongs, or what there is.
func (t table) unknownHint(key string, fields []record.Field, known []string) string {
	if meant, ok := meantField(key, known); ok {
		return "did you mean “" + meant + "”?"
	}
	if t.subject == ConfigFile && t.outer == nil && record.KindNamed(key) != nil {
		return entriesElsewhere
	}
	if headers := t.headersWith(key, fields); len(headers) > 0 {
		return "write it below " + strings.Join(headers, " or ")
	}
	if other, field, ok := t.otherSide(key); ok {
		return other.Article + " says so, not " + t.whole + ": write " + field.Key + " = " + t.own(field.Value) + " there"
	}
	return "“annex help " + t.subject + "” explains its fields: " + strings.Join(known, ", ")
}

// headersWith returns the headers of the tables within this one that have such a
// field.
func (t table) headersWith(key string, fields []record.Field) []string {
	var headers []string
	for _, field := range fields {
		within, ok := field.Value.(record.Tabler)
		if !ok {
			continue
		}
		for _, part := range record.Fields(within.Blank()) {
			if part.Key == key {
				headers = append(headers, t.header(field.Key, within))
			}
		}
	}
	return headers
}

// otherSide returns the kind that the key names and its field that refers to
// entries like this one: of a relation one side is written.
func (t table) otherSide(key string) (*record.Kind, record.Field, bool) {
	this := record.KindNamed(t.subject)
	for _, kind := range record.Kinds {
		if this == nil || key != kind.Name && key != kind.Name+"s" && key != kind.Folder {
			continue
		}
		for _, field := range record.Fields(kind.Create()) {
			if referrer, ok := field.Value.(record.Referrer); ok && referrer.Target() == this {
				return kind, field, true
			}
		}
	}
	return nil, record.Field{}, false
}

// own returns the ID of this entry as a value of that form.
func (t table) own(value record.Value) string {
	id, _ := t.data["id"].(string)
	if id == "" {
		return pattern(value)
	}
	if referrer, ok := value.(record.Referrer); ok && referrer.Many() {
		return "[" + strconv.Quote(id) + "]"
	}
	return strconv.Quote(id)
}
