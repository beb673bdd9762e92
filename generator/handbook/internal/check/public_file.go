package check

import (
	"path"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// eachPublicFile visits the files that the trust edition shows or offers, with
// the entries and the places that ask for them.
func (h *survey) eachPublicFile(visit func(from record.Record, file record.File, at source.Span)) {
	named := func(from record.Record, name string, at source.Span) {
		if file, found := h.Files[name]; found && len(file.Data) > 0 { // else its fault is reported already
			visit(from, file, at)
		}
	}
	if o := h.Config.Organization.Row; o != nil && o.Logo.IsSet() {
		named(nil, path.Clean(o.Logo.Value), o.Logo.At)
	}
	h.eachPublicField(func(from record.Record, field record.Field) {
		if attachment, ok := field.Value.(*record.Attachment); ok && attachment.IsSet() {
			named(from, path.Clean(attachment.Name), attachment.At)
		}
		for _, text := range record.TextsOf(field.Value) {
			if text.Parsed == nil || !text.At.Known() {
				continue
			}
			labels := markdown.LabelsOf(text.Source)
			for _, link := range text.Parsed.Links() {
				if link.Form == markdown.Image && labels.At(link.Start) == audience.Public {
					named(from, path.Join(path.Dir(text.At.File.Name), link.Target), text.Place(link.Start, link.End))
				}
			}
		}
	})
}

// eachPublicField visits the fields that the public may read in part.
func (h *survey) eachPublicField(visit func(from record.Record, field record.Field)) {
	look := func(r record.Record, fields []record.Field) {
		record.Walk(fields, func(_ string, field record.Field) {
			if field.Audience == audience.Public {
				visit(r, field)
			}
		})
	}
	look(nil, record.Fields(h.Config))
	for _, r := range h.Entries() {
		if isSeenByAll(r) {
			look(r, record.Fields(r))
		}
	}
}
