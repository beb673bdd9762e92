package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// claims is what a bundle says of its files.
type claims struct {
	manifest    Manifest          // zero where MANIFEST.json is not to be believed
	hashes      map[string]string // by path, of all files that there should be
	differences []Difference      // of the manifest and the sums themselves
}

// unknown is the hash of a file of which only its name is known.
const unknown = ""

// parseClaims reads the manifest and the sums. They say the same of the site, so
// where one of them has suffered, the other still tells what the files were.
func parseClaims(files map[string]found) (claims, error) {
	c := claims{hashes: map[string]string{manifestName: unknown, sumsName: unknown, coverName: unknown}}
	sums, sumsFault := believeSums(files[sumsName])
	for _, sum := range sums {
		c.hashes[sum.Path] = sum.SHA256
	}
	manifest, manifestFault := believeManifest(files[manifestName], c.hashes[manifestName])
	switch {
	case errors.Is(manifestFault, errNewer):
		return c, errNewer
	case sumsFault != nil && manifestFault != nil:
		return c, noBundle{"it has neither a " + manifestName + " nor " + sumsName + " that could be believed"}
	case sumsFault != nil:
		c.differ(files, sumsName, sumsFault)
	case manifestFault != nil:
		c.differ(files, manifestName, manifestFault)
		return c, nil
	case !bytes.Equal(lines(below(sums)), lines(manifest.Files)):
		c.differ(files, sumsName, fmt.Errorf("it lists other files or hashes than %s", manifestName))
	}
	c.manifest = manifest
	for _, sum := range below(sums) {
		delete(c.hashes, sum.Path)
	}
	for _, sum := range manifest.Files {
		c.hashes[sum.Path] = sum.SHA256
	}
	return c, nil
}

// errChanged says that a file is not what the sums say; that is noticed of any
// file, and needs no further words.
var errChanged = errors.New("changed")

// differ notes that the manifest or the sums are not as they were, and why. What
// can be seen of any file is noted where all are compared.
func (c *claims) differ(files map[string]found, path string, why error) {
	file, here := files[path]
	if here && file.fault == "" && !errors.Is(why, errChanged) {
		c.differences = append(c.differences, Difference{Changed, path, why.Error()})
	}
}

// believeSums returns the sums, or why they cannot be believed.
func believeSums(file found) ([]Sum, error) {
	sums, err := parseSums(file.text)
	if err != nil {
		return nil, err
	}
	beside := map[string]bool{}
	for _, sum := range sums {
		if !strings.HasPrefix(sum.Path, siteFolder) {
			beside[sum.Path] = true
		}
	}
	if len(beside) != 2 || !beside[manifestName] || !beside[coverName] {
		return nil, fmt.Errorf("it does not list %s, %s and the files below %s", manifestName, coverName, siteFolder)
	}
	return sums, nil
}

// believeManifest returns the manifest, or why it cannot be believed.
func believeManifest(file found, want string) (Manifest, error) {
	if want != unknown && file.SHA256 != want {
		return Manifest{}, errChanged
	}
	m, err := parseManifest(file.text)
	if err != nil {
		return Manifest{}, err
	}
	return m, nil
}
