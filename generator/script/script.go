// Package script makes the scripts of a theme ready for a site. What is easier to
// read in several files is loaded sooner as one: a script that is in parts names
// each of them in a line
//
//	//= search-words.js
//
// and is published as a single short file.
package script

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

var part = regexp.MustCompile(`(?m)^//= *(\S+?)\r?$`)

// Read returns a script as it is published: one that is in parts with these in
// place of the lines that name them, joined and shortened, and any other to the
// letter.
func Read(files fs.FS, name string) ([]byte, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil || !part.Match(text) {
		return text, err
	}
	joined := part.ReplaceAllFunc(text, func(line []byte) []byte {
		other := path.Join(path.Dir(name), string(part.FindSubmatch(line)[1]))
		found, missing := fs.ReadFile(files, other)
		if missing != nil && err == nil {
			err = fmt.Errorf("joining %s: %w", name, missing)
		}
		return found
	})
	if err != nil {
		return nil, err
	}
	var short bytes.Buffer
	if js.Minify(minify.New(), &short, bytes.NewReader(joined), nil) != nil {
		return joined, nil // a theme of one's own may be ahead of what shortens it
	}
	return short.Bytes(), nil
}
