package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
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
			l.reportFile(name, "unreadable", "cannot be read: "+reason(err), "make it readable, or remove it")
			return nil
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.IsDir() && l.isFile(name, entry) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		l.reportFile(".", "unreadable", "cannot be read: "+reason(err), "make the folder readable")
	}
	return names
}

// misnamed matches how files end that were meant to hold entries: in capitals, by
// the long name, or as some editors save them unless they are told otherwise.
var misnamed = regexp.MustCompile(`(?i)\.(toml|md|markdown)(\.txt)?$`)

// reportMisnamed reports the files whose entries nobody reads. One that an entry
// attaches is what it should be.
func (l *loader) reportMisnamed() {
	for _, name := range l.names {
		if _, attached := l.files[name]; !attached && properName(name) != "" {
			l.reportFile(name, "misnamed-file", "is not read: a register ends in .toml, and a document in .md", "name it "+properName(name))
		}
	}
}

// properName returns what a file has to be called for its entries to be read, or
// nothing where it is called so, or is meant to hold none.
func properName(name string) string {
	m := misnamed.FindStringSubmatch(path.Base(name))
	if m == nil {
		return ""
	}
	ending := strings.ToLower(m[1])
	if ending == "markdown" {
		ending = "md"
	}
	base := strings.TrimSuffix(path.Base(name), m[0]) + "." + ending
	if base == path.Base(name) {
		return ""
	}
	return base
}

// isFile reports whether the entry of a folder can be opened without harm: a
// link to a folder may lead round in circles, and a pipe may never end.
func (l *loader) isFile(name string, entry fs.DirEntry) bool {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(l.content, name)
		if err != nil {
			l.reportFile(name, "unreadable", "is a link that leads out of the content's folder, or to nothing", "put the file itself there")
			return false
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir():
		l.reportFile(name, "unreadable", "is a link to a folder", "put the folder itself there")
	case !mode.IsRegular():
		l.reportFile(name, "unreadable", "is no ordinary file", "replace it by one")
	}
	return mode.IsRegular()
}

// read returns a text file, or nil and a finding where it holds no usable text.
func (l *loader) read(name string) *source.File {
	data, fault := l.bytes(name, maxTextSize)
	if fault.message != "" {
		l.reportFile(name, fault.code, fault.message, fault.hint)
		return nil
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	file := source.NewFile(name, text)
	for offset, r := range text {
		at := source.Span{File: file, Start: offset, End: offset + 1}
		if r == utf8.RuneError && !strings.HasPrefix(text[offset:], "\uFFFD") {
			l.incomplete = true
			l.report(at, "not-utf8", "the file is not UTF-8 text from here on", "save it as UTF-8")
			return nil
		}
		if isControl(r) {
			l.incomplete = true
			message, hint := fmt.Sprintf("the file holds the control character U+%04X", r), "remove the character"
			if r == '\r' {
				message, hint = "a line ends with the sign CR alone", "save the file with the line ends of Unix (LF) or Windows (CRLF)"
			}
			l.report(at, "control-character", message, hint)
			return nil
		}
	}
	return file
}

// isControl reports whether r is a control character that no text needs, or one
// that shows a text otherwise than it is written: in the other direction, or not
// at all.
func isControl(r rune) bool {
	isCode := r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0
	turns := r >= 0x202A && r <= 0x202E
	hides := r >= 0xE0000 && r <= 0xE007F
	return isCode || turns || hides
}

// fileFault says why a file cannot be had: “the file ” goes before the message.
type fileFault struct{ code, message, hint string }

func (l *loader) bytes(name string, limit int64) ([]byte, fileFault) {
	f, err := l.content.Open(name)
	if err != nil {
		return nil, fileFault{"unreadable", "cannot be read: " + reason(err), "make it readable and keep it inside the content's folder"}
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil {
		data.Grow(int(min(info.Size(), limit)) + bytes.MinRead)
	}
	_, err = data.ReadFrom(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, fileFault{"unreadable", "cannot be read: " + reason(err), "make it readable"}
	case int64(data.Len()) > limit:
		return nil, fileFault{"too-large", fmt.Sprintf("is larger than %d MB", limit>>20), "split it, or keep it elsewhere and link to it"}
	}
	return data.Bytes(), fileFault{}
}

// embed reads an image that an entry shows.
func (l *loader) embed(name string, at source.Span) {
	if l.isThere(name) { // else a rule reports what the link does not find
		l.keep(name, at, "image", imageFault, "use a PNG, JPEG, GIF, WebP or a plain SVG image")
	}
}

func (l *loader) isThere(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(l.content, name)
	return err == nil && info.Mode().IsRegular()
}

// keep reads a file for the editions, once. Of one that no edition may hold only
// the name is kept: it is not missing, and its fault is reported once.
func (l *loader) keep(name string, at source.Span, what string, faultOf func(string, []byte) string, hint string) {
	if _, done := l.files[name]; done {
		return
	}
	l.files[name] = record.File{Name: name}
	if !namedForAll(name) {
		l.report(at, "bad-file-name", "not every system can store a file named “"+path.Base(name)+"”", "name the "+what+" with letters, digits and hyphens")
		return
	}
	data, fault := l.bytes(name, maxEmbeddedSize)
	if fault.message != "" {
		l.report(at, fault.code, "the "+what+" “"+name+"” "+fault.message, "use another one, or a smaller one")
		return
	}
	if fault := faultOf(name, data); fault != "" {
		l.report(at, "unsafe-"+what, fault, hint)
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
