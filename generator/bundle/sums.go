package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Sum is a file and its hash.
type Sum struct {
	Path   string `json:"path"` // below the bundle's folder: "site/index.html"
	SHA256 string `json:"sha256"`
}

// sumOf returns the sum of a file.
func sumOf(path string, data []byte) Sum {
	hash := sha256.Sum256(data)
	return Sum{Path: path, SHA256: hex.EncodeToString(hash[:])}
}

// sortSums puts sums in the order of SHA256SUMS: that of the bytes of the paths.
func sortSums(sums []Sum) {
	slices.SortFunc(sums, func(a, b Sum) int { return strings.Compare(a.Path, b.Path) })
}

// lines returns the sums as sha256sum prints them, in their order.
func lines(sums []Sum) []byte {
	var text []byte
	for _, sum := range sums {
		text = fmt.Appendf(text, "%s  %s\n", sum.SHA256, sum.Path)
	}
	return text
}

// root returns the root hash of a site's files, which are sorted.
func root(site []Sum) string { return sumOf("", lines(site)).SHA256 }

// parseSums reads SHA256SUMS, or says which line is not as it was written.
func parseSums(text []byte) ([]Sum, error) {
	var sums []Sum
	for line := range strings.Lines(string(text)) {
		hash, path, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !isHash(hash) || !strings.HasSuffix(line, "\n") {
			return nil, fmt.Errorf("line %d is not a hash and a path", len(sums)+1)
		}
		sums = append(sums, Sum{Path: path, SHA256: hash})
	}
	return sums, checkSums(sums)
}

// checkSums reports sums that are not in order, or of files that no bundle holds.
func checkSums(sums []Sum) error {
	paths := make([]string, len(sums))
	for i, sum := range sums {
		paths[i] = sum.Path
	}
	if !slices.IsSorted(paths) {
		return fmt.Errorf("the paths are not sorted")
	}
	return checkPaths(paths)
}

// below returns the sums of the files in the site's folder.
func below(sums []Sum) []Sum {
	var site []Sum
	for _, sum := range sums {
		if strings.HasPrefix(sum.Path, siteFolder) {
			site = append(site, sum)
		}
	}
	return site
}

// ParseRoot returns the root hash that somebody has written down, be it in
// capitals or in groups, as covers print it.
func ParseRoot(written string) (hash string, ok bool) {
	hash = strings.ToLower(strings.Join(strings.Fields(written), ""))
	return hash, isHash(hash)
}

// isHash reports whether the text is a SHA-256 as Annex writes it.
func isHash(text string) bool {
	return len(text) == 2*sha256.Size && strings.Trim(text, "0123456789abcdef") == ""
}
