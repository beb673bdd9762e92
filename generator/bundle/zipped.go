package bundle

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// zipped is a bundle as it was packed.
type zipped struct {
	file    *os.File
	size    int64
	entries []*zip.File // the files, without folders
	folders bool        // it has entries for folders as well
}

// openZip opens a zip that somebody has sent. It refuses one that could harm
// whoever unzips it, or that different programs would unzip differently.
func openZip(name string) (*zipped, listing, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	z := &zipped{file: file}
	list, err := z.list()
	if err != nil {
		_ = file.Close()
		return nil, nil, err
	}
	return z, list, nil
}

func (z *zipped) list() (listing, error) {
	info, err := z.file.Stat()
	if err != nil {
		return nil, err
	}
	z.size = info.Size()
	r, err := zip.NewReader(z.file, z.size)
	if err != nil {
		return nil, noBundle{"it is no zip that can be read"}
	}
	if err := z.check(r.File); err != nil {
		return nil, refused{err}
	}
	var list listing
	for _, entry := range z.entries {
		_, rest := splitTop(entry.Name)
		list = append(list, listed{path: rest, open: entry.Open})
	}
	return list, nil
}

// check takes the entries in, or says why one of them cannot be of a bundle.
func (z *zipped) check(entries []*zip.File) error {
	var paths, folders []string
	var bytes uint64
	for _, entry := range entries {
		name, isFolder := strings.CutSuffix(entry.Name, "/")
		if isFolder {
			folders = append(folders, name)
			continue
		}
		if err := checkEntry(entry); err != nil {
			return err
		}
		paths = append(paths, entry.Name)
		z.entries = append(z.entries, entry)
		// One by one, since together they could count round to little.
		if bytes += min(entry.UncompressedSize64, maxBytes+1); bytes > maxBytes {
			return fmt.Errorf("its files claim to have more than %d bytes", uint64(maxBytes))
		}
	}
	if err := checkPaths(paths); err != nil {
		return err
	}
	return z.checkFolders(paths, folders)
}

// checkEntry reports an entry that is no plain file.
func checkEntry(entry *zip.File) error {
	const encrypted = 1 << 0
	switch {
	case entry.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%q is a symbolic link", entry.Name)
	case !entry.Mode().IsRegular():
		return fmt.Errorf("%q is no ordinary file", entry.Name)
	case entry.Flags&encrypted != 0:
		return fmt.Errorf("%q is encrypted", entry.Name)
	case entry.Method != zip.Store && entry.Method != zip.Deflate:
		return fmt.Errorf("%q is compressed in a way that not every program knows", entry.Name)
	}
	return nil
}

// checkFolders reports an entry that lies beside the one folder that a bundle
// has, and an entry for a folder that no file is in.
func (z *zipped) checkFolders(paths, folders []string) error {
	holds := map[string]bool{}
	for i, name := range paths {
		top, rest := splitTop(name)
		first, _ := splitTop(paths[0])
		if rest == "" || i > 0 && top != first {
			return fmt.Errorf("%q lies beside the one folder that a bundle has", name)
		}
		for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
			holds[folder] = true
		}
	}
	for _, folder := range folders {
		if !holds[folder] {
			return fmt.Errorf("%q is a folder that holds nothing", folder+"/")
		}
	}
	z.folders = len(folders) > 0
	return nil
}

// errOther says that the zip is not what Annex would have packed.
var errOther = errors.New("the zip differs")

// isAsPacked reports whether the zip is nothing but its files, as Annex packs
// them. Whoever unzips it then gets what was checked, whichever program is used:
// a zip says everything about a file twice, and programs differ in what they
// believe. What is compressed is copied, for the hashes vouch for it.
func (z *zipped) isAsPacked(m Manifest) (bool, error) {
	if z.folders {
		return false, nil
	}
	again := &comparison{file: z.file}
	w := zip.NewWriter(again)
	for _, entry := range z.entries {
		_, rest := splitTop(entry.Name)
		want := header(m, rest)
		if entry.Name != want.Name || entry.Method != want.Method || entry.Comment != "" ||
			entry.CreatorVersion != want.CreatorVersion || entry.ExternalAttrs != want.ExternalAttrs || !entry.Modified.Equal(want.Modified) {
			return false, nil
		}
		if err := w.Copy(entry); err != nil {
			return false, ignore(err, errOther)
		}
	}
	if err := w.Close(); err != nil {
		return false, ignore(err, errOther)
	}
	return again.size == z.size, nil
}

// comparison is a writer that fails with errOther as soon as what is written is
// not what the file holds.
type comparison struct {
	file io.ReaderAt
	size int64
}

func (c *comparison) Write(data []byte) (int, error) {
	there := make([]byte, len(data))
	_, err := c.file.ReadAt(there, c.size)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	if string(there) != string(data) {
		return 0, errOther
	}
	c.size += int64(len(data))
	return len(data), nil
}

// ignore returns the error, unless it is the one that was expected.
func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}
