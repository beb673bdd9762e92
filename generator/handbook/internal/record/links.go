package record

import (
	"slices"

	"github.com/annex-isms/annex/generator/markdown"
)

// Link is one relation between two entries. One side writes it, the other
// learns of it here.
type Link struct {
	From, To Record
	Field    *Field // the field of From, or of a row of it, that holds the reference
	In       string // for a field of a row, the key of the row's table; else empty
}

type links struct {
	to       map[Record][]Link
	mentions map[Record][]Record
}

// LinksTo returns the references to r, in the order of the entries that hold
// them.
func (h *Handbook) LinksTo(r Record) []Link { return h.links().to[r] }

// MentionsOf returns the entries whose texts link to r, each once.
func (h *Handbook) MentionsOf(r Record) []Record { return h.links().mentions[r] }

// ties is what an entry says of others and of files: by what handbooks connect
// their entries. An entry that goes from one handbook into the next keeps its own.
type ties struct {
	references []reference
	links      []textLink
	files      []string
}

type reference struct {
	id    string
	field *Field
	in    string
}

type textLink struct {
	text *Text
	link markdown.Link
}

// tiesOf returns what an entry says of others.
func tiesOf(r Record) *ties {
	t := &ties{}
	fields := r.Fields()
	Walk(fields, func(in string, field Field) {
		if referrer, ok := field.Value.(Referrer); ok {
			for _, to := range referrer.References() {
				t.references = append(t.references, reference{to.ID, &field, in})
			}
		}
		for _, text := range TextsOf(field.Value) {
			if text.Parsed == nil {
				continue
			}
			for _, link := range text.Parsed.Links() {
				if link.Form == markdown.Entry || link.Form == markdown.Path {
					t.links = append(t.links, textLink{text, link})
				}
			}
		}
	})
	EachFile(fields, func(name string) { t.files = append(t.files, name) })
	return t
}

// ReferredBy returns the entries that r refers to, in the order in which it does.
func (h *Handbook) ReferredBy(r Record) []Record {
	var all []Record
	for _, reference := range r.Head().ties.references {
		if to, found := h.Find(reference.id); found {
			all = append(all, to)
		}
	}
	return all
}

// FilesOf returns the names of the files that an entry attaches or shows.
func FilesOf(r Record) []string { return r.Head().ties.files }

// connect finds both sides of every relation.
func (h *Handbook) connect() links {
	all := links{to: make(map[Record][]Link, len(h.entries)), mentions: make(map[Record][]Record, len(h.entries))}
	var mentioned []Record
	for _, from := range h.entries {
		own := from.Head().ties
		for _, reference := range own.references {
			if to, found := h.Find(reference.id); found {
				all.to[to] = append(all.to[to], Link{From: from, To: to, Field: reference.field, In: reference.in})
			}
		}
		mentioned = append(mentioned[:0], from)
		for _, l := range own.links {
			if to, found := h.Target(l.text, l.link); found && !slices.Contains(mentioned, to) {
				mentioned = append(mentioned, to)
				all.mentions[to] = append(all.mentions[to], from)
			}
		}
	}
	return all
}

// Target returns the entry that a link in a text leads to.
func (h *Handbook) Target(text *Text, link markdown.Link) (Record, bool) {
	switch link.Form {
	case markdown.Entry:
		return h.Find(link.Target)
	case markdown.Path:
		if text.At.Known() {
			return h.FindFile(text.At.File.Name, link.Target)
		}
	}
	return nil, false
}

// LinkWords returns the words that the links of a text show where they have
// none of their own. What it returns leads nowhere.
func (h *Handbook) LinkWords(text *Text) markdown.Resolver {
	return func(link markdown.Link) markdown.Resolution {
		if to, found := h.Target(text, link); found {
			words, chip := LinkWords(to)
			return markdown.Resolution{Text: words, Chip: chip}
		}
		return markdown.Resolution{}
	}
}

// LinkWords returns what a bare link to r shows, and whether that is its ID.
func LinkWords(r Record) (words string, isID bool) {
	head := r.Head()
	if head.Kind.ByTitle && head.Title.IsSet() {
		return head.Title.Value, false
	}
	return head.ID.Value, true
}

// Walk calls visit with each of fields and, below tables, with the fields of
// their rows. In is the key of the table that a row belongs to.
func Walk(fields []Field, visit func(in string, field Field)) {
	walk("", fields, visit)
}

func walk(in string, fields []Field, visit func(string, Field)) {
	for _, field := range fields {
		visit(in, field)
		if table, ok := field.Value.(Tabler); ok {
			for _, row := range table.AllRows() {
				walk(field.Key, row.Fields(), visit)
			}
		}
	}
}

// AllTexts returns every piece of Markdown of the entry that has been parsed.
func AllTexts(r Record) []*Text {
	var texts []*Text
	Walk(r.Fields(), func(_ string, field Field) {
		for _, text := range TextsOf(field.Value) {
			if text.Parsed != nil {
				texts = append(texts, text)
			}
		}
	})
	return texts
}

// TextsOf returns the pieces of Markdown that a value holds, none for a value of
// another type.
func TextsOf(value Value) []*Text {
	switch value := value.(type) {
	case *Text:
		return []*Text{value}
	case *Texts:
		texts := make([]*Text, len(value.Items))
		for i := range value.Items {
			texts[i] = &value.Items[i]
		}
		return texts
	}
	return nil
}
