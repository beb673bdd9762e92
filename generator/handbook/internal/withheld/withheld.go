// Package withheld tells which texts of a handbook an edition must not hold and
// which it may. It decides that from the labels alone, and knows nothing of how
// package edition goes about it: a mistake there is not made here as well.
package withheld

import (
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// From yields the texts of h that the edition must not hold, as far as somebody
// wrote them: what ships with Annex is no secret.
func From(h *record.Handbook, edition audience.Edition) iter.Seq[gate.Text] {
	return texts(h, edition, true)
}

// Open yields the texts of h that the edition may hold.
func Open(h *record.Handbook, edition audience.Edition) iter.Seq[gate.Text] {
	return texts(h, edition, false)
}

func texts(h *record.Handbook, edition audience.Edition, forbidden bool) iter.Seq[gate.Text] {
	return func(yield func(gate.Text) bool) {
		w := walker{handbook: h, edition: edition, forbidden: forbidden, yield: yield}
		w.fields(audience.Public, record.Fields(h.Config))
		for _, r := range h.Entries() {
			w.fields(labelOf(r, edition), record.AllFields(r))
		}
	}
}

// labelOf returns who may read the entry. The public reads only what has a page
// for it.
func labelOf(r record.Record, edition audience.Edition) audience.Label {
	label := r.Head().Label
	if why, _ := record.Unpublished(r); why != "" && edition == audience.TrustEdition {
		return audience.Narrowest(label, audience.Staff)
	}
	return label
}

// walker goes through fields down to their texts, until nobody wants more.
type walker struct {
	handbook  *record.Handbook
	edition   audience.Edition
	forbidden bool // what the edition must not hold is wanted, not what it may
	yield     func(gate.Text) bool
	done      bool
}

func (w *walker) fields(label audience.Label, fields []record.Field) {
	for _, field := range fields {
		w.value(audience.Narrowest(label, field.Audience), field.Value)
	}
}

func (w *walker) value(label audience.Label, value record.Value) {
	switch value := value.(type) {
	case *record.Line:
		w.words(label, value.Value, value.At)
	case *record.Lines:
		for _, item := range value.Items {
			w.words(label, item.Value, item.At)
		}
	case *record.Address:
		w.words(label, value.URL, value.At)
	case *record.Attachment:
		w.words(label, value.Name, value.At)
		w.file(label, value)
	case record.Tabler:
		for _, row := range value.AllRows() {
			w.fields(label, record.Fields(row))
		}
	default:
		for _, text := range record.TextsOf(value) {
			w.text(label, text)
		}
	}
}

// text gives the parts of a text that are forbidden, each for itself, or those
// that are not as one text, as its readers have it.
func (w *walker) text(label audience.Label, text *record.Text) {
	var open strings.Builder
	for _, s := range markdown.Stretches(text.Source) {
		narrow, words := audience.Narrowest(label, s.Label), text.Source[s.Start:s.End]
		switch {
		case w.forbidden:
			w.give(narrow, text.At, gate.Text{
				Words: words, Markdown: true,
				Place: func(start, end int) source.Span { return text.Place(s.Start+start, s.Start+end) },
			})
		case w.edition.MayShow(narrow):
			open.WriteString(words)
		}
	}
	w.give(label, text.At, gate.Text{Words: open.String(), Markdown: true})
}

func (w *walker) words(label audience.Label, words string, at source.Span) {
	w.give(label, at, gate.Text{Words: words, Place: func(_, _ int) source.Span { return at }})
}

// readable are the endings of attached files that are text.
var readable = []string{".txt", ".csv", ".json", ".log"}

func (w *walker) file(label audience.Label, attachment *record.Attachment) {
	file := w.handbook.Files[path.Clean(attachment.Name)]
	if slices.Contains(readable, strings.ToLower(path.Ext(file.Name))) {
		w.give(label, attachment.At, gate.Text{
			Words: string(file.Data), File: file.Name,
			Place: func(_, _ int) source.Span { return attachment.At },
		})
	}
}

func (w *walker) give(label audience.Label, at source.Span, text gate.Text) {
	wanted := w.edition.MayShow(label) != w.forbidden && (!w.forbidden || at.Known())
	if !w.done && text.Words != "" && wanted {
		w.done = !w.yield(text)
	}
}
