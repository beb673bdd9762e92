package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// format is the form of bundles described here. It counts up when an older Annex
// could no longer check a bundle.
const format = 1

// Manifest is what a bundle says of itself. It is also MANIFEST.json, whose names
// scripts lean on.
type Manifest struct {
	Format       int    `json:"format"`
	Organization string `json:"organization"`
	Edition      string `json:"edition"`
	Date         string `json:"date"`               // the day that the edition shows
	Annex        string `json:"annex,omitempty"`    // the version that packed it
	Revision     string `json:"revision,omitempty"` // of the content, where that is under version control
	Modified     bool   `json:"modified,omitempty"` // the content had changes that the revision lacks
	Charts       string `json:"charts"`             // what draws them, by release and digest; "none" where nothing is drawn
	Root         string `json:"root"`
	Files        []Sum  `json:"files"` // below site/, sorted
}

// errNewer says that a bundle cannot be checked, though it may be sound.
var errNewer = errors.New("it was made by a newer Annex: check it with that one")

// Name returns what the bundle's folder is called, and its file by default.
func (m Manifest) Name() string {
	return slug(m.Organization) + "-" + m.Edition + "-" + m.Date
}

// slug returns the name in letters and digits that can stand in any file name.
func slug(name string) string {
	const longest = 40
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFKD.String(name)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r) && !strings.HasSuffix(b.String(), "-"): // an accent is no gap
			b.WriteByte('-')
		}
	}
	word := strings.Trim(b.String(), "-")
	word = strings.Trim(word[:min(len(word), longest)], "-")
	if word == "" {
		return "isms"
	}
	return word
}

// encode returns MANIFEST.json.
func (m Manifest) encode() ([]byte, error) {
	text, err := json.MarshalIndent(m, "", "\t")
	return append(text, '\n'), err
}

// parseManifest reads MANIFEST.json, or says what in it cannot be right.
func parseManifest(text []byte) (Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return m, err
	}
	if m.Format > format {
		return m, errNewer
	}
	for _, words := range []string{m.Organization, m.Edition, m.Annex, m.Revision, m.Charts} {
		if strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsPrint(r) }) {
			return m, fmt.Errorf("%q has a character that cannot be seen", words)
		}
	}
	if _, err := time.Parse(time.DateOnly, m.Date); err != nil {
		return m, fmt.Errorf("%q is no day", m.Date)
	}
	for _, sum := range m.Files {
		if !strings.HasPrefix(sum.Path, siteFolder) || !isHash(sum.SHA256) {
			return m, fmt.Errorf("%q is no file of the site with its hash", sum.Path)
		}
	}
	if err := checkSums(m.Files); err != nil {
		return m, err
	}
	if m.Root != root(m.Files) {
		return m, errors.New("the root hash is not that of the files")
	}
	return m, nil
}

// modified returns the time that all files of the bundle have. A zip can tell the
// years from 1980 to 2107, and less in the form that knows of time zones.
func (m Manifest) modified() time.Time {
	day, err := time.Parse(time.DateOnly, m.Date)
	if err != nil || day.Year() < 1980 || day.Year() > 2105 {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return day
}

// Pages returns how many pages the bundle's site has.
func (m Manifest) Pages() int {
	pages := 0
	for _, file := range m.Files {
		if path.Ext(file.Path) == ".html" {
			pages++
		}
	}
	return pages
}
