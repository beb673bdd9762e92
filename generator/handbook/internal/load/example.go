package load

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// example tells an author what to add so that the field is there.
func (t table) example(field record.Field) string { return "add: " + t.form(field) }

// form returns how the field is written, and what it says.
func (t table) form(field record.Field) string {
	switch value := field.Value.(type) {
	case *record.Flag:
		return field.Key + " = true or " + field.Key + " = false" + inBrackets(field.Help)
	case record.Chooser:
		return field.Key + " = " + anyOf(value.Options())
	case record.MultiChooser:
		return field.Key + " = " + pattern(value) + " with " + anyOf(value.Options())
	case record.Tabler:
		return t.header(field.Key, value) + " with " + strings.Join(needed(value), ", ") + inBrackets(field.Help)
	}
	return field.Key + " = " + pattern(field.Value) + inBrackets(field.Help)
}

// header returns what the field's table begins with.
func (t table) header(key string, value record.Tabler) string {
	if value.Many() {
		return "[[" + t.path + key + "]]"
	}
	return "[" + t.path + key + "]"
}

// needed returns the fields that a row cannot do without, as they are written.
func needed(value record.Tabler) []string {
	var fields []string
	for _, field := range record.Fields(value.Blank()) {
		if field.Must {
			fields = append(fields, field.Key+" = "+pattern(field.Value))
		}
	}
	return fields
}

// pattern returns the form of a value.
func pattern(value record.Value) string {
	switch value := value.(type) {
	case *record.Date:
		return "YYYY-MM-DD"
	case *record.Flag, *record.Number, *record.Decimal:
		return "…"
	case *record.Interval:
		return `"3 months"`
	case *record.Address:
		return `"https://…"`
	case record.Referrer:
		id := `"` + idPattern(value.Target()) + `"`
		if value.Many() {
			return "[" + id + "]"
		}
		return id
	case *record.Groups:
		return `[["…", "…"]]`
	case *record.Lines, *record.Texts, record.MultiChooser:
		return `["…"]`
	case record.Tabler:
		return "…"
	}
	return `"…"`
}

// idPattern returns what the IDs of a kind usually look like, as far as they do.
func idPattern(kind *record.Kind) string {
	switch {
	case kind.Name == "control":
		return "A.…"
	case kind.Given != nil || kind.Markdown:
		return "…"
	}
	return kind.Prefix + "…"
}

// anyOf returns the words of the options, of which an author takes one.
func anyOf(options []record.Option) string {
	words := make([]string, len(options))
	for i, option := range options {
		words[i] = `"` + option.Word + `"`
	}
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func inBrackets(help string) string { return " (" + inSentence(help) + ")" }

// inSentence returns the first sentence of a field's help as part of another.
func inSentence(help string) string {
	help, _, _ = strings.Cut(help, ". ")
	help = strings.TrimSuffix(help, ".")
	if len(help) > 1 && help[1] >= 'a' && help[1] <= 'z' || strings.HasPrefix(help, "A ") {
		return strings.ToLower(help[:1]) + help[1:]
	}
	return help
}
