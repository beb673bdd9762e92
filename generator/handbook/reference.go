package handbook

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Chapter is some kinds that one reads about together.
type Chapter struct {
	Label string
	Kinds []Kind
}

// Kind tells authors about a kind of entry, as its declaration has it.
type Kind struct {
	Name     string // the name of its tables
	Label    string
	Plural   string
	Help     string
	Basis    string  // the clause or control that asks for it
	Markdown bool    // an entry is a file of its own with front matter, not a table of a register
	Fields   []Field // none where authors write nothing
	Skeleton string  // the least that an entry says, to be copied
	Given    []Given
	Listed   []Listing
}

// Field tells authors about a field.
type Field struct {
	Key     string
	Form    string // what may be written
	Help    string
	Readers string // who may read it at most
	Must    bool
	Refers  string // the name of the kind whose entries it names
	Inverse string // under which heading their pages list this entry
	Own     bool   // for own entries alone: those that ship with Annex have it already
	Choices []Choice
	Header  string // of a table: what it begins with, such as “[[risk.action]]”
	Fields  []Field
}

// Choice is one of the words that a field allows.
type Choice struct {
	Word     string
	Label    string // what readers see
	Help     string
	Synonyms []string
}

// SaysItAll reports whether there is nothing to explain about the word.
func (c Choice) SaysItAll() bool { return c.Help == "" && c.Label == c.Word }

// Given is an entry that ships with Annex.
type Given struct{ ID, Title string }

// Listing is what an entry's page lists because other entries refer to it.
type Listing struct {
	Heading string
	Kind    string // the name of the kind that refers to it
	Field   string // the field, with its table: “action.owner”
}

// Chapters returns every kind by chapter, in the order in which they are shown.
func Chapters() []Chapter {
	var chapters []Chapter
	for _, label := range record.Chapters {
		chapter := Chapter{Label: string(label)}
		for _, kind := range record.Kinds {
			if kind.Chapter == label {
				chapter.Kinds = append(chapter.Kinds, describe(kind))
			}
		}
		if len(chapter.Kinds) > 0 {
			chapters = append(chapters, chapter)
		}
	}
	return chapters
}

// KindNamed returns the kind of that name, be it the one that its tables have, the
// one that people read, or that of a sort of documents such as “policy”.
func KindNamed(name string) (Kind, bool) {
	kind := kindCalled(name)
	if _, isSort := sortCalled(name); kind == nil && isSort {
		kind = record.KindNamed("document")
	}
	if kind == nil {
		return Kind{}, false
	}
	return describe(kind), true
}

// sortCalled returns the sort of documents of that name.
func sortCalled(name string) (sort string, ok bool) {
	for _, option := range record.DocumentType("").Options() {
		if strings.EqualFold(name, option.Word) || strings.EqualFold(name, option.Label) {
			return option.Word, true
		}
	}
	return "", false
}

func kindCalled(name string) *record.Kind {
	for _, kind := range record.Kinds {
		if strings.EqualFold(name, kind.Name) || strings.EqualFold(name, kind.Label) || strings.EqualFold(name, kind.Plural) {
			return kind
		}
	}
	return nil
}

// NearestKind returns the name of the kind that a misspelt one probably means.
func NearestKind(misspelt string) (name string, ok bool) {
	var names []string
	for _, kind := range record.Kinds {
		names = append(names, kind.Name)
	}
	return load.Nearest(misspelt, names)
}

// Settings returns the fields of annex.toml.
func Settings() []Field { return fieldsOf("", record.Fields(new(record.Config))) }

func describe(kind *record.Kind) Kind {
	k := Kind{
		Name: kind.Name, Label: kind.Label, Plural: kind.Plural, Help: kind.Help, Basis: kind.Basis, Markdown: kind.Markdown,
		Listed: listingsOf(kind),
	}
	if kind.Given != nil {
		for _, r := range kind.Given() {
			k.Given = append(k.Given, Given{ID: r.Head().ID.Value, Title: r.Head().Title.Value})
		}
	}
	if kind.Sealed {
		return k
	}
	path := kind.Name + "."
	if kind.Markdown {
		path = ""
	}
	k.Fields, k.Skeleton = fieldsOf(path, record.AllFields(kind.Create())), skeleton(kind)
	for i, field := range givenFields(kind) {
		k.Fields[i].Own = field.Value.IsSet() && field.Key != "id"
	}
	return k
}

// givenFields returns the fields of one of the entries that ship with Annex,
// none where the kind has no such entries.
func givenFields(kind *record.Kind) []record.Field {
	if kind.Given == nil {
		return nil
	}
	given := kind.Given()[0]
	given.Head().Kind = kind
	return record.AllFields(given)
}

// fieldsOf describes declared fields. Path is what the headers of tables within
// them begin with.
func fieldsOf(path string, declared []record.Field) []Field {
	var fields []Field
	for _, field := range declared {
		if field.Place == record.Body {
			continue
		}
		f := Field{
			Key: field.Key, Form: record.Describe(field.Value), Help: field.Help,
			Readers: field.Audience.String(), Must: field.Must, Inverse: field.Inverse,
		}
		switch value := field.Value.(type) {
		case record.Chooser:
			f.Choices = choicesOf(value.Options())
		case record.MultiChooser:
			f.Choices = choicesOf(value.Options())
		case record.Referrer:
			f.Refers = value.Target().Name
		case record.Tabler:
			f.Header, f.Fields = "["+path+field.Key+"]", fieldsOf(path+field.Key+".", record.Fields(value.Blank()))
			if value.Many() {
				f.Header = "[" + f.Header + "]"
			}
		case *record.RuleLevels:
			f.Header, f.Fields = "["+path+field.Key+"]", []Field{levelOfARule(field)}
		}
		fields = append(fields, f)
	}
	return fields
}

// levelOfARule describes what may be written for each rule.
func levelOfARule(levels record.Field) Field {
	var level record.Choice[record.LevelWord]
	return Field{
		Key: "RULE", Form: record.Describe(&level), Readers: levels.Audience.String(), Choices: choicesOf(level.Options()),
		Help: "How much the findings of the rule with that code weigh, such as review-overdue = \"note\".",
	}
}

func choicesOf(options []record.Option) []Choice {
	var choices []Choice
	for _, option := range options {
		choices = append(choices, Choice{Word: option.Word, Label: option.Label, Help: option.Help, Synonyms: option.Synonyms})
	}
	return choices
}

// listingsOf returns what the pages of a kind list because other entries refer
// to theirs.
func listingsOf(to *record.Kind) []Listing {
	var listings []Listing
	for _, from := range record.Kinds {
		eachReferrer("", record.Fields(from.Create()), func(in string, field record.Field, target *record.Kind) {
			if target == to && field.Inverse != "" {
				listings = append(listings, Listing{Heading: field.Inverse, Kind: from.Name, Field: strings.TrimPrefix(in+"."+field.Key, ".")})
			}
		})
	}
	return listings
}

// eachReferrer visits the declared references to other entries, those in tables
// with the key of their table.
func eachReferrer(in string, fields []record.Field, visit func(in string, field record.Field, target *record.Kind)) {
	for _, field := range fields {
		switch value := field.Value.(type) {
		case record.Referrer:
			visit(in, field, value.Target())
		case record.Tabler:
			eachReferrer(field.Key, record.Fields(value.Blank()), visit)
		}
	}
}
