package load

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/audience"
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

// words returns a string that holds something.
func (c cell) words() (string, bool) {
	words, ok := c.data.(string)
	if !ok {
		c.wrongType("a string", c.stringHint())
		return "", false
	}
	if strings.TrimSpace(words) == "" {
		c.report(c.at(), "empty-value", c.name()+" is empty", c.emptyHint())
		return "", false
	}
	for _, r := range words {
		if isControl(r) {
			at, hint := c.escaped(r), "remove the character"
			if len(at.Text()) == len(`\r`) {
				hint = `a backslash and the sign behind it mean something else: write / in a path, and \\ for a backslash`
			}
			c.report(at, "control-character", fmt.Sprintf("%s holds the control character U+%04X", c.name(), r), hint)
			return "", false
		}
	}
	return words, true
}

// emptyHint tells what to write in place of nothing.
func (c cell) emptyHint() string {
	switch value := c.field.Value.(type) {
	case record.Chooser:
		return "write " + c.assigned(anyOf(value.Options()))
	case record.MultiChooser:
		return "write " + anyOf(value.Options())
	}
	_, refers := c.field.Value.(record.Referrer)
	switch {
	case c.field.Must && refers:
		return "write " + c.form(c.field)
	case c.field.Must:
		return "write " + inSentence(c.field.Help)
	}
	return "write something, or remove it"
}

// stringHint tells how a value that is no string becomes one.
func (c cell) stringHint() string {
	switch c.field.Value.(type) {
	case record.Chooser, record.MultiChooser:
		return c.emptyHint()
	case *record.Interval:
		return "write " + c.assigned(pattern(c.field.Value)) + ", a whole number and a unit"
	}
	switch data := c.data.(type) {
	case []any:
		if first, ok := firstString(data); ok {
			return "write a single one without brackets: " + c.assigned(strconv.Quote(first))
		}
	case int64, float64, bool, time.Time:
		return "put it in quotes: " + c.assigned(`"`+c.at().Text()+`"`)
	case map[string]any:
		return "write " + c.assigned(`"…"`) + " above the first header of the entry"
	}
	return "write a single one without brackets: " + c.assigned(`"…"`)
}

func firstString(list []any) (string, bool) {
	if len(list) == 0 {
		return "", false
	}
	first, ok := list[0].(string)
	return first, ok
}

var escape = regexp.MustCompile(`\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[^uUx])`)

// escaped returns the place of the escape that stands for the character.
func (c cell) escaped(wanted rune) source.Span {
	for _, at := range escape.FindAllStringIndex(c.inside().Text(), -1) {
		place := c.inside().Within(at[0], at[1])
		if r, _, _, err := strconv.UnquoteChar(place.Text(), '"'); err == nil && r == wanted {
			return place
		}
	}
	return c.at()
}

func (c cell) line() record.Line {
	words, ok := c.words()
	line := record.Line{At: c.inside()}
	switch {
	case !ok:
	case strings.Contains(words, "\n"):
		c.report(c.at(), "several-lines", c.name()+" must be a single line", "put it on one line")
	case strings.Contains(words, "[["):
		c.report(c.firstLink(), "link-in-plain-text", c.name()+" is plain text and cannot hold a link", "write the words without [[ and ]]")
	default:
		line.Value = words
	}
	return line
}

var entryLink = regexp.MustCompile(`\[\[(?:[^\[\]]*\]\])?`)

// firstLink returns the place of the first [[ and what belongs to it.
func (c cell) firstLink() source.Span {
	at := entryLink.FindStringIndex(c.inside().Text())
	if at == nil {
		return c.at() // written with escapes
	}
	return c.inside().Within(at[0], at[1])
}

func (c cell) text() record.Text {
	words, ok := c.words()
	if ok && c.node.Plain {
		return record.Text{Source: words, At: c.inside(), Exact: true}
	}
	return record.Text{Source: words, At: c.inside()}
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

// option returns the option that the cell names; an empty one where there is
// none.
func (c cell) option(options []record.Option) record.Option {
	word, ok := c.words()
	if !ok {
		return record.Option{}
	}
	option, ok := record.FindOption(options, word)
	if !ok {
		c.report(c.at(), "unknown-value", c.name()+" cannot be “"+word+"”", c.optionHint(options, word))
	}
	return option
}

// optionHint tells which of the options the author probably meant, be it by a
// synonym or by the label that readers see.
func (c cell) optionHint(options []record.Option, word string) string {
	if _, isDefault := c.field.Value.(*record.Choice[record.DefaultAudience]); isDefault && word == audience.Public.String() {
		return `no default is public: write audience = "public" in each entry that everybody may read`
	}
	var words, near []string
	for _, option := range options {
		words = append(words, option.Word)
		if strings.EqualFold(option.Label, word) {
			return "did you mean “" + option.Word + "”?"
		}
		near = append(append(near, option.Word), option.Synonyms...)
	}
	// One that begins otherwise is another word: “external” is not “internal”.
	if nearest, ok := Nearest(word, near); ok && strings.EqualFold(nearest[:1], word[:1]) {
		return "did you mean “" + nearest + "”?"
	}
	return "it is one of: " + strings.Join(words, ", ")
}

func (c cell) addChoice(choices record.MultiChooser) {
	option := c.option(choices.Options())
	if option.Word == "" {
		choices.AddChoice(option, c.at()) // so that no rule takes it for missing
		return
	}
	for _, chosen := range choices.AllChosen() {
		if chosen.Word == option.Word {
			c.reportRepeated(option.Word)
			return
		}
	}
	choices.AddChoice(option, c.at())
}

func (c cell) reportRepeated(word string) {
	message := "“" + word + "” stands here twice"
	if written := c.data.(string); written != word && !strings.EqualFold(written, "[["+word+"]]") {
		message += ", for “" + written + "” means the same"
	}
	c.report(c.at(), "repeated-value", message, "remove one of the two")
}

// references reads one ID, or a list of them where there is room for many.
func (c cell) references(many bool) []record.Reference {
	if !many {
		return []record.Reference{c.reference()}
	}
	var references []record.Reference
	seen := map[string]bool{}
	c.each(func(c cell) {
		reference := c.reference()
		if seen[reference.ID] {
			c.reportRepeated(reference.ID)
			return
		}
		seen[reference.ID] = reference.ID != ""
		references = append(references, reference)
	})
	if _, isList := c.data.([]any); !isList && len(references) == 0 {
		references = append(references, record.Reference{At: c.at()})
	}
	return references
}

// reference returns the entry that the cell names. One in link brackets is
// reported, and taken for what was meant.
func (c cell) reference() record.Reference {
	id, _ := c.words()
	if link, isLink := strings.CutPrefix(id, "[["); isLink {
		id, _, _ = strings.Cut(strings.TrimSuffix(link, "]]"), "|")
		c.report(c.at(), "link-as-reference", c.name()+" must be the ID alone", "write it without [[ and ]]: "+c.assigned(`"`+id+`"`))
	}
	return record.Reference{ID: id, At: c.at()}
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
	table{c.loader, c.file, data, node, whole, path, c.subject}.fill(value.AddRow(span(c.file, node.Value)).Fields())
}
