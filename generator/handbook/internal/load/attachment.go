package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

func (c cell) attachment() record.Attachment {
	words, _ := c.words()
	return record.Attachment{Name: words, At: c.at()}
}

// attach reads a file that belongs to an entry.
func (l *loader) attach(attachment *record.Attachment) {
	name := path.Clean(attachment.Name)
	if !l.isThere(name) {
		if l.hasFault(name) {
			return // it is there, and why it cannot be read is reported
		}
		l.report(attachment.At, "missing-file", "no file “"+attachment.Name+"”", l.missingHint(attachment.Name))
		return
	}
	l.keep(name, attachment.At, "file", attachmentFault, "attach a PDF, an image, or a file that ends in .txt, .csv, .json or .log")
}

// missingHint tells which file the author probably meant, or where it belongs.
func (l *loader) missingHint(name string) string {
	if record.IsAddress(name) {
		return "name a file of the content; an address has a field of its own"
	}
	if info, err := fs.Stat(l.content, path.Clean(name)); err == nil && info.IsDir() {
		return "it is a folder: name one of its files"
	}
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	var known []string
	for _, file := range l.names {
		switch path.Ext(file) {
		case ".md", ".toml":
			continue // what entries are written in
		}
		if strings.EqualFold(path.Base(file), path.Base(name)) {
			return "did you mean “" + file + "”?"
		}
		known = append(known, file)
	}
	if near, ok := Nearest(name, known); ok {
		return "did you mean “" + near + "”?"
	}
	return "put the file into the content; the path counts from the folder of annex.toml"
}

// attachable are the endings of files that browsers show or save but never run,
// beside images.
var attachable = []string{".pdf", ".txt", ".csv", ".json", ".log"}

// attachmentFault returns why an edition must not hold the file, or nothing.
func attachmentFault(name string, data []byte) string {
	if slices.Contains(attachable, strings.ToLower(path.Ext(name))) {
		return ""
	}
	if imageFault(name, data) == "" {
		return ""
	}
	return "“" + path.Base(name) + "” is not a type of file that an edition may hold"
}
