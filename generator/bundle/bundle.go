// Package bundle packs an edition into a zip that opens from disk, and checks
// such a zip, or the folder that it was unzipped to, file by file.
//
// A bundle is one folder, named after the organization, the edition and its day:
//
//	harbourline-auditor-2026-11-23/
//	    MANIFEST.json   what this is, each file below site/ with its hash, and the root hash
//	    SHA256SUMS      the hashes of all other files, for “sha256sum -c SHA256SUMS”
//	    START.html      the cover, which tells people how to read and check the bundle
//	    site/           the edition
//
// The root hash stands for every byte below site/, and for every name. It is the
// SHA-256 of the lines that sha256sum prints for those files, sorted by the bytes
// of their paths. Anybody can compute it in the bundle's folder:
//
//	find site -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
//
// The same lines stand in SHA256SUMS: “grep '  site/' SHA256SUMS | sha256sum”
// gives the root hash as well.
//
// Same site, same manifest, same bytes of the zip: names are sorted, times are the
// edition's day, and nothing tells where or when it was packed.
package bundle

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/annex-isms/annex/generator/publish"
)

// What lies in the folder of a bundle.
const (
	manifestName = "MANIFEST.json"
	sumsName     = "SHA256SUMS"
	coverName    = "START.html"
	siteFolder   = "site/"
)

// Limits of what a bundle holds. Packing keeps to them, so what exceeds them was
// made to harm whoever opens it.
const (
	maxFiles = 100_000
	maxBytes = 4 << 30  // of all files together
	maxText  = 64 << 20 // of the manifest and of the sums, which are read as a whole
	maxPath  = 255      // more is trouble on some system
	maxDepth = 20
)

func tooLong(path string) error {
	return fmt.Errorf("the path %.40q… has %d bytes, and a bundle allows %d", path, len(path), maxPath)
}

// checkPaths reports the first path that a bundle cannot hold: one that means
// something else on another system, or that a terminal would not show as it is.
func checkPaths(paths []string) error {
	if len(paths) > maxFiles {
		return fmt.Errorf("%d files are more than a bundle may hold, which is %d", len(paths), maxFiles)
	}
	for _, path := range paths {
		switch {
		case len(path) > maxPath:
			return tooLong(path)
		case strings.Count(path, "/") >= maxDepth:
			return fmt.Errorf("%q lies deeper than %d folders", path, maxDepth)
		case strings.ContainsFunc(path, func(r rune) bool { return !unicode.IsPrint(r) }):
			return fmt.Errorf("%q has a character that cannot be seen", path)
		}
	}
	return publish.CheckPaths(paths)
}
