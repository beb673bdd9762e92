package load

import (
	"fmt"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
	"github.com/annex-isms/annex/generator/source"
)

// cell is one decoded value beside the place where it is written.
type cell struct {
	loader *loader
	file   *source.File
	node   *tomlindex.Node
	data   any
	key    string
}

// into sets the field's value to what the cell says.
func (c cell) into(field record.Field) {
	switch value := field.Value.(type) {
	case *record.Line:
		*value, _ = c.line()
	case *record.Lines:
		value.At = c.at()
		c.each(func(c cell) {
			if line, ok := c.line(); ok {
				value.Items = append(value.Items, line)
			}
		})
	case *record.Text:
		*value, _ = c.text()
	case *record.Texts:
		value.At = c.at()
		c.each(func(c cell) {
			if text, ok := c.text(); ok {
				value.Items = append(value.Items, text)
			}
		})
	case *record.Date:
		*value = c.date()
	case *record.Flag:
		*value = c.flag()
	case *record.Number:
		*value = c.number()
	case record.Chooser:
		if option, ok := c.option(value.Options()); ok {
			value.Choose(option, c.at())
		}
	case record.MultiChooser:
		value.SetSpan(c.at())
		c.each(func(c cell) { c.addChoice(value) })
	case record.Referrer:
		value.SetReferences(c.references(value.Many()), c.at())
	case record.Tabler:
		c.rows(value, field)
	default:
		panic(fmt.Sprintf("load: no way to read a %T", field.Value))
	}
}

func (c cell) at() source.Span { return span(c.file, c.node.Value) }

// inside returns where the words of a string are written, without its quotes.
func (c cell) inside() source.Span { return span(c.file, c.node.Content) }

func (c cell) wrongType(wanted, hint string) {
	c.loader.report(c.at(), "wrong-type", "“"+c.key+"” must be "+wanted+", not "+typeName(c.data), hint)
}

// typeName says what sort of TOML value data is.
func typeName(data any) string {
	switch data := data.(type) {
	case string:
		return "a string"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case time.Time:
		if data.Location().String() == localDate {
			return "a date"
		}
		return "a date with a time"
	case map[string]any:
		return "a table"
	default:
		return "a list"
	}
}

// each calls visit with every element of a list.
func (c cell) each(visit func(cell)) {
	elements, ok := c.data.([]any)
	if !ok {
		hint := "put it in brackets"
		if word, isString := c.data.(string); isString {
			hint = "put it in brackets: " + c.key + " = [\"" + word + "\"]"
		}
		c.wrongType("a list", hint)
		return
	}
	for i, element := range elements {
		visit(cell{c.loader, c.file, c.node.Element(i), element, c.key})
	}
}

// words returns a string that holds something.
func (c cell) words() (string, bool) {
	words, ok := c.data.(string)
	if !ok {
		c.wrongType("a string", "")
		return "", false
	}
	if strings.TrimSpace(words) == "" {
		c.loader.report(c.at(), "empty-value", "“"+c.key+"” is empty", "write something, or remove the line")
		return "", false
	}
	for _, r := range words {
		if isControl(r) {
			c.loader.report(c.at(), "control-character", fmt.Sprintf("“%s” holds the control character U+%04X", c.key, r), "remove the character")
			return "", false
		}
	}
	return words, true
}

func (c cell) line() (record.Line, bool) {
	words, ok := c.words()
	switch {
	case !ok:
		return record.Line{}, false
	case strings.Contains(words, "\n"):
		c.loader.report(c.at(), "several-lines", "“"+c.key+"” must be a single line", "put it on one line")
		return record.Line{}, false
	case strings.Contains(words, "[["):
		start := strings.Index(c.inside().Text(), "[[")
		c.loader.report(c.inside().Within(start, start+2), "link-in-plain-text", "“"+c.key+"” is plain text and cannot hold a link", "write the words without [[ and ]]")
		return record.Line{}, false
	}
	return record.Line{Value: words, At: c.inside()}, true
}

func (c cell) text() (record.Text, bool) {
	words, ok := c.words()
	if !ok {
		return record.Text{}, false
	}
	if c.node.Plain {
		return record.Text{Source: words, At: c.inside(), Exact: true}, true
	}
	return record.Text{Source: words, At: c.at()}, true
}

// localDate is the name of the time zone that BurntSushi/toml gives to a date
// without a time.
const localDate = "date-local"

func (c cell) date() record.Date {
	day, ok := c.data.(time.Time)
	if !ok || day.Location().String() != localDate {
		hint := "write the day as 2026-11-23, without quotes"
		if words, isString := c.data.(string); isString {
			if _, err := time.Parse(time.DateOnly, words); err == nil {
				hint = "write it without quotes: " + words
			}
		}
		c.wrongType("a date", hint)
		return record.Date{}
	}
	return record.Date{Day: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC), At: c.at()}
}

func (c cell) flag() record.Flag {
	value, ok := c.data.(bool)
	if !ok {
		c.wrongType("true or false", "write it without quotes")
		return record.Flag{}
	}
	return record.NewFlag(value, c.at())
}

func (c cell) number() record.Number {
	value, ok := c.data.(int64)
	if !ok {
		c.wrongType("a whole number", "write it without quotes")
		return record.Number{}
	}
	const most = 1_000_000_000
	if value < 0 || value > most {
		c.loader.report(c.at(), "number-out-of-range", fmt.Sprintf("“%s” must lie between 0 and %d", c.key, most), "")
		return record.Number{}
	}
	return record.NewNumber(int(value), c.at())
}

func (c cell) option(options []record.Option) (record.Option, bool) {
	word, ok := c.words()
	if !ok {
		return record.Option{}, false
	}
	option, ok := record.FindOption(options, word)
	if !ok {
		var words []string
		for _, option := range options {
			words = append(words, option.Word)
		}
		c.loader.report(c.at(), "unknown-value", "“"+c.key+"” cannot be “"+word+"”", suggest(word, words, "it is one of: "))
	}
	return option, ok
}

func (c cell) addChoice(choices record.MultiChooser) {
	option, ok := c.option(choices.Options())
	if !ok {
		return
	}
	for _, chosen := range choices.AllChosen() {
		if chosen.Word == option.Word {
			c.loader.report(c.at(), "repeated-value", "“"+option.Word+"” stands here twice", "remove one of the two")
			return
		}
	}
	choices.AddChoice(option, c.at())
}

// references reads one ID, or a list of them where there is room for many.
func (c cell) references(many bool) []record.Reference {
	if !many {
		if reference, ok := c.reference(); ok {
			return []record.Reference{reference}
		}
		return nil
	}
	var references []record.Reference
	c.each(func(c cell) {
		reference, ok := c.reference()
		if !ok {
			return
		}
		for _, other := range references {
			if other.ID == reference.ID {
				c.loader.report(c.at(), "repeated-value", "“"+reference.ID+"” stands here twice", "remove one of the two")
				return
			}
		}
		references = append(references, reference)
	})
	return references
}

func (c cell) reference() (record.Reference, bool) {
	id, ok := c.words()
	if !ok {
		return record.Reference{}, false
	}
	if strings.HasPrefix(id, "[[") {
		c.loader.report(c.at(), "link-as-reference", "“"+c.key+"” takes the ID alone", "write it without [[ and ]]")
		return record.Reference{}, false
	}
	return record.Reference{ID: id, At: c.at()}, true
}

// rows reads a table, or an array of tables where there is room for many.
func (c cell) rows(value record.Tabler, field record.Field) {
	one, isOne := c.data.(map[string]any)
	many, isMany := tables(c.data)
	whole := "“" + field.Key + "”"
	switch {
	case isOne && !value.Many():
		table{c.loader, c.file, one, c.node}.into(value.AddRow(c.at()).Fields(), whole)
	case isMany && value.Many():
		for i, row := range many {
			node := c.node.Element(i)
			table{c.loader, c.file, row, node}.into(value.AddRow(span(c.file, node.Value)).Fields(), whole)
		}
	case value.Many():
		c.wrongType("an array of tables", "begin each with [[…"+field.Key+"]]")
	default:
		c.wrongType("a table", "begin it with […"+field.Key+"], or write { … }")
	}
}
