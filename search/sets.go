package search

import "slices"

// set is some of the documents, by their numbers.
type set []bool

func (s *shards) newSet(documents []int) set {
	chosen := make(set, s.start.Documents)
	for _, document := range documents {
		chosen[document] = true
	}
	return chosen
}

// facet returns the documents of which a property has that value, or one that
// begins so.
func (p *plan) facet(key, value string) set {
	name := "=" + key + ":" + Slug(value)
	if form, known := p.form(name); known {
		return p.newSet(p.posting(form.term).documents)
	}
	var documents []int
	for _, form := range p.beginning(name) {
		documents = append(documents, p.posting(form.term).documents...)
	}
	return p.newSet(documents)
}

// phrase takes in words that have to follow each other.
func (p *plan) phrase(text string) {
	terms, offsets, unknown := p.phraseTerms(text)
	p.unknown = append(p.unknown, unknown...)
	for _, term := range terms {
		p.groups = append(p.groups, group{terms: []weighed{{term, written}}})
	}
	switch {
	case len(unknown) > 0:
		p.within = append(p.within, p.newSet(nil))
	case len(terms) > 0:
		p.within = append(p.within, p.newSet(p.together(terms, offsets)))
	}
}

// phraseTerms returns the terms of a phrase and how far each stands behind its
// beginning, and the words that do not occur.
func (p *plan) phraseTerms(text string) (terms, offsets []int, unknown []string) {
	offset := 0
	for s := (scanner{text: text}); s.next(); offset++ {
		word := string(s.word)
		form, known := p.form(word)
		if !known && !p.isStop(word) {
			word = longestPart(word)
			form, known = p.form(word)
		}
		switch {
		case known:
			terms, offsets = append(terms, form.term), append(offsets, offset)
		case !p.isStop(word):
			unknown = append(unknown, word)
		}
	}
	return terms, offsets, unknown
}

// together returns the documents in which the terms stand so far behind each
// other.
func (p *plan) together(terms, offsets []int) []int {
	if len(terms) == 1 {
		return p.posting(terms[0]).documents
	}
	having := make([]int, p.start.Documents) // how many of the terms
	for _, term := range terms {
		for _, document := range p.posting(term).documents {
			having[document]++
		}
	}
	if !slices.Contains(having, len(terms)) {
		return nil
	}
	var starts map[int][]int // of the phrase, as far as it was looked at, by document
	for i, term := range terms {
		places := p.places(term)
		next := map[int][]int{}
		for j, document := range p.posting(term).documents {
			if j >= len(places) {
				break
			}
			for _, place := range places[j] {
				start := place - offsets[i]
				if i == 0 || slices.Contains(starts[document], start) {
					next[document] = append(next[document], start)
				}
			}
		}
		starts = next
	}
	var documents []int
	for document := range starts {
		documents = append(documents, document)
	}
	return documents
}

// documentsOf returns the documents that a part of the query with a minus leaves
// out.
func (p *plan) documentsOf(c clause) set {
	if c.facet != "" {
		return p.facet(c.facet, c.text)
	}
	if key := idKey(c.text); key != "" && !c.phrase {
		if form, known := p.form("#" + key); known {
			return p.newSet(p.posting(form.term).documents)
		}
	}
	terms, offsets, unknown := p.phraseTerms(c.text)
	if len(unknown) > 0 || len(terms) == 0 {
		return p.newSet(nil)
	}
	return p.newSet(p.together(terms, offsets))
}
