// Package load reads a folder of Markdown and TOML into typed records. It
// reports every fault of form it meets, each at the characters at fault, and
// goes on: a field that cannot be read stays empty, the rest is kept.
package load

import (
	"io/fs"
	"path"
	"slices"
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
	return load(content, clock, nil)
}

func load(content fs.FS, clock Clock, memory *Memory) (*record.Handbook, finding.List) {
	l := &loader{
		content: content, ids: map[string]record.Record{}, given: map[string]bool{},
		shipped: map[string]bool{},
		files:   map[string]record.File{}, rejected: map[string]bool{},
	}
	l.names = l.list()
	config := l.config()
	if config == nil {
		l.found.Sort()
		return nil, l.found
	}
	l.give()
	l.ship(config)
	if l.hasFaultWithin(config.Frameworks.At) {
		l.doubtFrameworks()
	}
	files := l.readEntries(memory)
	finished := l.finishAll(config, files)
	l.reportMisnamed()
	if memory != nil {
		memory.remember(l, files, finished)
	}
	l.found.Sort()
	var before *record.Handbook
	if memory != nil {
		before = memory.before
	}
	h := record.New(before, config, today(clock, config), l.entries, l.files)
	if memory != nil {
		memory.before = h
	}
	h.Names = l.names
	h.Incomplete, h.Faulty, h.Rejected = l.incomplete, l.found.HasErrors(), l.rejected
	return h, l.found
}

// readEntries reads the files that hold entries.
func (l *loader) readEntries(memory *Memory) []loaded {
	var files []loaded
	openAll(l.content, entryFiles(l.names), memory, func(o opened) {
		file := loaded{name: o.name, from: len(l.entries)}
		if file.reused = o.recalled && l.reuse(o.remembered); !file.reused {
			if o.recalled {
				o = openFile(l.content, o.name)
			}
			found := len(l.found)
			l.filled = false
			if path.Ext(o.name) == ".md" {
				l.markdown(o)
			} else {
				l.register(o)
			}
			file.sound = len(l.found) == found && !l.filled
		}
		file.to = len(l.entries)
		files = append(files, file)
	})
	return files
}

// entryFiles returns the names of the files that hold entries.
func entryFiles(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return name == ConfigFile || path.Ext(name) != ".toml" && path.Ext(name) != ".md"
	})
}

// loader gathers entries and findings while it goes through the files.
type loader struct {
	content fs.FS
	names   []string // of all files
	entries []record.Record
	ids     map[string]record.Record // by ID in lower case, for IDs are unique ignoring case
	given   map[string]bool          // the IDs of entries that ship with Annex, in lower case
	shipped map[string]bool          // the frameworks that ship with Annex and that annex.toml asks for
	files   map[string]record.File
	found   finding.List

	incomplete bool            // a file could not be read
	rejected   map[string]bool // IDs and files of entries that could not be kept
	astray     map[string]bool // tables that stand outside of the entries of the file at hand
	filled     bool            // an entry of the file at hand fills in one that ships with Annex
}

func (l *loader) report(at source.Span, code, message, hint string) {
	l.found = append(l.found, finding.Finding{Code: code, Message: message, Hint: hint, At: at})
}

// silently does something that may report faults, and reports none of them: they
// would follow from one that is reported already.
func (l *loader) silently(do func()) {
	found := l.found
	do()
	l.found = found
}

// hasFault reports whether a fault of the file or folder is reported.
func (l *loader) hasFault(name string) bool {
	return slices.ContainsFunc(l.found, func(f finding.Finding) bool { return f.At.Known() && f.At.File.Name == name })
}

// hasFaultWithin reports whether a fault within the place is reported.
func (l *loader) hasFaultWithin(at source.Span) bool {
	return at.Known() && slices.ContainsFunc(l.found, func(f finding.Finding) bool {
		return f.At.File == at.File && at.Start <= f.At.Start && f.At.End <= at.End
	})
}

// config reads annex.toml, or returns nil where there is none that can be read.
func (l *loader) config() *record.Config {
	if !slices.Contains(l.names, ConfigFile) {
		if !l.hasFault(".") && !l.hasFault(ConfigFile) {
			l.report(source.Span{}, "no-config", "the content has no annex.toml",
				"name the folder that holds annex.toml, or make a new one with: annex new site DIR")
		}
		return nil
	}
	file := l.read(ConfigFile)
	if file == nil {
		return nil
	}
	data, index, ok := l.decode(file, 0, len(file.Text))
	if !ok {
		return nil
	}
	config := new(record.Config)
	table{l, file, data, index, ConfigFile, "", ConfigFile, nil}.fill(record.Fields(config))
	var texts finished
	texts.fields(record.Fields(config))
	l.settle(texts)
	if o := config.Organization.Row; o != nil && o.Logo.IsSet() {
		l.embed(path.Clean(o.Logo.Value), o.Logo.At)
	}
	return config
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
			l.given[lower(r.Head().ID.Value)] = true
		}
	}
}

// markdown reads a document.
func (l *loader) markdown(o opened) {
	if !l.take(o) {
		return
	}
	l.astray = nil
	file, data, index := o.file, o.data, o.index
	kind := markdownKind()
	if fields, ok := data[kind.Name].(map[string]any); ok {
		l.report(span(file, index.Child(kind.Name).Value), "unknown-key", "the fields of "+kind.Article+" stand in no table", "remove the line")
		l.reject(fields)
		l.rejected[o.name] = true
		return
	}
	r := l.add(table{l, file, data, index, kind.Article, "", kind.Name, nil}, kind, source.Span{File: file, Start: 0, End: len(fence)})
	if r == nil {
		l.rejected[o.name] = true
		return
	}
	for _, field := range record.Fields(r) {
		if text, isText := field.Value.(*record.Text); isText && field.Place == record.Body {
			body := source.Span{File: file, Start: o.front.body, End: len(file.Text)}
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

// add makes an entry of the table and keeps it; nil where it cannot be kept.
func (l *loader) add(t table, kind *record.Kind, at source.Span) record.Record {
	r, claim := l.entryFor(t, kind)
	l.filled = l.filled || claim != isOwn
	head := r.Head()
	givenID := head.ID.Value
	head.At, head.Authored = at, t.file != nil
	fields := record.AllFields(r)
	meant := t.into(fields)
	switch {
	case claim == isOwn && kind.Given != nil && !head.ID.IsSet():
		t.reportMissing(fields[:1], meant) // the ID might give it all others
	case claim == isOwn, claim == isGiven:
		t.reportMissing(fields, meant)
	}
	if !l.checkID(head, claim, givenID) {
		l.reject(t.data)
		if meant["id"] {
			l.rejectAny(t.data)
		} else if !head.ID.IsSet() {
			l.incomplete = true // nobody knows which ID it should have had
		}
		return nil
	}
	if claim == isOwn {
		l.entries = append(l.entries, r)
		l.ids[lower(head.ID.Value)] = r
	}
	return r
}

func span(file *source.File, r tomlindex.Range) source.Span {
	return source.Span{File: file, Start: r.Start, End: r.End}
}
