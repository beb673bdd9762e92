package search

import (
	"runtime"
	"strings"
	"sync"
)

// field is a part of a document whose words count alike.
type field uint8

const (
	inTitle field = iota
	inHeading
	inLabel
	inLead
	inTerm
	inText
	fields
)

// reading is the words of some documents, in order.
type reading struct {
	language language
	ids      map[string]string // of each key of an ID, the one that all its spellings share

	forms map[string]int32 // the number of each form that occurs
	texts []string         // of the forms
	stems []string         // of the forms; empty for a stop word

	documents []readDocument
	words     []int32 // the forms of all documents, one after the other
}

// readDocument is one document as it was read.
type readDocument struct {
	runs  []run
	marks []mark
}

// mark is a term of a document that is no word: an ID (“#r.12”) that is its own
// or that it mentions, or a facet (“=kind:risk”).
type mark struct {
	name      string
	frequency float64 // that it counts as
}

// run is a stretch of words, across whose end no phrase goes.
type run struct {
	field field
	count int32
}

// readAll reads the documents, on all processors. The readings follow each other
// in the order of the documents.
func readAll(documents []Document, l language, ids map[string]string) []*reading {
	workers := min(runtime.GOMAXPROCS(0), max(1, len(documents)/64))
	readings := make([]*reading, workers)
	var wait sync.WaitGroup
	for i := range readings {
		part := documents[i*len(documents)/workers : (i+1)*len(documents)/workers]
		r := &reading{language: l, ids: ids, forms: map[string]int32{}}
		readings[i] = r
		wait.Go(func() {
			for j := range part {
				r.read(&part[j])
			}
		})
	}
	wait.Wait()
	return readings
}

func (r *reading) read(d *Document) {
	r.documents = append(r.documents, readDocument{})
	title := d.Title + " " + d.Shown
	if idKey(d.ID) == "" {
		title += " " + d.ID // which is found as words, since it looks like no ID
	}
	r.text(inTitle, title)
	r.text(inLabel, d.Label+" "+d.Status.Text)
	r.text(inLead, d.Lead)
	for _, term := range d.Terms {
		r.text(inTerm, term)
	}
	for _, passage := range d.Passages {
		r.text(inHeading, passage.Heading)
		r.text(inText, passage.Text)
	}
	for _, key := range ownKeys(d.ID) {
		r.mark("#"+r.ids[key], ownFrequency)
	}
	for _, id := range d.Mentions {
		r.mention(idKey(id))
	}
	r.facet("kind", d.Kind.Word.Word, d.Kind.Label, d.Label)
	r.facet("status", d.Status.Word.Word, d.Status.Label)
	for _, facet := range d.Facets {
		r.facet(facet.Key, facet.Values...)
	}
}

func (r *reading) text(in field, text string) {
	before := len(r.words)
	for s := (scanner{text: compose(text)}); s.next(); {
		form, known := r.forms[string(s.word)]
		if !known {
			form = r.add(string(s.word))
		}
		r.words = append(r.words, form)
	}
	if count := len(r.words) - before; count > 0 {
		d := &r.documents[len(r.documents)-1]
		d.runs = append(d.runs, run{in, int32(count)})
	}
	eachID(text, func(key string, _, _ int) { r.mention(key) })
}

func (r *reading) mention(key string) {
	if shared, known := r.ids[key]; known {
		r.mark("#"+shared, 1)
	}
}

func (r *reading) facet(key string, values ...string) {
	for _, value := range values {
		if value = Slug(value); value != "" {
			r.mark("="+Slug(key)+":"+value, 0)
		}
	}
}

func (r *reading) mark(name string, frequency float64) {
	d := &r.documents[len(r.documents)-1]
	d.marks = append(d.marks, mark{name, frequency})
}

// add takes in a form that has not occurred before. Where it has an apostrophe,
// its longest part is a form of the same word, too, if bleve says so: readers may
// look for “audit” where only “l'audit” occurs.
func (r *reading) add(text string) int32 {
	form := r.number(text, r.language.stem(text))
	if strings.Contains(text, "'") {
		part := longestPart(text)
		if _, known := r.forms[part]; !known && r.language.stem(part) == r.stems[form] {
			r.number(part, r.stems[form])
		}
	}
	return form
}

func (r *reading) number(text, stem string) int32 {
	form := int32(len(r.texts))
	r.forms[text] = form
	r.texts = append(r.texts, text)
	r.stems = append(r.stems, stem)
	return form
}

// Slug writes some words as one, as a query does that asks for a property:
// status:partly-implemented.
func Slug(text string) string { return strings.Join(words(compose(text)), "-") }
