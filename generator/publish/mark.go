package publish

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const (
	markName = ".annex"

	// A mark is known by this line, so another wording would disown every folder written so far.
	markTitle = "Annex wrote the folders that are published here, and will replace them. The last line about a folder counts.\n"
)

// word is what the mark says of an edition.
type word string

const (
	publishing word = "publishing" // its first version is about to be moved to its place
	published  word = "published"  // Annex wrote what stands there
	abandoned  word = "abandoned"  // Annex did not get to write it
)

// mark is the file in the output folder that tells what Annex wrote there. Who
// has it open has the output folder for itself.
//
// It only ever grows, by a line at a time: a run that is killed while it writes
// leaves an unfinished last line, which does not count and is overwritten.
type mark struct {
	file *lockedfile.File
	end  int64 // after the last complete line
	says map[string]word
}

// openMark returns the mark in the folder out, new if there was none, as soon as
// nobody else has it open.
func openMark(out string) (*mark, error) {
	path := filepath.Join(out, markName)
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file that Annex wrote", path)
	}
	file, err := lockedfile.Edit(path)
	if err != nil {
		return nil, err
	}
	m := &mark{file: file, says: map[string]word{}}
	if err := m.read(); err != nil {
		_ = file.Close()
		return nil, err
	}
	return m, nil
}

func (m *mark) read() error {
	content, err := io.ReadAll(m.file)
	if err != nil {
		return err
	}
	text := string(content)
	if strings.HasPrefix(markTitle, text) && text != markTitle {
		return m.write(markTitle)
	}
	lines, ours := strings.CutPrefix(text, markTitle)
	if !ours {
		return fmt.Errorf("%s is not a file that Annex wrote", m.file.Name())
	}
	lines = lines[:strings.LastIndexByte(lines, '\n')+1]
	m.end = int64(len(markTitle) + len(lines))
	for line := range strings.Lines(lines) {
		said, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		// Names become paths, and anybody could have written into the file.
		if checkName(name) == nil {
			m.says[name] = word(said)
		}
	}
	return nil
}

// say notes w of the edition; once it returns, a killed program has said it too.
func (m *mark) say(w word, edition string) error {
	if m.says[edition] == w {
		return nil
	}
	if err := m.write(string(w) + " " + edition + "\n"); err != nil {
		return err
	}
	m.says[edition] = w
	return nil
}

func (m *mark) write(line string) error {
	if err := m.file.Truncate(m.end); err != nil {
		return err
	}
	if _, err := m.file.WriteAt([]byte(line), m.end); err != nil {
		return err
	}
	m.end += int64(len(line))
	return m.file.Sync()
}

// close lets the next one in.
func (m *mark) close() error {
	return m.file.Close()
}
