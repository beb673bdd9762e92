package bundle

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf8"
)

// topFolder returns the folder of the bundle: the one that was named, or the only
// one in it that is a bundle's.
func topFolder(folder string) (string, error) {
	if isTop(folder) {
		return folder, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", cause(err)
	}
	var tops []string
	for _, entry := range entries {
		if below := filepath.Join(folder, entry.Name()); entry.IsDir() && isTop(below) {
			tops = append(tops, below)
		}
	}
	switch len(tops) {
	case 0:
		return "", noBundle{"it has neither a " + manifestName + " nor " + sumsName}
	case 1:
		return tops[0], nil
	default:
		return "", fmt.Errorf("it holds %d bundles: name one of them, such as %s", len(tops), filepath.ToSlash(tops[0]))
	}
}

// isTop reports whether the folder has what a bundle is checked with.
func isTop(folder string) bool {
	for _, name := range []string{manifestName, sumsName} {
		if info, err := os.Lstat(filepath.Join(folder, name)); err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}

// listFolder lists the files of an unzipped bundle.
func listFolder(files fs.FS) (listing, error) {
	var list listing
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, cause(err))
		}
		l := listed{path: name, open: func() (io.ReadCloser, error) { return files.Open(name) }}
		switch {
		case !utf8.ValidString(name):
			// Nothing in a bundle is called so, and nothing can open it.
			list = append(list, listed{path: name, fault: "has a name that is no text"})
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		case entry.Type()&fs.ModeSymlink != 0:
			l.fault = "is a symbolic link"
		case !entry.Type().IsRegular():
			l.fault = "is no ordinary file"
		}
		list = append(list, l)
		return nil
	})
	return list, err
}
