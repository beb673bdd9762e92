package bundle

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/annex-isms/annex/generator/publish"
)

// Contents is what goes into a bundle.
type Contents struct {
	Manifest Manifest // what it says of itself; Pack adds the format, the files and the root hash
	Site     publish.Site
	Cover    func(Manifest) ([]byte, error) // makes START.html, once the hashes are known
}

// Bundle is a packed edition, ready to be written.
type Bundle struct {
	Manifest Manifest
	files    []packed
}

// packed is one file of a bundle, compressed.
type packed struct {
	Sum
	entry *zip.File
}

// Pack makes the bundle of an edition.
func Pack(c Contents) (*Bundle, error) {
	b := &Bundle{Manifest: c.Manifest}
	b.Manifest.Format = format
	if err := b.packSite(c.Site); err != nil {
		return nil, err
	}
	cover, err := c.Cover(b.Manifest)
	if err != nil {
		return nil, err
	}
	manifest, err := b.Manifest.encode()
	if err != nil {
		return nil, err
	}
	sums := append([]Sum{sumOf(coverName, cover), sumOf(manifestName, manifest)}, b.Manifest.Files...)
	sortSums(sums)
	for path, data := range map[string][]byte{coverName: cover, manifestName: manifest, sumsName: lines(sums)} {
		file, err := b.pack(path, data)
		if err != nil {
			return nil, err
		}
		b.files = append(b.files, file)
	}
	slices.SortFunc(b.files, func(a, b packed) int { return cmp.Compare(a.Path, b.Path) })
	return b, b.checkSize()
}

// packSite packs the files of the site and enters them in the manifest.
func (b *Bundle) packSite(site publish.Site) error {
	paths := []string{manifestName, sumsName, coverName}
	for part, err := range site.Parts() {
		if err != nil {
			return err
		}
		for _, file := range part {
			paths = append(paths, siteFolder+file.Path)
		}
		if err := checkPaths(under(b.Manifest.Name(), paths)); err != nil {
			return err
		}
		if err := b.packFiles(part); err != nil {
			return err
		}
	}
	for _, file := range b.files {
		b.Manifest.Files = append(b.Manifest.Files, file.Sum)
	}
	sortSums(b.Manifest.Files)
	b.Manifest.Root = root(b.Manifest.Files)
	return nil
}

// packFiles packs files, several at a time.
func (b *Bundle) packFiles(files []publish.File) error {
	packed := make([]packed, len(files))
	errs := make([]error, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				packed[i], errs[i] = b.packFile(files[i])
			}
		})
	}
	workers.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("rendering %s: %w", files[i].Path, err)
		}
	}
	b.files = append(b.files, packed...)
	return nil
}

func (b *Bundle) packFile(file publish.File) (packed, error) {
	data, err := file.Content()
	if err != nil {
		return packed{}, err
	}
	return b.pack(siteFolder+file.Path, data)
}

// pack compresses one file. It does so in a zip of its own: compressed, the files
// of a large site fit into memory until their hashes are known, and zips can be
// copied together.
func (b *Bundle) pack(path string, data []byte) (packed, error) {
	var alone bytes.Buffer
	w := zip.NewWriter(&alone)
	file, err := w.CreateHeader(header(b.Manifest, path))
	if err != nil {
		return packed{}, err
	}
	if _, err := file.Write(data); err != nil {
		return packed{}, err
	}
	if err := w.Close(); err != nil {
		return packed{}, err
	}
	r, err := zip.NewReader(bytes.NewReader(alone.Bytes()), int64(alone.Len()))
	if err != nil {
		return packed{}, err
	}
	return packed{Sum: sumOf(path, data), entry: r.File[0]}, nil
}

// creator is what each file says of who packed it: Unix, in version 2.0 of the
// format.
const creator = 3<<8 | 20

// header returns what the zip says of a file beside its contents.
func header(m Manifest, path string) *zip.FileHeader {
	h := &zip.FileHeader{Name: m.Name() + "/" + path, Method: zip.Deflate, Modified: m.modified(), CreatorVersion: creator}
	h.SetMode(0o644)
	return h
}

// checkSize reports a bundle that nobody could check, for its size.
func (b *Bundle) checkSize() error {
	var bytes uint64
	for _, file := range b.files {
		bytes += file.entry.UncompressedSize64
	}
	if bytes > maxBytes {
		return fmt.Errorf("the files have %d bytes together, and a bundle may have %d", bytes, uint64(maxBytes))
	}
	return nil
}

// Write writes the bundle as a zip.
func (b *Bundle) Write(w io.Writer) error {
	all := zip.NewWriter(w)
	for _, file := range b.files {
		if err := all.Copy(file.entry); err != nil {
			return err
		}
	}
	return all.Close()
}

// under returns the paths as they are in the folder.
func under(folder string, paths []string) []string {
	inside := make([]string, len(paths))
	for i, path := range paths {
		inside[i] = folder + "/" + path
	}
	return inside
}
