// Package edition decides what each edition may show, and puts it into the
// shape that themes see.
//
// It works in two steps. Admit copies the entries, fields and blocks that an
// edition may show into a handbook of their own. Everything else in this
// package sees that part alone: relations, counts, lists and pages are computed
// from it, and so cannot rest on anything that the edition lacks.
package edition

import (
	"maps"
	"reflect"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/source"
)

// Part is what one edition may show of a handbook.
type Part struct {
	*record.Handbook
	Edition audience.Edition

	opensLeadership bool                    // staff may read the pages for leadership
	lacking         map[string]*record.Kind // the kinds of the entries that are linked to but lacking, by ID
	counted         *Part                   // what the public may see counted, nil where annex.toml publishes no count
}

// Admit returns the part of the whole that the edition may show. Where a block
// is withheld from auditors, they read the place holder instead.
func Admit(whole *record.Handbook, edition audience.Edition, placeholder string) *Part {
	return new(Memory).Admit(whole, edition, placeholder)
}

// Admit returns what the function Admit does. Of an entry that is the very one
// it was the last time it takes the copy made then, unless other entries are
// admitted now: references to those are what a copy depends on besides.
func (m *Memory) Admit(whole *record.Handbook, edition audience.Edition, placeholder string) *Part {
	a := admission{whole: whole, edition: edition, placeholder: placeholder, admitted: make(map[string]bool, len(whole.Entries()))}
	lacking := map[string]*record.Kind{}
	var from []record.Record
	for _, r := range whole.Entries() {
		if head := r.Head(); a.admits(r) {
			a.admitted[head.ID.Value] = true
			from = append(from, r)
		} else {
			lacking[head.ID.Value] = head.Kind
		}
	}
	if m.edition != edition || m.placeholder != placeholder || !maps.Equal(m.admitted, a.admitted) {
		m.copies = nil
	}
	entries := make([]record.Record, len(from))
	parallel.Each(len(from), func(i int) {
		if entries[i] = m.copies[from[i]]; entries[i] == nil {
			one := a // which notes what it meets in this entry
			entries[i] = one.entry(from[i])
		}
	})
	m.edition, m.placeholder, m.admitted = edition, placeholder, a.admitted
	if m.keeps {
		m.copies = make(map[record.Record]record.Record, len(from))
		for i, r := range from {
			m.copies[r] = entries[i]
		}
	}
	config := new(record.Config)
	a.fields(record.Fields(config), record.Fields(whole.Config))
	h := record.New(m.before, config, whole.Today, entries, nil)
	if m.keeps {
		m.before = h
	}
	h.Files = a.files(config, entries)
	part := &Part{
		Handbook: h,
		Edition:  edition,

		opensLeadership: opensLeadership(whole.Config),
		lacking:         lacking,
	}
	if centre := config.Trust.Row; edition == audience.TrustEdition && centre != nil && centre.Publish.IsSet() {
		part.counted = Admit(whole, audience.AuditorEdition, "")
	}
	return part
}

// Memory remembers what was admitted last, for when most of it is the same.
type Memory struct {
	keeps       bool
	edition     audience.Edition
	placeholder string
	admitted    map[string]bool                 // by ID
	copies      map[record.Record]record.Record // of the entries admitted
	before      *record.Handbook                // what came of it
}

// NewMemory returns a memory that holds nothing yet.
func NewMemory() *Memory { return &Memory{keeps: true} }

// admission copies what one edition may show.
type admission struct {
	whole       *record.Handbook
	edition     audience.Edition
	placeholder string
	admitted    map[string]bool // by ID
	held        bool            // a block of the entry at hand has given way to the placeholder
	named       *source.File    // where the entry at hand was written, without a word of it
}

// admits reports whether the edition has a page for the entry. The public has
// one for what was written for it; auditors have one for a withheld entry, which
// says no more than whom to ask.
func (a *admission) admits(r record.Record) bool {
	if a.edition == audience.TrustEdition {
		why, _ := record.Unpublished(r)
		return r.Head().Label == audience.Public && why == ""
	}
	return a.edition.MayShow(r.Head().Label) || a.isStub(r.Head())
}

func (a *admission) isStub(head *record.Entry) bool {
	return a.edition == audience.AuditorEdition && head.Label == audience.Withheld
}

// entry copies in what the edition may show of r.
func (a *admission) entry(r record.Record) record.Record {
	from := r.Head()
	admitted := from.Kind.Create()
	to := admitted.Head()
	to.Label = from.Label
	to.Authored = from.Authored
	to.ID.Value = from.ID.Value
	if from.At.Known() {
		to.At = a.nameOnly(from.At)
	}
	if a.isStub(from) {
		to.Withheld = record.WhollyWithheld
		a.fields(ownerOf(admitted), ownerOf(r))
		return admitted
	}
	a.held = false
	a.fields(record.AllFields(admitted), record.AllFields(r))
	if a.held {
		to.Withheld = record.PartlyWithheld
	}
	return admitted
}

// ownerOf returns the field that says whom to ask about an entry, if its kind
// has one.
func ownerOf(r record.Record) []record.Field {
	for _, field := range record.Fields(r) {
		if field.Key == "owner" {
			return []record.Field{field}
		}
	}
	return nil
}

// fields copies the values of the fields that the edition may show. Both lists
// come from the same declaration.
func (a *admission) fields(to, from []record.Field) {
	for i, field := range from {
		if field.Value.IsSet() && a.mayShow(field) {
			a.value(to[i].Value, field.Value)
		}
	}
}

func (a *admission) mayShow(field record.Field) bool {
	return a.edition.MayShow(field.Audience)
}

// value copies one value, and leaves behind the blocks of text and the
// references that the edition lacks.
func (a *admission) value(to, from record.Value) {
	switch from := from.(type) {
	case *record.Text:
		*to.(*record.Text) = a.text(*from)
	case *record.Texts:
		texts := to.(*record.Texts)
		for _, item := range from.Items {
			if text := a.text(item); text.IsSet() {
				texts.Items = append(texts.Items, text)
			}
		}
	case record.Referrer:
		var admitted []record.Reference
		for _, reference := range from.References() {
			if a.admitted[reference.ID] {
				admitted = append(admitted, record.Reference{ID: reference.ID})
			}
		}
		to.(record.Referrer).SetReferences(admitted, source.Span{})
	case record.Tabler:
		for _, row := range from.AllRows() {
			a.fields(record.Fields(to.(record.Tabler).AddRow(source.Span{})), record.Fields(row))
		}
	default:
		reflect.ValueOf(to).Elem().Set(withoutPlaces(reflect.ValueOf(from).Elem()))
	}
}

// withoutPlaces returns a copy of a value that does not know where it was
// written: a place holds its whole file, with all that the edition lacks.
func withoutPlaces(value reflect.Value) reflect.Value {
	bare := reflect.New(value.Type()).Elem()
	bare.Set(value)
	switch {
	case value.Type() == reflect.TypeFor[source.Span]():
		bare.SetZero()
	case value.Kind() == reflect.Slice:
		bare.Set(reflect.MakeSlice(value.Type(), value.Len(), value.Len()))
		for i := range value.Len() {
			bare.Index(i).Set(withoutPlaces(value.Index(i)))
		}
	case value.Kind() == reflect.Struct && value.Type() != reflect.TypeFor[time.Time]():
		for i := range value.NumField() {
			if bare.Field(i).CanSet() {
				bare.Field(i).Set(withoutPlaces(value.Field(i)))
			}
		}
	}
	return bare
}

// text returns the text without the blocks that the edition may not show,
// parsed anew, so that nothing of them has ever been in it.
func (a *admission) text(from record.Text) record.Text {
	to := record.Text{Source: markdown.Cut(from.Source, a.edition, a.placeholder), Whole: from.Whole}
	if strings.Contains(from.Source, ":::") && a.edition == audience.AuditorEdition {
		a.held = a.held || to.Source != markdown.Cut(from.Source, a.edition, "")
	}
	if strings.TrimSpace(to.Source) == "" {
		// Blank lines alone would tell that there had been something to cut.
		return record.Text{}
	}
	if from.At.Known() {
		to.At = a.nameOnly(from.At)
	}
	switch {
	case to.Source == from.Source:
		to.Parsed = from.Parsed
	case from.Whole:
		to.Parsed = markdown.Parse(to.Source)
	default:
		to.Parsed = markdown.ParseText(to.Source)
	}
	return to
}

// nameOnly returns a place that knows the name of its file, for relative links,
// but none of its words.
func (a *admission) nameOnly(at source.Span) source.Span {
	if a.named == nil || a.named.Name != at.File.Name {
		a.named = source.NewFile(at.File.Name, "")
	}
	return source.Span{File: a.named}
}
