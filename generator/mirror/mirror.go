// Package mirror shows a folder as it was when it was last looked at, so that
// what has not changed need not be read again. Whoever knows that something has
// changed says so; nothing is looked at before it is asked for.
package mirror

import (
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"
)

// largest is how many bytes of a file are kept. Larger ones are read each time.
const largest = 8 << 20

// Mirror is a folder as it was. It is an fs.FS, and may be read by several
// goroutines.
type Mirror struct {
	folder fs.FS

	mutex   sync.Mutex
	files   map[string]string        // regular files, by name
	folders map[string][]fs.DirEntry // in lexical order, by name
}

// Of returns a mirror of the folder.
func Of(folder fs.FS) *Mirror {
	m := &Mirror{folder: folder}
	m.ForgetAll()
	return m
}

// ForgetAll makes the mirror look at everything again.
func (m *Mirror) ForgetAll() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.files, m.folders = map[string]string{}, map[string][]fs.DirEntry{}
}

// Forget makes the mirror look again at what has that name, at all below it, and
// at the folders that it is in: they may have come or gone with it.
func (m *Mirror) Forget(name string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	delete(m.files, name)
	for above := path.Dir(name); ; above = path.Dir(above) {
		delete(m.folders, above)
		if above == "." || above == "/" {
			break
		}
	}
	if _, isFolder := m.folders[name]; !isFolder {
		return
	}
	delete(m.folders, name)
	for below := range m.files {
		if strings.HasPrefix(below, name+"/") {
			delete(m.files, below)
		}
	}
	for below := range m.folders {
		if strings.HasPrefix(below, name+"/") {
			delete(m.folders, below)
		}
	}
}

// Open opens a file or a folder. What is no regular file, or a large one, is
// opened as the folder itself does.
func (m *Mirror) Open(name string) (fs.File, error) {
	m.mutex.Lock()
	text, known := m.files[name]
	m.mutex.Unlock()
	if known {
		return newFile(name, text), nil
	}
	opened, err := m.folder.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := opened.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return opened, nil
	}
	data, err := io.ReadAll(io.LimitReader(opened, largest+1))
	if err != nil || len(data) > largest {
		// Whoever opens it meets the same, and knows what to say of it.
		return m.folder.Open(name)
	}
	if err := opened.Close(); err != nil {
		return nil, err
	}
	m.mutex.Lock()
	m.files[name] = string(data)
	m.mutex.Unlock()
	return newFile(name, string(data)), nil
}

// ReadDir returns what is in a folder, in lexical order.
func (m *Mirror) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mutex.Lock()
	entries, known := m.folders[name]
	m.mutex.Unlock()
	if known {
		return entries, nil
	}
	entries, err := fs.ReadDir(m.folder, name)
	if err == nil {
		m.mutex.Lock()
		m.folders[name] = entries
		m.mutex.Unlock()
	}
	return entries, err
}

// Stat looks at the folder itself.
func (m *Mirror) Stat(name string) (fs.FileInfo, error) { return fs.Stat(m.folder, name) }

// Sub returns the mirror of a folder below.
func (m *Mirror) Sub(name string) (fs.FS, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "sub", Path: name, Err: fs.ErrInvalid}
	}
	return below{m, name}, nil
}

// below is a folder of a mirror.
type below struct {
	*Mirror
	at string
}

func (b below) Open(name string) (fs.File, error) { return b.Mirror.Open(path.Join(b.at, name)) }
func (b below) ReadDir(name string) ([]fs.DirEntry, error) {
	return b.Mirror.ReadDir(path.Join(b.at, name))
}
func (b below) Stat(name string) (fs.FileInfo, error) { return b.Mirror.Stat(path.Join(b.at, name)) }
func (b below) Sub(name string) (fs.FS, error)        { return b.Mirror.Sub(path.Join(b.at, name)) }

// file is a regular file whose bytes are in memory.
type file struct {
	*strings.Reader
	name, text string
}

func newFile(name, text string) *file { return &file{strings.NewReader(text), name, text} }

// Whole returns all bytes of the file, without copying them.
func (f *file) Whole() string { return f.text }

func (f *file) Close() error { return nil }

// Stat tells what is known of the file without looking.
func (f *file) Stat() (fs.FileInfo, error) { return info{f}, nil }

type info struct{ of *file }

func (i info) Name() string       { return path.Base(i.of.name) }
func (i info) Size() int64        { return int64(len(i.of.text)) }
func (i info) Mode() fs.FileMode  { return 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
