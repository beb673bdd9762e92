package load

import (
	"path"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/source"
)

// finished is what is found where the texts of an entry are parsed.
type finished struct {
	faulty      []faultyText
	images      []shownImage
	attachments []*record.Attachment
}

type shownImage struct {
	name string
	at   source.Span
}

type faultyText struct {
	text   *record.Text
	faults []markdown.Fault
}

// finishAll completes the entries once the whole content has been read: who may
// read them, what their texts say, and the files that they show. Texts are parsed
// several at a time.
func (l *loader) finishAll(config *record.Config, files []loaded) []finished {
	labels := map[*record.Kind]audience.Label{}
	for _, kind := range record.Kinds {
		labels[kind] = config.DefaultLabel(kind)
	}
	done := make([]bool, len(l.entries)) // the last time
	for _, file := range files {
		for i := file.from; file.reused && i < file.to; i++ {
			done[i] = true
		}
	}
	all := make([]finished, len(l.entries))
	parallel.Each(len(l.entries), func(i int) {
		if done[i] {
			return
		}
		head := l.entries[i].Head()
		head.Label = labels[head.Kind]
		if head.Audience.IsSet() {
			head.Label, _ = audience.ParseLabel(string(head.Audience.Value))
		}
		all[i].fields(record.Fields(l.entries[i]))
	})
	for i := range all {
		l.settle(all[i])
	}
	return all
}

// fields parses the texts of the fields, all of each, whoever its blocks are for.
func (f *finished) fields(fields []record.Field) {
	record.Walk(fields, func(_ string, field record.Field) {
		for _, text := range record.TextsOf(field.Value) {
			f.parse(text)
		}
		if attachment, ok := field.Value.(*record.Attachment); ok && attachment.IsSet() {
			f.attachments = append(f.attachments, attachment)
		}
	})
}

func (f *finished) parse(text *record.Text) {
	if text.Source == "" {
		return
	}
	faults := markdown.CheckBlocks(text.Source)
	uncut := markdown.Uncut(text.Source)
	if text.Whole {
		text.Parsed = markdown.Parse(uncut)
	} else {
		text.Parsed = markdown.ParseText(uncut)
	}
	if merges := markdown.CheckMerge(text.Source); len(merges) > 0 {
		faults = merges // the rest may follow from them
	} else {
		faults = append(faults, text.Parsed.Faults()...)
	}
	if len(faults) > 0 {
		f.faulty = append(f.faulty, faultyText{text, faults})
	}
	for _, link := range text.Parsed.Links() {
		if link.Form == markdown.Image && text.At.Known() {
			f.images = append(f.images, shownImage{path.Join(path.Dir(text.At.File.Name), link.Target), text.Place(link.Start, link.End)})
		}
	}
}

// settle reports what is wrong with the texts, and reads the files that they show.
func (l *loader) settle(f finished) {
	for _, one := range f.faulty {
		l.reportFaults(one.text, one.faults)
	}
	for _, image := range f.images {
		l.embed(image.name, image.at)
	}
	for _, attachment := range f.attachments {
		l.attach(attachment)
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
