package search

import (
	"maps"
	"slices"
	"strings"
)

// Index is what is known of all words of some documents.
type Index struct {
	documents []Document
	language  language
	labels    map[string]string
	forms     []form // sorted
	terms     int    // how many there are

	// For each term, from starts[term] up to starts[term+1]: the documents that
	// have it and the level of each.
	starts []int32
	having []int32
	levels []uint8

	// For each term, from placeStarts[term] up to placeStarts[term+1]: where it
	// stands in these documents. The first place in a document is marked.
	placeStarts []int32
	places      []int32

	synonyms []synonym
}

// form is a way to write a term. A term is what the forms of a word have in
// common, an ID (“#r.12”) or a facet (“=kind:risk”).
type form struct {
	text string
	term int32
}

// firstPlace marks a place that is the first in its document.
const firstPlace = 1 << 30

// pause is how many places lie between two runs of words.
const pause = 8

// New makes an index of the documents. Their order decides between documents
// that answer a query equally well.
func New(documents []Document, o Options) *Index {
	ix := &Index{documents: documents, language: languageOf(o.Language), labels: o.Words}
	ids := idKeys(documents)
	readings := readAll(documents, ix.language, ids)
	n := ix.number(stemsOf(readings, ids))
	for _, r := range readings {
		r.settle(n)
	}
	ix.addSynonyms(o.Synonyms, n)
	ix.count(readings, n)
	return ix
}

// numbers are the numbers of the terms.
type numbers struct {
	forms map[string]int32 // of words; -1 for a stop word
	marks map[string]int32
}

// stemsOf returns the stem of each form that occurs, and of each that stands for
// one: a form without its accents, for readers who leave them out, and another key
// of an ID.
func stemsOf(readings []*reading, ids map[string]string) map[string]string {
	stems := map[string]string{}
	for _, r := range readings {
		for i, text := range r.texts {
			stems[text] = r.stems[i]
		}
	}
	for _, text := range slices.Sorted(maps.Keys(stems)) {
		for _, bare := range bareForms(text, stems[text]) {
			if _, known := stems[bare]; !known {
				stems[bare] = stems[text]
			}
		}
	}
	for key, shared := range ids {
		stems["#"+key] = "#" + shared
	}
	for _, r := range readings {
		for _, d := range r.documents {
			for _, mark := range d.marks {
				stems[mark.name] = mark.name
			}
		}
	}
	return stems
}

// bareForms returns a form without its accents, and its stem where that has lost
// them: “häuser” is found as “hauser”, and as “haus”.
func bareForms(text, stem string) []string {
	bare := withoutAccents(text)
	switch {
	case stem == "" || bare == text:
		return nil
	case strings.HasPrefix(bare, stem) && !strings.HasPrefix(text, stem):
		return []string{bare, stem}
	default:
		return []string{bare}
	}
}

// number sorts all forms and numbers the terms in their order, so that forms and
// terms that begin alike lie together.
func (ix *Index) number(stems map[string]string) numbers {
	n := numbers{forms: map[string]int32{}, marks: map[string]int32{}}
	known := map[string]int32{} // by stem
	for _, text := range slices.Sorted(maps.Keys(stems)) {
		stem := stems[text]
		if stem == "" {
			n.forms[text] = -1
			continue
		}
		term, ok := known[stem]
		if !ok {
			term = int32(ix.terms)
			known[stem] = term
			ix.terms++
		}
		if text[0] == '#' || text[0] == '=' {
			n.marks[text] = term
		} else {
			n.forms[text] = term
		}
		ix.forms = append(ix.forms, form{text, term})
	}
	return n
}

// settle puts terms in place of forms.
func (r *reading) settle(n numbers) {
	terms := make([]int32, len(r.texts))
	for form, text := range r.texts {
		terms[form] = n.forms[text]
	}
	for i, form := range r.words {
		r.words[i] = terms[form]
	}
}
