package load

import (
	"bytes"
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
	l.keep(name, attachment.At, "file", attachmentFault, "attach a PDF, an image, or a file that ends in .txt, .csv, .json, .log, .docx, .xlsx or .pptx")
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
		known = append(known, file)
	}
	if near, ok := NearestFile(name, known); ok {
		return "did you mean “" + near + "”?"
	}
	return "put the file into the content; the path counts from the folder of annex.toml"
}

// attachable are the endings of files that browsers show or save but never run,
// beside images.
var attachable = []string{".pdf", ".txt", ".csv", ".json", ".log"}

// officeFiles are the endings of files of office programs that hold no macros.
var officeFiles = []string{".docx", ".xlsx", ".pptx"}

// attachmentFault returns why an edition must not hold the file, or nothing.
func attachmentFault(name string, data []byte) string {
	extension := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(attachable, extension):
		return ""
	case slices.Contains(officeFiles, extension):
		return officeFault(name, data)
	case imageFault(name, data) == "":
		return ""
	}
	return "“" + path.Base(name) + "” is not a type of file that an edition may hold"
}

// officeFault returns why a file of an office program is not what its name says,
// or nothing. Such a file is a zip archive, which names its parts in plain letters.
func officeFault(name string, data []byte) string {
	isOffice := bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("[Content_Types].xml"))
	switch {
	case !isOffice:
		return "“" + path.Base(name) + "” does not hold what its name says"
	case bytes.Contains(bytes.ToLower(data), []byte("vbaproject")):
		return "“" + path.Base(name) + "” holds macros"
	}
	return ""
}
