package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// What stands in the output folder beside the editions and the mark.
const (
	hidden         = ".annex-"
	stagedSuffix   = ".new" // .annex-trust.new: the next version, until it is swapped
	previousSuffix = ".old" // .annex-trust.old: the version before, where a swap takes two steps
)

// folder is the output folder, held for this run alone.
type folder struct {
	path string
	mark *mark
}

// openFolder returns the output folder out, made if it is missing.
func openFolder(out string) (*folder, error) {
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("publishing to %s: it is a file, not a folder; choose another with --out", out)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return nil, fmt.Errorf("publishing to %s: %w", out, err)
	}
	mark, err := openMark(out)
	if err != nil {
		return nil, fmt.Errorf("publishing to %s: %w", out, err)
	}
	return &folder{path: out, mark: mark}, nil
}

// close lets the next run in.
func (f *folder) close() error {
	return f.mark.close()
}

func (f *folder) edition(name string) string  { return filepath.Join(f.path, name) }
func (f *folder) staged(name string) string   { return f.edition(hidden + name + stagedSuffix) }
func (f *folder) previous(name string) string { return f.edition(hidden + name + previousSuffix) }

// holdsEdition reports whether a version of the edition that Annex wrote stands
// in its place. Anything of another origin there is an error, because publishing
// would destroy it.
func (f *folder) holdsEdition(name string) (bool, error) {
	place := f.edition(name)
	info, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.Mode().Type() == fs.ModeSymlink:
		return false, fmt.Errorf("%s is a symbolic link; remove it or choose another folder with --out", place)
	case info.IsDir() && f.mark.says[name] == published:
		return true, nil
	case info.IsDir():
		entries, err := os.ReadDir(place)
		if err != nil || len(entries) == 0 {
			return false, err
		}
	}
	return false, fmt.Errorf("%s was not written by Annex; move it away or choose another folder with --out", place)
}

// exists reports whether anything stands at place, be it a link to nowhere.
func exists(place string) (bool, error) {
	_, err := os.Lstat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
