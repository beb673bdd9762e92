package record

import (
	"path"

	"github.com/annex-isms/annex/generator/markdown"
)

// EachFile visits the names of the files that the fields attach or that their
// texts show.
func EachFile(fields []Field, visit func(name string)) {
	Walk(fields, func(_ string, field Field) {
		if attachment, ok := field.Value.(*Attachment); ok && attachment.IsSet() {
			visit(path.Clean(attachment.Name))
		}
		for _, text := range TextsOf(field.Value) {
			if text.Parsed == nil || !text.At.Known() {
				continue
			}
			for _, link := range text.Parsed.Links() {
				if link.Form == markdown.Image {
					visit(path.Join(path.Dir(text.At.File.Name), link.Target))
				}
			}
		}
	})
}
