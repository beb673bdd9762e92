package load

import (
	"io/fs"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Memory remembers the entries of files, for loading the same content again after
// some of it has changed. A file is remembered by all its bytes. Only what depends
// on nothing but the file and annex.toml is taken from memory; where anything is
// amiss with a file, or it has to do with others, it is read anew.
type Memory struct {
	config string // the text of annex.toml that all of it was read with
	files  map[string]remembered
	before *record.Handbook // what came of it the last time
}

// remembered is a file without fault whose entries are all the author's own.
type remembered struct {
	text    string
	entries []record.Record
}

// NewMemory returns a memory that holds nothing yet.
func NewMemory() *Memory { return &Memory{} }

// Load returns what the function Load does.
func (m *Memory) Load(content fs.FS, clock Clock) (*record.Handbook, finding.List) {
	config, _ := fs.ReadFile(content, ConfigFile)
	if m.files == nil || m.config != string(config) {
		m.config, m.files = string(config), map[string]remembered{}
	}
	return load(content, clock, m)
}

// Whole is a file whose bytes can be had as they are, without reading.
type Whole interface{ Whole() string }

// PageOf returns the path of the page of the one entry that a file holds.
func (m *Memory) PageOf(name string) string {
	if entries := m.files[name].entries; len(entries) == 1 {
		return entries[0].Head().Path()
	}
	return ""
}

// textOf returns the bytes of a file that is in memory and can be had without
// reading.
func textOf(content fs.FS, name string) (string, bool) {
	file, err := content.Open(name)
	if err != nil {
		return "", false
	}
	defer file.Close()
	whole, ok := file.(Whole)
	if !ok {
		return "", false
	}
	return whole.Whole(), true
}

// recall returns the entries of a file that is as it was.
func (m *Memory) recall(content fs.FS, name string) (remembered, bool) {
	known, found := m.files[name]
	if !found {
		return remembered{}, false
	}
	text, ok := textOf(content, name)
	return known, ok && text == known.text
}

// reuse keeps the entries of a file that is as it was, unless one of their IDs is
// taken.
func (l *loader) reuse(known remembered) bool {
	for _, r := range known.entries {
		if l.ids[lower(r.Head().ID.Value)] != nil {
			return false
		}
	}
	for _, r := range known.entries {
		l.entries = append(l.entries, r)
		l.ids[lower(r.Head().ID.Value)] = r
	}
	return true
}

// remember takes in the entries of the files that can be reused: those without a
// finding, without an entry that ships with Annex, and without files of theirs.
func (m *Memory) remember(l *loader, files []loaded, finished []finished) {
	fresh := map[string]remembered{}
	for _, file := range files {
		if file.reused {
			fresh[file.name] = m.files[file.name]
			continue
		}
		text, ok := textOf(l.content, file.name)
		for i := file.from; i < file.to; i++ {
			f := finished[i]
			ok = ok && len(f.faulty)+len(f.images)+len(f.attachments) == 0
		}
		if ok && file.sound {
			fresh[file.name] = remembered{text, l.entries[file.from:file.to:file.to]}
		}
	}
	m.files = fresh
}

// loaded is a file and which of the entries are its own.
type loaded struct {
	name     string
	from, to int
	reused   bool
	sound    bool // nothing was found, and all entries are the author's own
}
