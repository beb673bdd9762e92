package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// Larger files are not content but mistakes.
const (
	maxTextSize     = 8 << 20
	maxEmbeddedSize = 32 << 20
)

// list returns the names of all files of the content in lexical order. Hidden
// files and folders are no content.
func (l *loader) list() []string {
	var names []string
	err := fs.WalkDir(l.content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			l.reportFile(name, "unreadable", "cannot be read: "+reason(err), "make the file readable, or remove it")
			return nil
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.IsDir() {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		l.reportFile(".", "unreadable", "cannot be read: "+reason(err), "")
	}
	return names
}

// read returns a text file, or nil and a finding where it holds no usable text.
func (l *loader) read(name string) *source.File {
	data, ok := l.readBytes(name, maxTextSize)
	if !ok {
		return nil
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	file := source.NewFile(name, text)
	for offset, r := range text {
		at := source.Span{File: file, Start: offset, End: offset + 1}
		if r == utf8.RuneError && !strings.HasPrefix(text[offset:], "\uFFFD") {
			l.incomplete = true
			l.report(at, "not-utf8", "the file is not UTF-8 text from here on",
				"save it as UTF-8")
			return nil
		}
		if isControl(r) {
			l.incomplete = true
			l.report(at, "control-character", fmt.Sprintf("the file holds the control character U+%04X", r),
				"remove the character")
			return nil
		}
	}
	return file
}

// isControl reports whether r is a control character that no text needs.
func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0
}

// readBytes returns what the file holds, or a finding where that is too much or
// cannot be had.
func (l *loader) readBytes(name string, limit int64) ([]byte, bool) {
	f, err := l.content.Open(name)
	if errors.Is(err, fs.ErrNotExist) && name == ConfigFile {
		return nil, false
	}
	if err != nil {
		l.reportFile(name, "unreadable", "cannot be read: "+reason(err), "make the file readable and keep it inside the content's folder")
		return nil, false
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		l.reportFile(name, "unreadable", "is not a regular file", "replace it by a file")
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		l.reportFile(name, "unreadable", "cannot be read: "+reason(err), "make the file readable")
		return nil, false
	case int64(len(data)) > limit:
		l.reportFile(name, "too-large", fmt.Sprintf("is larger than %d MB", limit>>20), "split it, or keep it elsewhere and link to it")
		return nil, false
	}
	return data, true
}

// embed reads the file that an entry shows, once.
func (l *loader) embed(name string, at source.Span) {
	if _, done := l.files[name]; done {
		return
	}
	if !fs.ValidPath(name) {
		return
	}
	if _, err := fs.Stat(l.content, name); err != nil {
		return // a rule reports what a link does not find
	}
	data, ok := l.readBytes(name, maxEmbeddedSize)
	if !ok {
		return
	}
	if fault := imageFault(name, data); fault != "" {
		l.report(at, "unsafe-image", fault, "use a PNG, JPEG, GIF, WebP or a plain SVG image")
		return
	}
	l.files[name] = record.File{Name: name, Data: data}
}

// reportFile reports a fault of a whole file.
func (l *loader) reportFile(name, code, message, hint string) {
	l.incomplete = true
	l.report(source.Span{File: source.NewFile(name, "")}, code, "the file "+message, hint)
}

// reason says why a file could not be read, without repeating its name.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return err.Error()
}
