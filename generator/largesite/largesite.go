// Package largesite makes up management systems of any size, to see what size
// does to Annex: documents of some 570 words with tables and links, and the
// registers that they speak of. The same size gives the same content every time.
// Only tests and benchmarks use it.
package largesite

import (
	"bytes"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"testing/fstest"
)

// Day is the day for which the content is written.
const Day = "2026-11-23"

// perFile is how many entries of a register one file holds.
const perFile = 100

// Site is a management system with so many documents.
type Site struct{ documents int }

// New returns a site with so many documents. Beside them it has half as many
// entries of other kinds.
func New(documents int) Site { return Site{documents} }

// Files yields the name and the text of each file, in lexical order of folders.
func (s Site) Files() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		if !yield("annex.toml", []byte(config)) {
			return
		}
		for i := range s.documents {
			if !yield(s.Document(i), s.Text(i, "")) {
				return
			}
		}
		for _, r := range s.registers() {
			for from := 0; from < r.count; from += perFile {
				var text bytes.Buffer
				for i := from; i < min(from+perFile, r.count); i++ {
					r.entry(s.writer(r.name, i), &text, i)
				}
				if !yield(fmt.Sprintf("registers/%s/%05d.toml", r.name, from), text.Bytes()) {
					return
				}
			}
		}
	}
}

// FS returns the files in memory.
func (s Site) FS() fs.FS {
	files := fstest.MapFS{}
	for name, text := range s.Files() {
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// Write writes the files into a folder.
func (s Site) Write(folder string) error {
	for name, text := range s.Files() {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Document returns the name of the file of a document, counted from zero.
func (s Site) Document(i int) string {
	form := formOf(i)
	return fmt.Sprintf("documents/%s/%03d/%s.md", form.folder, i/perFile, documentID(i))
}

// register is a kind of entry that stands in registers.
type register struct {
	name  string
	count int
	entry func(w *writer, to *bytes.Buffer, i int)
}

func (s Site) registers() []register {
	return []register{
		{"activities", s.share(50), (*writer).activity},
		{"assets", s.share(10), (*writer).asset},
		{"controls", len(controls), (*writer).control},
		{"evidence", s.share(6), (*writer).evidence},
		{"risks", s.share(8), (*writer).risk},
		{"roles", len(roles), (*writer).role},
		{"suppliers", s.share(25), (*writer).supplier},
	}
}

// share returns how many entries of a kind there are where one comes with so
// many documents.
func (s Site) share(documents int) int { return max(5, s.documents/documents) }
