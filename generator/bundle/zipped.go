package bundle

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// zipped is a bundle as it was packed.
type zipped struct {
	data    io.ReaderAt
	size    int64
	entries []*zip.File // the files, without folders
	folders []string    // for which it has entries of their own
}

// openZip opens a zip that somebody has sent. It refuses one that could harm
// whoever unzips it, or that different programs would unzip differently.
func openZip(data io.ReaderAt, size int64) (*zipped, error) {
	r, err := zip.NewReader(data, size)
	if err != nil {
		return nil, noBundle{"it is no zip that can be read"}
	}
	z := &zipped{data: data, size: size}
	if len(r.File) > 2*maxFiles {
		return nil, refused{fmt.Errorf("it has %d entries", len(r.File))}
	}
	for _, entry := range r.File {
		if err := checkEntry(entry); err != nil {
			return nil, refused{err}
		}
		if folder, ok := strings.CutSuffix(entry.Name, "/"); ok {
			z.folders = append(z.folders, folder)
		} else {
			z.entries = append(z.entries, entry)
		}
	}
	if err := z.checkSize(); err != nil {
		return nil, refused{err}
	}
	if err := z.checkNames(); err != nil {
		return nil, refused{err}
	}
	return z, nil
}

// list returns the files, without the folder that holds them all.
func (z *zipped) list() listing {
	var list listing
	for _, entry := range z.entries {
		_, path := splitTop(entry.Name)
		list = append(list, listed{path: path, open: entry.Open})
	}
	return list
}

// checkSize reports a zip that has more in it than anybody would unpack. A file
// cannot be longer than it claims: that would be damage.
func (z *zipped) checkSize() error {
	var bytes, compressed uint64
	for _, entry := range z.entries {
		// Checked one by one, since together they could count round to little.
		bytes += min(entry.UncompressedSize64, maxBytes+1)
		compressed += min(entry.CompressedSize64, uint64(z.size)+1)
		switch {
		case bytes > maxBytes:
			return fmt.Errorf("its files claim to have more than %d bytes", uint64(maxBytes))
		case compressed > uint64(z.size):
			return errors.New("its files overlap")
		}
	}
	return nil
}

// checkNames reports a name that no file of a bundle has.
func (z *zipped) checkNames() error {
	names := z.leaves()
	if err := checkPaths(names); err != nil {
		return err
	}
	for _, name := range names {
		if first, _ := splitTop(names[0]); !strings.HasPrefix(name, first+"/") {
			return fmt.Errorf("%q lies beside the one folder that a bundle has", name)
		}
	}
	return nil
}

// leaves returns the names of all files, and of the folders that hold nothing:
// those of all other folders are part of them.
func (z *zipped) leaves() []string {
	holds := map[string]bool{}
	var names []string
	for _, entry := range z.entries {
		names = append(names, entry.Name)
	}
	for _, name := range slices.Concat(names, z.folders) {
		for folder := path.Dir(name); folder != "." && folder != "/" && !holds[folder]; folder = path.Dir(folder) {
			holds[folder] = true
		}
	}
	for _, folder := range z.folders {
		if !holds[folder] {
			names = append(names, folder)
		}
	}
	return names
}

// checkEntry reports an entry that is neither a plain file nor a folder.
func checkEntry(entry *zip.File) error {
	const encrypted = 1 << 0
	switch {
	case len(entry.Name) > maxPath:
		return tooLong(entry.Name)
	case entry.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%q is a symbolic link", entry.Name)
	case !entry.Mode().IsRegular() && !(entry.Mode().IsDir() && strings.HasSuffix(entry.Name, "/")):
		return fmt.Errorf("%q is no ordinary file", entry.Name)
	case entry.Flags&encrypted != 0:
		return fmt.Errorf("%q is encrypted", entry.Name)
	case entry.Method != zip.Store && entry.Method != zip.Deflate:
		return fmt.Errorf("%q is compressed in a way that not every program knows", entry.Name)
	}
	return nil
}

// errOther says that the zip is not what Annex would have packed.
var errOther = errors.New("the zip is another one")

// isAsPacked reports whether the zip is nothing but its files, as Annex packs
// them. A zip says everything about a file twice, and programs differ in what they
// believe; of this one, all of them make what was checked.
func (z *zipped) isAsPacked(m Manifest) (bool, error) {
	err := z.packAgain(m)
	if errors.Is(err, errOther) {
		return false, nil
	}
	return err == nil, err
}

// packAgain packs the files once more, and returns errOther if that makes another
// zip. What is compressed is taken as it is, for the hashes vouch for it.
func (z *zipped) packAgain(m Manifest) error {
	if len(z.folders) > 0 {
		return errOther
	}
	again := &comparison{data: z.data}
	w := zip.NewWriter(again)
	for _, entry := range z.entries {
		_, path := splitTop(entry.Name)
		want := header(m, path)
		if entry.Name != want.Name || entry.Method != want.Method || entry.Comment != "" ||
			entry.CreatorVersion != want.CreatorVersion || entry.ExternalAttrs != want.ExternalAttrs || !entry.Modified.Equal(want.Modified) {
			return errOther
		}
		if err := w.Copy(entry); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	if again.size != z.size {
		return errOther
	}
	return nil
}

// comparison is a writer that fails with errOther as soon as what is written is
// not what the file holds.
type comparison struct {
	data io.ReaderAt
	size int64
}

func (c *comparison) Write(data []byte) (int, error) {
	there := make([]byte, len(data))
	_, err := c.data.ReadAt(there, c.size)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	if !bytes.Equal(there, data) {
		return 0, errOther
	}
	c.size += int64(len(data))
	return len(data), nil
}
