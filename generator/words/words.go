// Package words holds the words of the interface in one language. They all
// stand in one message file of the theme, so that another language is another
// file: a message is a string, or a table with a string for each plural form
// of the language, and may have {places} for what differs from time to time.
package words

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Catalogue answers with the words of one language.
type Catalogue struct {
	tag      language.Tag
	messages map[string]message
}

// message is what to say for each plural form; one without forms is Other alone.
type message map[plural.Form]string

var formNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// Load reads messages/LANGUAGE.toml of the theme; a theme without the language
// speaks English. The language is a BCP 47 tag, empty for English.
func Load(theme fs.FS, lang string) (*Catalogue, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	base, _ := tag.Base()
	text, err := fs.ReadFile(theme, "messages/"+base.String()+".toml")
	if errors.Is(err, fs.ErrNotExist) {
		tag = language.English
		text, err = fs.ReadFile(theme, "messages/en.toml")
	}
	if err != nil {
		return nil, fmt.Errorf("reading the theme's messages: %w", err)
	}
	return parse(string(text), tag)
}

// Lacks returns the file that the theme would have with the words of that
// language, or nothing where it has it, or where there is no such language.
func Lacks(theme fs.FS, lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	name := "messages/" + base.String() + ".toml"
	if _, err := fs.Stat(theme, name); err == nil {
		return ""
	}
	return name
}

func parse(text string, tag language.Tag) (*Catalogue, error) {
	var file map[string]any
	if _, err := toml.Decode(text, &file); err != nil {
		return nil, fmt.Errorf("reading the theme's messages: %w", err)
	}
	c := &Catalogue{tag: tag, messages: map[string]message{}}
	if err := c.add("", file); err != nil {
		return nil, fmt.Errorf("reading the theme's messages: %w", err)
	}
	return c, nil
}

// add takes in a table of messages, whose keys continue after prefix.
func (c *Catalogue) add(prefix string, table map[string]any) error {
	for key, value := range table {
		switch value := value.(type) {
		case string:
			c.messages[prefix+key] = message{plural.Other: value}
		case map[string]any:
			if forms, ok := pluralForms(value); ok {
				c.messages[prefix+key] = forms
			} else if err := c.add(prefix+key+".", value); err != nil {
				return err
			}
		default:
			return fmt.Errorf("“%s%s” is neither a string nor a table", prefix, key)
		}
	}
	return nil
}

// pluralForms returns the forms of a message; a table with other keys is none.
func pluralForms(table map[string]any) (message, bool) {
	forms := message{}
	for name, value := range table {
		form, known := formNames[name]
		words, isString := value.(string)
		if !known || !isString {
			return nil, false
		}
		forms[form] = words
	}
	_, hasOther := forms[plural.Other]
	return forms, hasOther
}

// Say returns the message of that key. The rest are pairs of a name and a
// value: each {name} in the message gives way to its value, and the number
// named "count" chooses the plural form. A key without a message is returned
// in brackets, so that it is noticed.
func (c *Catalogue) Say(key string, pairs ...any) string {
	m, ok := c.messages[key]
	if !ok {
		return "[" + key + "]"
	}
	return fill(c.choose(m, pairs), pairs)
}

// Label returns the message of that key, or else the English words that the
// program itself has for it.
func (c *Catalogue) Label(key, english string) string {
	if m, ok := c.messages[key]; ok {
		return m[plural.Other]
	}
	return english
}

// Has reports whether there is a message of that key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.messages[key]
	return ok
}

// Keys returns the keys of all messages, sorted.
func (c *Catalogue) Keys() []string {
	var keys []string
	for key := range c.messages {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (c *Catalogue) choose(m message, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if count, ok := pairs[i+1].(int); ok && pairs[i] == "count" {
			if words, ok := m[plural.Cardinal.MatchPlural(c.tag, max(count, -count), 0, 0, 0, 0)]; ok {
				return words
			}
		}
	}
	return m[plural.Other]
}

func fill(words string, pairs []any) string {
	if !strings.Contains(words, "{") {
		return words
	}
	var filled strings.Builder
	for {
		before, rest, _ := strings.Cut(words, "{")
		filled.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		value, known := valueOf(name, pairs)
		switch {
		case closed && known:
			filled.WriteString(value)
			words = after
		case len(before) < len(words):
			filled.WriteByte('{')
			words = rest
		default:
			return filled.String()
		}
	}
}

func valueOf(name string, pairs []any) (value string, known bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return fmt.Sprint(pairs[i+1]), true
		}
	}
	return "", false
}
