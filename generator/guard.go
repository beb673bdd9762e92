package generator

import (
	"io/fs"
	"iter"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/view"
)

// Echo is the code of notes that only a finished edition gives rise to.
const Echo = gate.EchoCode

// guarded returns the site so that each of its files passes by the gate as it is
// made, and nothing is published that the gate refuses.
func (s Site) guarded(g *gate.Gate) Site {
	s = s.each(func(file publish.File) publish.File {
		return publish.File{Path: file.Path, Content: func() ([]byte, error) { return read(g, file.Path, file.Content) }}
	})
	s.gate, s.Last = g, g.Open
	cover := s.cover
	s.cover = func(c view.Copy) ([]byte, error) {
		return read(g, "START.html", func() ([]byte, error) { return cover(c) })
	}
	return s
}

// read makes a file and lets the gate read it.
func read(g *gate.Gate, path string, content func() ([]byte, error)) ([]byte, error) {
	data, err := content()
	if err == nil {
		g.Read(path, data)
	}
	return data, err
}

// withLeaks adds to what was found what the gates found in the finished sites.
func withLeaks(found finding.List, sites []Site) finding.List {
	for _, site := range sites {
		found = append(found, site.gate.Findings()...)
	}
	return found
}

// wordsOf yields the files of a theme, whose words every edition may hold.
func wordsOf(theme fs.FS) iter.Seq[gate.Text] {
	return func(yield func(gate.Text) bool) {
		_ = fs.WalkDir(theme, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil // what cannot be read adds no words
			}
			text, err := fs.ReadFile(theme, name)
			if err == nil && !yield(gate.Text{Words: string(text), File: name}) {
				return fs.SkipAll
			}
			return nil
		})
	}
}
