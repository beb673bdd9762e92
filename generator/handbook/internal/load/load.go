// Package load reads a folder of Markdown and TOML into typed records. It
// reports every fault of form it meets, each at the characters at fault, and
// goes on: a field that cannot be read stays empty, the rest is kept.
package load

import (
	"io/fs"
	"path"
	"time"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
	"github.com/annex-isms/annex/generator/source"
)

// ConfigFile is the name of the site's configuration.
const ConfigFile = "annex.toml"

// Clock says which day is today. A day that was asked for comes before the one
// that annex.toml sets, and that before the present one.
type Clock struct {
	Asked time.Time // zero where nobody asked
	Now   time.Time
}

// Load reads the content and returns all of it as a handbook, with what was
// found on the way, in file order. Where the content cannot be read at all, the
// handbook is nil.
func Load(content fs.FS, clock Clock) (*record.Handbook, finding.List) {
	l := &loader{content: content, ids: map[string]record.Record{}, files: map[string]record.File{}, rejected: map[string]bool{}}
	names := l.list()
	config := l.config(names)
	if config == nil {
		l.found.Sort()
		return nil, l.found
	}
	l.give()
	for _, name := range names {
		switch {
		case name == ConfigFile:
		case path.Ext(name) == ".toml":
			l.register(name)
		case path.Ext(name) == ".md":
			l.markdown(name)
		}
	}
	for _, r := range l.entries {
		l.finish(r, config)
	}
	l.found.Sort()
	h := record.New(config, today(clock, config), l.entries, l.files)
	h.Incomplete, h.Rejected = l.incomplete, l.rejected
	return h, l.found
}

// loader gathers entries and findings while it goes through the files.
type loader struct {
	content fs.FS
	entries []record.Record
	ids     map[string]record.Record // by ID in lower case, for IDs are unique ignoring case
	files   map[string]record.File
	found   finding.List

	incomplete bool            // a file could not be read
	rejected   map[string]bool // IDs whose entries could not be kept
}

func (l *loader) report(at source.Span, code, message, hint string) {
	l.found = append(l.found, finding.Finding{Code: code, Message: message, Hint: hint, At: at})
}

// config reads annex.toml, or returns nil where there is none that can be read.
func (l *loader) config(names []string) *record.Config {
	file := l.read(ConfigFile)
	if file == nil {
		if !hasName(names, ConfigFile) {
			l.report(source.Span{}, "no-config", "the content has no annex.toml",
				"name the folder that holds annex.toml, or make a new one with: annex new site DIR")
		}
		return nil
	}
	data, index, ok := l.decode(file, 0, len(file.Text))
	if !ok {
		return nil
	}
	config := new(record.Config)
	table{l, file, data, index}.into(config.Fields(), "annex.toml")
	l.parseTexts(config.Fields())
	if o := config.Organization.Row; o != nil && o.Logo.IsSet() {
		l.embed(path.Clean(o.Logo.Value), o.Logo.At)
	}
	return config
}

func hasName(names []string, wanted string) bool {
	for _, name := range names {
		if name == wanted {
			return true
		}
	}
	return false
}

func today(clock Clock, config *record.Config) record.Today {
	switch {
	case !clock.Asked.IsZero():
		return record.Today{Day: clock.Asked}
	case config.Date.IsSet():
		return record.Today{Day: config.Date.Day, Fixed: true}
	default:
		return record.Today{Day: clock.Now.UTC().Truncate(24 * time.Hour)}
	}
}

// give adds the entries that ship with Annex.
func (l *loader) give() {
	for _, kind := range record.Kinds {
		if kind.Given == nil {
			continue
		}
		for _, r := range kind.Given() {
			r.Head().Kind = kind
			l.entries = append(l.entries, r)
			l.ids[lower(r.Head().ID.Value)] = r
		}
	}
}

// register reads a file of TOML tables.
func (l *loader) register(name string) {
	file := l.read(name)
	if file == nil {
		return
	}
	data, index, ok := l.decode(file, 0, len(file.Text))
	if !ok {
		l.incomplete = true
		return
	}
	for _, node := range index.Children {
		kind := record.KindNamed(node.Name)
		switch {
		case kind == nil:
			l.report(span(file, node.Key), "unknown-kind", "no kind of entry is called “"+node.Name+"”",
				suggest(node.Name, kindNames(), "the kinds are: "))
			continue
		case kind.Sealed:
			l.report(span(file, node.Key), "sealed-kind", "the "+lower(kind.Plural)+" are given: a register cannot add to them",
				"remove the table")
			continue
		case kind.Markdown:
			l.report(span(file, node.Key), "not-a-register", kind.Article+" is a Markdown file with front matter, not a table of a register",
				"move it to a file of its own that ends in .md")
			continue
		}
		rows, ok := tables(data[node.Name])
		if !ok {
			l.report(span(file, node.Key), "wrong-type", "“"+node.Name+"” must be an array of tables",
				"begin each entry with [["+node.Name+"]]")
			continue
		}
		for i, row := range rows {
			element := node.Element(i)
			t := table{l, file, row, element}
			l.add(t, kind, span(file, element.Value))
		}
	}
}

// markdown reads a document.
func (l *loader) markdown(name string) {
	file := l.read(name)
	if file == nil {
		return
	}
	front, ok := l.splitFrontMatter(file)
	if !ok {
		l.incomplete = true
		return
	}
	data, index, ok := l.decode(file, front.start, front.end)
	if !ok {
		l.incomplete = true
		return
	}
	r := l.add(table{l, file, data, index}, markdownKind(), source.Span{File: file, Start: 0, End: 3})
	if r == nil {
		return
	}
	for _, field := range r.Fields() {
		if text, isText := field.Value.(*record.Text); isText && field.Place == record.Body {
			body := source.Span{File: file, Start: front.body, End: len(file.Text)}
			*text = record.Text{Source: body.Text(), At: body, Exact: true, Whole: true}
		}
	}
}

func markdownKind() *record.Kind {
	for _, kind := range record.Kinds {
		if kind.Markdown {
			return kind
		}
	}
	return nil
}

// add makes an entry of the table and keeps it; nil where it has no usable ID.
func (l *loader) add(t table, kind *record.Kind, at source.Span) record.Record {
	r := l.entryFor(t, kind)
	r.Head().At = at
	given := r.Head().ID.IsSet()
	t.into(record.AllFields(r), kind.Article)
	head := r.Head()
	head.Authored = true
	if given {
		return r
	}
	if !l.checkID(head) {
		l.rejected[head.ID.Value] = true
		return nil
	}
	l.entries = append(l.entries, r)
	l.ids[lower(head.ID.Value)] = r
	return r
}

// entryFor returns the entry that the table describes: a given one that it
// fills in, or a new one.
func (l *loader) entryFor(t table, kind *record.Kind) record.Record {
	if id, ok := t.data["id"].(string); ok {
		given := l.ids[lower(id)]
		if given != nil && given.Head().Kind == kind && given.Head().ID.Value == id && !given.Head().Authored && kind.Given != nil {
			return given
		}
	}
	return kind.Create()
}

func span(file *source.File, r tomlindex.Range) source.Span {
	return source.Span{File: file, Start: r.Start, End: r.End}
}
