package bundle

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/robustio"
)

// Save writes the bundle to the file, whose folder is made where it is missing,
// and returns its size. Where that fails, what was there before stays; anything
// but a file is never replaced.
func (b *Bundle) Save(name string) (size int64, err error) {
	if err := b.save(name); err != nil {
		return 0, fmt.Errorf("writing %s: %w", name, err)
	}
	info, err := os.Stat(name)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (b *Bundle) save(name string) (err error) {
	if err := refuseOther(name); err != nil {
		return err
	}
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	// Beside its place, so that it can be renamed; “.tmp”, so that no build takes
	// it for its own.
	beside := filepath.Join(folder, ".annex-bundle-"+rand.Text()+".tmp")
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return cause(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside)
		}
	}()
	if err := errors.Join(b.Write(file), file.Sync(), file.Close()); err != nil {
		return cause(err)
	}
	// Asked again, because packing takes time and others may use it.
	if err := refuseOther(name); err != nil {
		return err
	}
	return cause(robustio.Rename(beside, name))
}

// refuseOther reports what stands in the bundle's place and is no file.
func refuseOther(name string) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return cause(err)
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return errors.New("what stands there is no file")
	}
	return nil
}

// cause returns why the system refused, without the path, which may be one that
// the reader never heard of.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
