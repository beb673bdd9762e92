// Package themes holds the default theme, embedded, and lets a site's own theme
// replace it file by file.
package themes

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

//go:embed all:default
var embedded embed.FS

// A release carries ECharts, which “go generate” puts beside its pin.
//
//go:generate go run ../generator/echarts/embed echarts
//go:embed echarts
var echarts embed.FS

// ECharts returns the folder that says which ECharts is taken, and in a release
// holds it.
func ECharts() fs.FS {
	files, err := fs.Sub(echarts, "echarts")
	if err != nil {
		panic("themes: " + err.Error()) // only for an invalid name
	}
	return files
}

// Default returns the files of the default theme.
func Default() fs.FS {
	files, err := fs.Sub(embedded, "default")
	if err != nil {
		panic("themes: " + err.Error()) // only for an invalid name
	}
	return files
}

// Over returns a theme whose files are those of own, and where it has none,
// those of the default theme.
func Over(own fs.FS) fs.FS { return layered{own, Default()} }

// layered is file systems laid over each other; the first that has a file
// gives it.
type layered []fs.FS

// Open opens the uppermost file of that name.
func (l layered) Open(name string) (fs.File, error) {
	for _, layer := range l {
		file, err := layer.Open(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return file, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir returns what all layers together have in the folder, by name.
func (l layered) ReadDir(name string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	found := false
	for _, layer := range l {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		for _, entry := range entries {
			known := slices.ContainsFunc(all, func(e fs.DirEntry) bool { return e.Name() == entry.Name() })
			if !known && !strings.HasPrefix(entry.Name(), ".") {
				all = append(all, entry)
			}
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}
