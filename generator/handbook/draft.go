package handbook

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Draft is a new entry for its author to fill in.
type Draft struct {
	ID      string
	File    string // below the content's folder; a register may be there already
	Text    string // a whole document, or a table to append to the register
	IsTable bool
}

// Draft returns a new entry of a kind, or of one of the sorts of documents, such
// as “policy”. Its ID is the next that is free, and it lies where the newest of
// the others lie. What the author must say stands in it empty, so that checking
// it asks for each. The name is the entry's title; of a control of Annex A and of
// what lies within another entry, such as the item of a framework, it is the ID.
//
// The error, where the kind is unknown or has no such entries, is for authors.
func (h *Handbook) Draft(of, name string) (Draft, error) {
	kind, sort, err := draftable(of)
	if err != nil {
		return Draft{}, err
	}
	if !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) {
		return Draft{}, fmt.Errorf("%q is no name: it is plain words on one line", name)
	}
	if h.whole.Incomplete {
		return Draft{}, fmt.Errorf("a file cannot be read, so nobody knows which IDs are free: mend first what “annex check” says")
	}
	e := entryDraft{kind: kind, sort: sort, title: name, entry: kind.Create(), siblings: h.siblings(kind, sort)}
	switch shipped, ships := h.shipped(kind, name); {
	case name != "" && h.taken(name):
		e.id = name
	case ships:
		e.id, e.entry = name, shipped
	case kind.Within != nil && record.NamespaceOf(name) != "":
		e.id, e.title = name, ""
	case kind.Within != nil:
		return Draft{}, fmt.Errorf("%s belongs to %s: name it by both, such as “annex new %s %s”", kind.Article, kind.Within.Article, kind.Name, specimenID(kind))
	default:
		e.id = h.freeID(e)
	}
	if h.taken(e.id) {
		return Draft{}, fmt.Errorf("%s %s is there already", strings.ToLower(kind.Label), e.id)
	}
	return Draft{ID: e.id, File: e.file(), Text: e.text(h.whole.Today), IsTable: !kind.Markdown}, nil
}

// draftable returns the kind that a name means, and the sort of document where it
// means one.
func draftable(of string) (kind *record.Kind, sort string, err error) {
	if kind := kindCalled(of); kind != nil && kind.Sealed {
		return nil, "", fmt.Errorf("%s ship with Annex, and none is added", strings.ToLower(kind.Plural))
	} else if kind != nil {
		return kind, "", nil
	}
	if sort, ok := sortCalled(of); ok {
		return record.KindNamed("document"), sort, nil
	}
	if near, ok := NearestKind(of); ok {
		return nil, "", fmt.Errorf("no kind of entry is called %q: did you mean %q?", of, near)
	}
	return nil, "", fmt.Errorf("no kind of entry is called %q: “annex help kinds” lists them", of)
}

// shipped returns the entry of a kind and an ID that comes with Annex, and not
// from an author.
func (h *Handbook) shipped(kind *record.Kind, id string) (record.Record, bool) {
	r, found := h.whole.Find(id)
	return r, found && r.Head().Kind == kind && !r.Head().At.Known()
}

// taken reports whether an author has written an entry with that ID, in whatever
// case.
func (h *Handbook) taken(id string) bool {
	for _, r := range h.whole.Entries() {
		if head := r.Head(); strings.EqualFold(head.ID.Value, id) {
			return head.At.Known()
		}
	}
	for rejected := range h.whole.Rejected {
		if strings.EqualFold(rejected, id) {
			return true
		}
	}
	return false
}

// siblings returns the authors' entries of a kind, of that sort if they are
// documents.
func (h *Handbook) siblings(kind *record.Kind, sort string) []record.Record {
	var siblings []record.Record
	for _, r := range h.whole.Of(kind) {
		document, isDocument := r.(*record.Document)
		if r.Head().Authored && r.Head().At.Known() && (sort == "" || isDocument && string(document.Type.Value) == sort) {
			siblings = append(siblings, r)
		}
	}
	return siblings
}

var numbered = regexp.MustCompile(`^(.*?)(\d+)$`)

// freeID returns the ID after the highest of the siblings, in their way of
// writing it.
func (h *Handbook) freeID(e entryDraft) string {
	prefix, digits, highest := e.kind.Prefix, 2, 0
	if e.sort != "" && e.sort != string(record.Policy) {
		prefix = strings.ToUpper(e.sort[:3]) + "-"
	}
	given := givenIDs(e.kind)
	for _, r := range e.siblings {
		id := r.Head().ID.Value
		parts := numbered.FindStringSubmatch(id)
		if parts == nil || given[id] || record.Ships(strings.ToLower(id)) {
			continue
		}
		if n, err := strconv.Atoi(parts[2]); err == nil && n > highest {
			prefix, digits, highest = parts[1], len(parts[2]), n
		}
	}
	for n := highest + 1; ; n++ {
		if id := fmt.Sprintf("%s%0*d", prefix, digits, n); !h.taken(id) {
			return id
		}
	}
}

// givenIDs returns the IDs of the entries of a kind that ship with Annex, to which
// an author may have added.
func givenIDs(kind *record.Kind) map[string]bool {
	ids := map[string]bool{}
	if kind.Given != nil {
		for _, given := range kind.Given() {
			ids[given.Head().ID.Value] = true
		}
	}
	return ids
}

// entryDraft is what is known of a new entry before it is written.
type entryDraft struct {
	kind      *record.Kind
	sort      string // of document
	id, title string
	entry     record.Record   // with what it says already
	siblings  []record.Record // the others, by ID
}

// file returns where the entry belongs: after the sibling that its ID follows.
func (e entryDraft) file() string {
	beside := ""
	for i, r := range e.siblings {
		if i == 0 || record.CompareIDs(r.Head().ID.Value, e.id) < 0 {
			beside = r.Head().At.File.Name
		}
	}
	switch {
	case e.kind.Markdown && beside == "":
		return e.kind.Folder + "/" + e.id + e.slug() + ".md"
	case e.kind.Markdown:
		return path.Join(path.Dir(beside), e.id+e.slug()+".md")
	case beside == "":
		return "registers/" + e.kind.Folder + ".toml"
	}
	return beside
}

// slug returns the title as the end of a file's name.
func (e entryDraft) slug() string {
	var slug string
	for _, word := range strings.FieldsFunc(strings.ToLower(e.title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(slug)+len(word) > 60 {
			break
		}
		slug += "-" + word
	}
	return slug
}

// text returns the entry as an author finds it: a line for each field that it
// cannot do without, with a word on what belongs there.
func (e entryDraft) text(today record.Today) string {
	var b strings.Builder
	for _, field := range neededFields(e.entry) {
		b.WriteString(e.line(field, today) + "\n")
	}
	fmt.Fprintf(&b, "# What else can be said: annex help %s\n", e.kind.Name)
	if e.kind.Markdown {
		return "+++\n" + b.String() + "+++\n\n"
	}
	return "[[" + e.kind.Name + "]]\n" + b.String()
}

// line returns the line of a field. What is known stands in it; else it is empty,
// or a comment where no value can be: either way the author is asked for it.
func (e entryDraft) line(field record.Field, today record.Today) string {
	switch field.Key {
	case "id":
		return assigned("id", e.id)
	case "title":
		return assigned("title", e.title)
	case "type":
		if e.sort != "" {
			return assigned("type", e.sort)
		}
	case "status":
		if e.kind.Markdown {
			return assigned("status", string(record.Draft))
		}
	}
	says := " # " + field.Help
	switch value := field.Value.(type) {
	case *record.Date:
		if !field.Due {
			return field.Key + " = " + today.Day.Format(time.DateOnly) + says
		}
	case *record.Line, *record.Text, *record.Address, *record.Attachment:
		return field.Key + ` = ""` + says
	case *record.Lines, *record.Texts:
		return field.Key + " = []" + says
	case record.Chooser:
		return field.Key + ` = ""` + says + form(value)
	case record.MultiChooser:
		return field.Key + " = []" + says + form(value)
	case record.Referrer:
		if value.Many() {
			return field.Key + " = []" + says + form(value)
		}
		return field.Key + ` = ""` + says + form(value)
	case record.Tabler:
		if value.Many() {
			return field.Key + " = [{}]" + says
		}
		return field.Key + " = {}" + says
	}
	return "# " + field.Key + " = …" + says + form(field.Value)
}

// form says in a sentence what may be written.
func form(value record.Value) string {
	words := record.Describe(value)
	return " " + strings.ToUpper(words[:1]) + words[1:] + "."
}

// assigned returns a line of TOML.
func assigned(key, words string) string {
	line, err := toml.Marshal(map[string]string{key: words})
	if err != nil {
		panic(err) // no string is without a way to be written
	}
	return strings.TrimSuffix(string(line), "\n")
}
