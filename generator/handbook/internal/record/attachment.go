package record

import "github.com/annex-isms/annex/generator/source"

// Attachment is a file of the content that belongs to an entry, such as a
// report. Its name counts from the content's folder.
type Attachment struct {
	Name string
	At   source.Span
}

func (a *Attachment) IsSet() bool       { return a.Name != "" }
func (a *Attachment) Span() source.Span { return a.At }
