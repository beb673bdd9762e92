package metadata

import (
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/unpack"
)

// Property is something that a file tells besides what its pages show.
type Property struct {
	Name  string // in plain words: "author"
	Value string // empty where it is there but cannot be read
	Tool  bool   // it names what the file was made with, not who made it or for whom
}

// PropertiesOf returns what a PDF or a file of an office program tells besides
// its pages; nothing for any other file. They are not stripped, for that would
// break the signatures of those that are signed.
func PropertiesOf(name string, data []byte) []Property {
	var told properties
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		for _, part := range unpack.Parts(data) {
			told.ofPDF(part, data)
		}
	case ".docx", ".xlsx", ".pptx":
		for _, part := range unpack.Parts(data)[1:] {
			told.ofOffice(part)
		}
	}
	return told
}

// properties gathers each property once.
type properties []Property

// say adds a property whose value is those words, if there are any.
func (all *properties) say(p Property, words string) {
	if p.Value = strings.Join(strings.Fields(words), " "); p.Value != "" {
		all.add(p)
	}
}

func (all *properties) add(p Property) {
	if !slices.Contains(*all, p) {
		*all = append(*all, p)
	}
}
