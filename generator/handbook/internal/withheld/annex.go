package withheld

import (
	"iter"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// ByAnnex yields the words that Annex itself brings along: the names of kinds
// and fields, and the standard's clauses and controls.
func ByAnnex() iter.Seq[gate.Text] {
	return func(yield func(gate.Text) bool) {
		w := walker{yield: yield, handbook: new(record.Handbook)}
		for _, kind := range record.Kinds {
			w.say(kind.Label, kind.Plural, kind.Article, kind.Help)
			w.declared(record.AllFields(kind.Create()))
			if kind.Given == nil {
				continue
			}
			for _, given := range kind.Given() {
				given.Head().Kind = kind
				w.fields(audience.Public, record.AllFields(given))
			}
		}
	}
}

// declared says what the declaration of fields does.
func (w *walker) declared(fields []record.Field) {
	for _, field := range fields {
		w.say(field.Label, field.Help, field.Inverse)
		switch value := field.Value.(type) {
		case record.Chooser:
			w.options(value.Options())
		case record.MultiChooser:
			w.options(value.Options())
		case record.Tabler:
			w.declared(record.Fields(value.Blank()))
		}
	}
}

func (w *walker) options(options []record.Option) {
	for _, option := range options {
		w.say(option.Label, option.Help)
	}
}

func (w *walker) say(words ...string) {
	for _, line := range words {
		w.words(audience.Public, line, source.Span{})
	}
}
