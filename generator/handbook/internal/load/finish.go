package load

import (
	"path"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// finish completes an entry once the whole content has been read: who may read
// it, what its texts say, and the files that they show.
func (l *loader) finish(r record.Record, config *record.Config) {
	head := r.Head()
	head.Label = config.DefaultLabel(head.Kind)
	if head.Audience.IsSet() {
		head.Label, _ = audience.ParseLabel(string(head.Audience.Value))
	}
	l.parseTexts(r.Fields())
	record.Walk(r.Fields(), func(_ string, field record.Field) {
		if attachment, ok := field.Value.(*record.Attachment); ok && attachment.IsSet() {
			l.attach(attachment)
		}
	})
}

func (l *loader) parseTexts(fields []record.Field) {
	record.Walk(fields, func(_ string, field record.Field) {
		for _, text := range record.TextsOf(field.Value) {
			l.parse(text)
		}
	})
}

// parse reads a piece of Markdown, all of it, whoever its blocks are for.
func (l *loader) parse(text *record.Text) {
	if text.Source == "" {
		return
	}
	l.reportFaults(text, markdown.CheckBlocks(text.Source))
	uncut := markdown.Uncut(text.Source)
	if text.Whole {
		text.Parsed = markdown.Parse(uncut)
	} else {
		text.Parsed = markdown.ParseText(uncut)
	}
	l.reportFaults(text, text.Parsed.Faults())
	for _, link := range text.Parsed.Links() {
		if link.Form == markdown.Image && text.At.Known() {
			l.embed(path.Join(path.Dir(text.At.File.Name), link.Target), text.Place(link.Start, link.End))
		}
	}
}

func (l *loader) reportFaults(text *record.Text, faults []markdown.Fault) {
	for _, fault := range faults {
		at := source.Span{}
		if text.At.Known() {
			at = text.Place(fault.Start, fault.End)
		}
		l.found = append(l.found, finding.Finding{Level: fault.Level, Code: fault.Code, Message: fault.Message, Hint: fault.Hint, At: at})
	}
}
