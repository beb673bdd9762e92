package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// memo remembers what ECharts drew of an option, so that a chart that has not
// changed costs nothing: for the run of the program, and in a folder for the
// next ones. What it cannot read or write it does without.
type memo struct {
	folder string // empty for none

	mutex sync.Mutex
	drawn map[string][2]string // wide and narrow, by key
	dusty sync.Once            // old files are looked for once
}

// keptFor is how long a drawing that nobody asks for stays in the folder.
const keptFor = 30 * 24 * time.Hour

// form changes when the same option is drawn in another way.
const form = "annex chart 1"

// key names what is drawn of an option by an ECharts.
func key(script [sha256.Size]byte, o option) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%x\n%d %d %d %d\n", form, script, o.wide.width, o.wide.height, o.narrow.width, o.narrow.height)
	hash.Write(o.json)
	return hex.EncodeToString(hash.Sum(nil))
}

// get returns what was drawn under a key.
func (m *memo) get(key string) (both [2]string, ok bool) {
	m.mutex.Lock()
	both, ok = m.drawn[key]
	m.mutex.Unlock()
	if ok || m.folder == "" {
		return both, ok
	}
	name := m.file(key)
	text, err := os.ReadFile(name)
	if err != nil {
		return both, false
	}
	both, ok = unsealed(string(text))
	if ok {
		m.remember(key, both)
		now := time.Now()
		_ = os.Chtimes(name, now, now) // it is in use
	}
	return both, ok
}

// put remembers what was drawn under a key.
func (m *memo) put(key string, both [2]string) {
	m.remember(key, both)
	if m.folder == "" || os.MkdirAll(m.folder, 0o755) != nil {
		return
	}
	m.dusty.Do(m.dust)
	// Written elsewhere and moved into place: another run reads all of it or none.
	file, err := os.CreateTemp(m.folder, ".new-*")
	if err != nil {
		return
	}
	_, err = file.WriteString(sealed(both))
	if closed := file.Close(); err != nil || closed != nil || os.Rename(file.Name(), m.file(key)) != nil {
		_ = os.Remove(file.Name())
	}
}

func (m *memo) remember(key string, both [2]string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.drawn == nil {
		m.drawn = map[string][2]string{}
	}
	m.drawn[key] = both
}

func (m *memo) file(key string) string { return filepath.Join(m.folder, key+".svg") }

// dust removes files that nobody has asked for in a long time.
func (m *memo) dust() {
	entries, err := os.ReadDir(m.folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > keptFor {
			_ = os.Remove(filepath.Join(m.folder, entry.Name()))
		}
	}
}

// between parts the two drawings in a file; no SVG holds it.
const between = "\x00"

// sealed returns two drawings as a file holds them, with a digest that shows
// whether they are still what was written.
func sealed(both [2]string) string {
	text := both[0] + between + both[1]
	return fmt.Sprintf("%x\n%s", sha256.Sum256([]byte(text)), text)
}

func unsealed(file string) (both [2]string, ok bool) {
	digest, text, _ := strings.Cut(file, "\n")
	if digest != fmt.Sprintf("%x", sha256.Sum256([]byte(text))) {
		return both, false
	}
	both[0], both[1], ok = strings.Cut(text, between)
	return both, ok
}
