package bundle

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Kind says how a file differs from what was bundled.
type Kind string

// The kinds of difference.
const (
	Changed    Kind = "changed"
	Missing    Kind = "missing"
	Additional Kind = "additional"
)

// Difference is a file that is not as it was bundled.
type Difference struct {
	Kind Kind
	Path string // below the bundle's folder
	Note string // why, where that is not plain
}

// Report is what checking a bundle has shown.
type Report struct {
	Manifest    Manifest     // zero where MANIFEST.json is not as it was
	Files       int          // how many there are below site/
	Root        string       // the root hash of the files as they are
	Differences []Difference // sorted by path
	Repacked    bool         // the zip is not what Annex packed, though its files may be
}

// Holds reports whether everything is as it was bundled.
func (r Report) Holds() bool { return len(r.Differences) == 0 && !r.Repacked }

// refused says why a zip is too dangerous to be looked into.
type refused struct{ why error }

func (r refused) Error() string {
	return "refused, for it could harm whoever unzips it: " + r.why.Error()
}

// noBundle says why something is not a bundle at all.
type noBundle struct{ why string }

func (n noBundle) Error() string { return "this is no bundle: " + n.why }

// Verify checks the bundle at the path: a zip, the folder that it was unzipped
// to, or the one above that. What differs is in the report; an error means that
// there is no bundle to check, or a zip that nobody should unzip.
func Verify(name string) (Report, error) {
	report, err := verify(name)
	if err != nil {
		return Report{}, fmt.Errorf("%s: %w", filepath.ToSlash(name), err)
	}
	return report, nil
}

func verify(name string) (Report, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return Report{}, cause(err)
	case info.IsDir():
		return verifyFolder(name)
	case !info.Mode().IsRegular():
		return Report{}, noBundle{"it is neither a file nor a folder"}
	}
	file, err := os.Open(name)
	if err != nil {
		return Report{}, cause(err)
	}
	defer file.Close()
	return verifyZip(file, info.Size())
}

// verifyFolder checks a bundle that was unzipped. Nothing outside of its folder
// can be reached, not by a symbolic link either.
func verifyFolder(name string) (Report, error) {
	top, err := topFolder(name)
	if err != nil {
		return Report{}, err
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return Report{}, cause(err)
	}
	defer root.Close()
	list, err := listFolder(root.FS())
	if err != nil {
		return Report{}, err
	}
	return list.verify()
}

// verifyZip checks a bundle as it was packed: its files, and the zip around them.
func verifyZip(data io.ReaderAt, size int64) (Report, error) {
	z, err := openZip(data, size)
	if err != nil {
		return Report{}, err
	}
	report, err := z.list().verify()
	if err != nil || !report.Holds() {
		return report, err
	}
	asPacked, err := z.isAsPacked(report.Manifest)
	report.Repacked = !asPacked
	return report, err
}

// verify reads all files and compares them with what the manifest and the sums
// say of them.
func (l listing) verify() (Report, error) {
	files, err := l.read()
	if err != nil {
		return Report{}, err
	}
	c, err := parseClaims(files)
	if err != nil {
		return Report{}, err
	}
	report := Report{Manifest: c.manifest, Differences: c.differences}
	differ := func(kind Kind, path, note string) {
		report.Differences = append(report.Differences, Difference{kind, path, note})
	}
	var site []Sum
	for path, file := range files {
		want, expected := c.hashes[path]
		switch {
		case !expected:
			differ(Additional, path, file.fault)
		case file.fault != "":
			differ(Changed, path, file.fault)
		case want != unknown && want != file.SHA256:
			differ(Changed, path, "")
		}
		site = append(site, file.Sum)
	}
	for path := range c.hashes {
		if _, here := files[path]; !here {
			differ(Missing, path, "")
		}
	}
	site = below(site)
	sortSums(site)
	report.Files, report.Root = len(site), root(site)
	slices.SortFunc(report.Differences, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return report, nil
}
