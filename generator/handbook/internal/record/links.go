package record

import (
	"path"
	"slices"

	"github.com/annex-isms/annex/generator/markdown"
)

// Link is one relation between two entries. One side writes it, the other
// learns of it here.
type Link struct {
	From, To Record
	Field    *Declaration // of the field of From, or of a row of it, that holds the reference
	In       string       // for a field of a row, the key of the row's table; else empty
}

// links is what others say of each entry. Entries are meant by where they stand,
// which stays the same when somebody rewrites one of them.
type links struct {
	to       [][]linkFrom // in the order of the entries that hold them
	mentions [][]int
}

type linkFrom struct {
	from      int
	reference int // which of the references of that entry
}

// LinksTo returns the references to r, in the order of the entries that hold
// them.
func (h *Handbook) LinksTo(r Record) []Link {
	at, found := h.byID[r.Head().ID.Value]
	if !found {
		return nil
	}
	all := make([]Link, 0, len(h.links().to[at]))
	for _, l := range h.links().to[at] {
		from := h.entries[l.from]
		reference := from.Head().ties.references[l.reference]
		all = append(all, Link{From: from, To: r, Field: reference.field, In: reference.in})
	}
	return all
}

// MentionsOf returns the entries whose texts link to r, each once.
func (h *Handbook) MentionsOf(r Record) []Record {
	at, found := h.byID[r.Head().ID.Value]
	if !found {
		return nil
	}
	var all []Record
	for _, from := range h.links().mentions[at] {
		all = append(all, h.entries[from])
	}
	return all
}

// ties is what an entry says of others and of files: by what handbooks connect
// their entries. An entry that goes from one handbook into the next keeps its own.
type ties struct {
	references []reference
	links      []textLink
	files      []string
}

type reference struct {
	id    string
	field *Declaration
	in    string
}

// textLink is what a text links to: an ID, or the name of a file.
type textLink struct {
	to     string
	isFile bool
}

// linkIn returns what a link of a text leads to within the handbook, if anywhere.
func linkIn(text *Text, link markdown.Link) (to textLink, leads bool) {
	switch {
	case link.Form == markdown.Entry:
		return textLink{link.Target, false}, true
	case link.Form == markdown.Path && text.At.Known():
		return textLink{path.Join(path.Dir(text.At.File.Name), link.Target), true}, true
	}
	return textLink{}, false
}

// tiesOf returns what an entry says of others.
func tiesOf(r Record) *ties {
	t := &ties{}
	fields := Fields(r)
	Walk(fields, func(in string, field Field) {
		if referrer, ok := field.Value.(Referrer); ok && field.Value.IsSet() {
			for _, to := range referrer.References() {
				t.references = append(t.references, reference{to.ID, field.Declaration, in})
			}
		}
		for _, text := range TextsOf(field.Value) {
			if text.Parsed == nil {
				continue
			}
			for _, link := range text.Parsed.Links() {
				if to, leads := linkIn(text, link); leads && !slices.Contains(t.links, to) {
					t.links = append(t.links, to)
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
	all := links{to: make([][]linkFrom, len(h.entries)), mentions: make([][]int, len(h.entries))}
	for from := range h.entries {
		h.eachTarget(h.entries[from], func(reference, to int) {
			all.to[to] = append(all.to[to], linkFrom{from, reference})
		})
		for _, to := range h.mentioned(from, h.entries[from]) {
			all.mentions[to] = append(all.mentions[to], from)
		}
	}
	return all
}

// with returns the links of a handbook in which some of the given entries are
// others than in the one before.
func (l links) with(h, before *Handbook, changed []int) links {
	all := links{to: slices.Clone(l.to), mentions: slices.Clone(l.mentions)}
	for _, i := range changed {
		from := h.order[i]
		before.eachTarget(before.given[i], func(_, to int) {
			all.to[to] = slices.DeleteFunc(slices.Clone(all.to[to]), func(l linkFrom) bool { return l.from == from })
		})
		for _, to := range before.mentioned(from, before.given[i]) {
			all.mentions[to] = slices.DeleteFunc(slices.Clone(all.mentions[to]), func(other int) bool { return other == from })
		}
		h.eachTarget(h.given[i], func(reference, to int) {
			after := slices.IndexFunc(all.to[to], func(l linkFrom) bool { return l.from > from })
			if after < 0 {
				after = len(all.to[to])
			}
			all.to[to] = slices.Insert(slices.Clone(all.to[to]), after, linkFrom{from, reference})
		})
		for _, to := range h.mentioned(from, h.given[i]) {
			after, _ := slices.BinarySearch(all.mentions[to], from)
			all.mentions[to] = slices.Insert(slices.Clone(all.mentions[to]), after, from)
		}
	}
	return all
}

// eachTarget visits where the entries stand that r refers to.
func (h *Handbook) eachTarget(r Record, visit func(reference, to int)) {
	for i, reference := range r.Head().ties.references {
		if to, found := h.byID[reference.id]; found {
			visit(i, to)
		}
	}
}

// mentioned returns where the entries stand that the texts of r link to, each once.
func (h *Handbook) mentioned(at int, r Record) []int {
	seen := []int{at}
	for _, link := range r.Head().ties.links {
		to, found := h.byID[link.to]
		if link.isFile {
			to, found = h.byFile[link.to]
		}
		if found && !slices.Contains(seen, to) {
			seen = append(seen, to)
		}
	}
	return seen[1:]
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
				walk(field.Key, Fields(row), visit)
			}
		}
	}
}

// AllTexts returns every piece of Markdown of the entry that has been parsed.
func AllTexts(r Record) []*Text {
	var texts []*Text
	Walk(Fields(r), func(_ string, field Field) {
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
