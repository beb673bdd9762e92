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
	table
	node  *tomlindex.Node
	data  any
	field record.Field
	item  bool // one of several in a list
}

// into sets the field's value to what the cell says. Of what cannot be read it
// keeps the place, so that no rule takes it for missing.
func (c cell) into() {
	switch value := c.field.Value.(type) {
	case *record.Line:
		*value = c.line()
	case *record.Lines:
		value.At = c.at()
		_, value.Written = c.data.([]any)
		// An item that cannot be read still counts: a scale keeps its steps.
		c.each(func(c cell) { value.Items = append(value.Items, c.line()) })
	case *record.Groups:
		value.At = c.at()
		c.groups(value)
	case *record.Text:
		*value = c.text()
	case *record.Texts:
		value.At = c.at()
		c.each(func(c cell) {
			if text := c.text(); text.IsSet() {
				value.Items = append(value.Items, text)
			}
		})
	case *record.Date:
		*value = c.date()
	case *record.Flag:
		*value = c.flag()
	case *record.Number:
		*value = c.number()
	case *record.Decimal:
		*value = c.decimal()
	case *record.Interval:
		*value = c.interval()
	case *record.Address:
		*value = c.address()
	case *record.Attachment:
		*value = c.attachment()
	case *record.RuleLevels:
		*value = c.ruleLevels()
	case record.Chooser:
		value.Choose(c.option(value.Options()), c.at())
	case record.MultiChooser:
		value.SetSpan(c.at())
		c.each(func(c cell) { c.addChoice(value) })
	case record.Referrer:
		value.SetReferences(c.references(value.Many()), c.at())
	case record.Tabler:
		c.rows(value)
	default:
		panic(fmt.Sprintf("load: no way to read a %T", c.field.Value))
	}
}

func (c cell) at() source.Span { return span(c.file, c.node.Value) }

// inside returns where the words of a string are written, without its quotes.
func (c cell) inside() source.Span { return span(c.file, c.node.Content) }

func (c cell) report(at source.Span, code, message, hint string) {
	c.loader.report(at, code, message, hint)
}

// name returns what a message calls the value.
func (c cell) name() string {
	if c.item {
		return "an item of “" + c.field.Key + "”"
	}
	return "“" + c.field.Key + "”"
}

// assigned returns how the value would be written in other words.
func (c cell) assigned(value string) string {
	if c.item {
		return value
	}
	return c.field.Key + " = " + value
}

func (c cell) wrongType(wanted, hint string) {
	c.report(c.at(), "wrong-type", c.name()+" must be "+wanted+", not "+typeName(c.data), hint)
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
		switch data.Location().String() {
		case localDate:
			return "a date"
		case localTime:
			return "a time of day"
		}
		return "a date with a time"
	case map[string]any:
		return "a table"
	default:
		return "a list"
	}
}

// each calls visit with every element of a list. A single word in place of a
// list is reported, and taken for its only element.
func (c cell) each(visit func(cell)) {
	elements, ok := c.data.([]any)
	if !ok {
		c.reportNoList()
		if c.isOneOfOthers() {
			c.loader.silently(func() { visit(cell{c.table, c.node, c.data, c.field, true}) })
		}
		return
	}
	if len(elements) == 0 && c.field.Must {
		c.report(c.at(), "empty-value", c.name()+" is empty", "write "+c.form(c.field))
	}
	for i, element := range elements {
		visit(cell{c.table, c.node.Element(i), element, c.field, true})
	}
}

func (c cell) reportNoList() {
	hint := "write " + c.assigned(pattern(c.field.Value))
	if _, isString := c.data.(string); isString {
		hint = "put it in brackets: " + c.assigned("["+strings.ReplaceAll(c.at().Text(), ", ", `", "`)+"]")
	}
	c.wrongType("a list", hint)
}

// groups reads lists of words. One list in place of several is reported once, and
// not word by word.
func (c cell) groups(value *record.Groups) {
	if words, ok := c.data.([]any); ok && len(words) > 0 {
		if _, isString := words[0].(string); isString {
			c.wrongType("a list of lists", "put each group in brackets of its own: "+c.assigned("["+c.at().Text()+"]"))
			return
		}
	}
	c.each(func(c cell) {
		group := record.Lines{At: c.at()}
		c.field.Value = &group
		c.each(func(c cell) { group.Items = append(group.Items, c.line()) })
		value.Items = append(value.Items, group)
	})
}

// isOneOfOthers reports whether the value is a single ID or option.
func (c cell) isOneOfOthers() bool {
	word, isString := c.data.(string)
	switch c.field.Value.(type) {
	case record.Referrer, record.MultiChooser:
		return isString && !strings.Contains(word, ",")
	}
	return false
}

// The names of the time zones that BurntSushi/toml gives to a date without a
// time, and to a time without a date.
const (
	localDate = "date-local"
	localTime = "time-local"
)

// date returns a day. One that is written in quotes or with a time is reported,
// and taken for what was meant.
func (c cell) date() record.Date {
	day, ok := c.data.(time.Time)
	zone := ""
	if ok {
		zone = day.Location().String()
	}
	hint := "write the day as 2026-11-23, without quotes"
	if words, isString := c.data.(string); isString {
		var err error
		if day, err = time.Parse(time.DateOnly, words); err == nil {
			hint = "write it without quotes: " + words
		}
	} else if ok && zone != localTime {
		hint = "write the day alone: " + c.assigned(day.Format(time.DateOnly))
	}
	if zone != localDate {
		c.wrongType("a date", hint)
	}
	if day.IsZero() || zone == localTime {
		return record.Date{At: c.at()}
	}
	return record.Date{Day: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC), At: c.at()}
}

func (c cell) flag() record.Flag {
	value, ok := c.data.(bool)
	if !ok {
		c.wrongType("true or false", "write "+c.assigned("true")+" or "+c.assigned("false"))
		return record.Flag{At: c.at()}
	}
	return record.NewFlag(value, c.at())
}

// rows reads a table, or an array of tables where there is room for many. One
// in place of the other is reported, and read.
func (c cell) rows(value record.Tabler) {
	one, isOne := c.data.(map[string]any)
	many, isMany := tables(c.data)
	header := c.header(c.field.Key, value)
	switch {
	case value.Many() && !isMany:
		c.wrongType("a list of tables", "begin each with "+header)
	case !value.Many() && isMany:
		c.wrongType("a single table", "begin it with "+header)
	case !value.Many() && !isOne:
		c.wrongType("a table", "begin it with "+header+", or write "+c.assigned("{ "+strings.Join(needed(value), ", ")+" }"))
	case isMany && len(many) == 0 && c.field.Must:
		c.report(c.at(), "empty-value", c.name()+" is empty", "write "+c.form(c.field))
	}
	if !isOne && len(many) == 0 {
		value.SetSpan(c.at())
	}
	if isOne {
		c.row(value, one, c.node)
	}
	for i, row := range many {
		if i == 0 || value.Many() {
			c.row(value, row, c.node.Element(i))
		}
	}
}

func (c cell) row(value record.Tabler, data map[string]any, node *tomlindex.Node) {
	whole, path := "“"+c.field.Key+"”", c.path+c.field.Key+"."
	table{c.loader, c.file, data, node, whole, path, c.subject, c.outer}.fill(record.Fields(value.AddRow(span(c.file, node.Value))))
}
