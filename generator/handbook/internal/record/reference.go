package record

import (
	"slices"

	"github.com/annex-isms/annex/generator/source"
)

// Reference names another entry by its ID.
type Reference struct {
	ID string
	At source.Span
}

// Ref is a reference to an entry whose records are *T.
type Ref[T any] struct{ Reference }

// Refs is any number of references to entries whose records are *T.
type Refs[T any] struct {
	Items []Reference // without an ID where one could not be read
	At    source.Span
}

// Referrer is a Ref or Refs to any kind.
type Referrer interface {
	Value
	Target() *Kind
	References() []Reference
	SetReferences([]Reference, source.Span)
	Many() bool
}

func (r *Ref[T]) IsSet() bool       { return r.ID != "" }
func (r *Ref[T]) Span() source.Span { return r.At }

// Target returns the kind of entry that is meant.
func (r *Ref[T]) Target() *Kind { return kindOf[T]() }

// Many is false: there is room for one.
func (r *Ref[T]) Many() bool { return false }

// References returns the reference, if there is one.
func (r *Ref[T]) References() []Reference {
	if r.ID == "" {
		return nil
	}
	return []Reference{r.Reference}
}

// SetReferences records the reference.
func (r *Ref[T]) SetReferences(references []Reference, _ source.Span) {
	r.Reference = Reference{}
	if len(references) > 0 {
		r.Reference = references[0]
	}
}

// In returns the entry that is meant, or nil where h has none.
func (r *Ref[T]) In(h *Handbook) *T { return find[T](h, r.ID) }

func (r *Refs[T]) IsSet() bool       { return len(r.Items) > 0 }
func (r *Refs[T]) Span() source.Span { return r.At }

// Target returns the kind of entry that is meant.
func (r *Refs[T]) Target() *Kind { return kindOf[T]() }

// Many is true.
func (r *Refs[T]) Many() bool { return true }

// References returns the references in the author's order, but for those that
// could not be read.
func (r *Refs[T]) References() []Reference {
	return slices.DeleteFunc(slices.Clone(r.Items), func(reference Reference) bool { return reference.ID == "" })
}

// SetReferences records the references and where their list is written.
func (r *Refs[T]) SetReferences(references []Reference, at source.Span) {
	r.Items, r.At = references, at
}

// In returns the entries that are meant, leaving out those that h lacks.
func (r *Refs[T]) In(h *Handbook) []*T {
	var found []*T
	for _, reference := range r.Items {
		if record := find[T](h, reference.ID); record != nil {
			found = append(found, record)
		}
	}
	return found
}

func find[T any](h *Handbook, id string) *T {
	if r, known := h.Find(id); known {
		typed, _ := r.(any).(*T)
		return typed
	}
	return nil
}
