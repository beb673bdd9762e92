package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// listing is the files of a bundle as they were found, in a zip or in a folder.
type listing []listed

// listed is one file of it.
type listed struct {
	path  string // below the bundle's folder
	fault string // why it is no file to be read: "is a symbolic link"
	open  func() (io.ReadCloser, error)
}

// found is a file that was read.
type found struct {
	Sum
	fault string // why it cannot be as it was, whatever its hash
	text  []byte // of the manifest and the sums alone
}

// read reads all files, each in a stream.
func (l listing) read() (map[string]found, error) {
	all := map[string]found{}
	for _, file := range l {
		f, err := file.read()
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", file.path, err)
		}
		all[file.path] = f
	}
	return all, nil
}

// read reads the file. Damage is a fault of the file; an error is one of the
// system and says nothing about the bundle.
func (l listed) read() (found, error) {
	f := found{Sum: Sum{Path: l.path}, fault: l.fault}
	if f.fault != "" {
		return f, nil
	}
	file, err := l.open()
	if err != nil {
		return l.damaged(err)
	}
	defer file.Close()

	hash := sha256.New()
	data := io.TeeReader(file, hash)
	if l.path == manifestName || l.path == sumsName {
		if f.text, err = io.ReadAll(io.LimitReader(data, maxText)); err != nil {
			return l.damaged(err)
		}
	}
	if _, err := io.Copy(io.Discard, data); err != nil {
		return l.damaged(err)
	}
	f.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return f, nil
}

// damaged returns the file as one that cannot be read to its end.
func (l listed) damaged(err error) (found, error) {
	var system *fs.PathError
	if errors.As(err, &system) {
		return found{}, system.Err
	}
	return found{Sum: Sum{Path: l.path}, fault: "is damaged"}, nil
}

// splitTop parts a path into the folder at its top and what lies below.
func splitTop(path string) (top, rest string) {
	top, rest, _ = strings.Cut(path, "/")
	return top, rest
}
