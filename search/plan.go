package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// plan is what a query asks for, in terms of the index.
type plan struct {
	*shards
	groups    []group
	sequence  []step // the plain words, as they follow each other
	within    []set  // documents to choose from
	without   []set  // documents to leave out
	corrected []Correction
	unknown   []string
	kinds     map[int]bool // that it names
	sentence  bool         // it has words of which sentences are made: not all others need match
	cut       string       // a stop word at the end, which may be the beginning of another word
}

// group is the terms that answer one word of the query.
type group struct {
	terms []weighed
	keys  []string // of the IDs among them
	weak  bool     // it says little: a document need not have it
}

// weighed is a term, and by how much it counts: as it was written, or as what it may
// be the beginning of. In a weak group it counts half.
type weighed struct{ term, weight int }

const (
	written   = 4
	stretched = 2
)

// step is one word of the query in its place: its term, or none.
type step struct {
	term  int
	group int
}

const (
	stopWord = -1
	noTerm   = -2
)

// Correction tells what was looked for in place of a word that does not occur.
type Correction struct {
	Word  string   `json:"word"`
	Found []string `json:"found"`
}

func (s *shards) plan(clauses []clause) *plan {
	p := &plan{shards: s, kinds: map[int]bool{}}
	for i := 0; i < len(clauses); i++ {
		c := clauses[i]
		if c.facet != "" || c.phrase || c.exclude {
			p.sequence = append(p.sequence, step{noTerm, 0})
		}
		switch {
		case c.exclude:
			p.without = append(p.without, p.documentsOf(c))
		case c.facet != "":
			p.within = append(p.within, p.facet(c.facet, c.text))
		case c.phrase:
			p.phrase(c.text)
		case i+1 < len(clauses) && p.isApart(c, clauses[i+1]):
			p.id(c.text+clauses[i+1].text, clauses[i+1].open)
			i++
		case !p.id(c.text, c.open):
			p.words(c)
		}
	}
	if len(p.groups) == 0 && len(p.within) == 0 && p.cut != "" {
		p.groups = append(p.groups, group{terms: p.beginnings(p.cut, noTerm, written)})
	}
	p.useSynonyms()
	p.weigh()
	return p
}

// weigh halves what weak words count, unless there are no others.
func (p *plan) weigh() {
	isStrong := func(g group) bool { return !g.weak }
	if !slices.ContainsFunc(p.groups, isStrong) {
		for i := range p.groups {
			p.groups[i].weak = false
		}
	}
	for i := range p.groups {
		if p.groups[i].weak {
			for j := range p.groups[i].terms {
				p.groups[i].terms[j].weight /= 2
			}
		}
	}
}

// isApart reports whether two parts of the query are an ID: “R 12”.
func (p *plan) isApart(c, next clause) bool {
	if next.phrase || next.exclude || next.facet != "" || idKey(c.text) != "" || strings.ContainsFunc(c.text, func(r rune) bool { return r >= utf8.RuneSelf || !isLetter(byte(r)) }) {
		return false
	}
	if !isDigit(next.text[0]) {
		return false
	}
	_, known := p.form("#" + idKey(c.text+next.text))
	return known
}

// id takes in an ID, and while it is being written those that begin so. It
// reports whether there are any.
func (p *plan) id(text string, open bool) bool {
	key := idKey(text)
	if key == "" {
		return false
	}
	var g group
	if form, known := p.form("#" + key); known {
		g.terms, g.keys = append(g.terms, weighed{form.term, written}), append(g.keys, key)
	}
	if open {
		for _, form := range p.beginning("#" + key) {
			if form.text != "#"+key && len(g.keys) < mostIDs {
				g.terms, g.keys = append(g.terms, weighed{form.term, stretched}), append(g.keys, form.text[1:])
			}
		}
	}
	if len(g.terms) == 0 {
		return false
	}
	p.groups = append(p.groups, g)
	p.sequence = append(p.sequence, step{noTerm, 0})
	return true
}

// words takes in the words of a part of the query.
func (p *plan) words(c clause) {
	for s := (scanner{text: c.text}); s.next(); {
		p.word(string(s.word), c.open && s.end == len(c.text))
	}
}

func (p *plan) word(word string, open bool) {
	find := p.form
	if open && utf8.RuneCountInString(word) >= shortestPrefix {
		find = p.openForm
	}
	form, known := find(word)
	if !known && !p.isStop(word) {
		word = longestPart(word)
		form, known = find(word)
	}
	isWeak := contains(p.start.Weak, word)
	p.sentence = p.sentence || isWeak || p.isStop(word)
	if p.isStop(word) {
		p.sequence = append(p.sequence, step{stopWord, 0})
		if open {
			p.cut = word
		}
		return
	}
	for i, kind := range p.start.Kinds {
		if word == kind.Word || word == strings.ToLower(kind.Label) {
			p.kinds[i] = true
		}
	}
	g := group{weak: isWeak}
	term := noTerm
	if known {
		term = form.term
		g.terms = append(g.terms, weighed{term, written})
	}
	switch length := utf8.RuneCountInString(word); {
	case open && length >= shortestPrefix && known:
		g.terms = append(g.terms, p.beginnings(word, term, stretched)...)
	case open && length >= shortestPrefix:
		g.terms = p.beginnings(word, term, written)
	case open && !known:
		return // a single letter says nothing yet
	}
	if len(g.terms) == 0 && !isWeak {
		g.terms = p.correct(word)
	}
	p.sequence = append(p.sequence, step{term, len(p.groups)})
	p.groups = append(p.groups, g)
}

func (p *plan) isStop(word string) bool { return contains(p.start.Stop, word) }

// contains reports whether the word is one of a list with spaces between them.
func contains(list, word string) bool { return strings.Contains(" "+list+" ", " "+word+" ") }

// beginnings returns the most common terms with a form that begins so, the fewer
// the less is written: they lie the farther apart, and say the less.
func (p *plan) beginnings(prefix string, but, weight int) []weighed {
	var terms []weighed
	others := choose(p.beginning(prefix), func(f knownForm) bool { return f.term != but })
	for _, form := range mostCommon(others, min(mostBeginnings, 1+utf8.RuneCountInString(prefix))) {
		terms = append(terms, weighed{form.term, weight})
	}
	return terms
}

// correct returns the terms that may be meant by a word that does not occur.
func (p *plan) correct(word string) []weighed {
	var terms []weighed
	var found []string
	for _, form := range p.near(word) {
		terms = append(terms, weighed{form.term, written})
		found = append(found, form.text)
	}
	if len(found) == 0 {
		p.unknown = append(p.unknown, word)
		return nil
	}
	p.corrected = append(p.corrected, Correction{word, found})
	return terms
}

// useSynonyms puts the term of a group of synonyms in place of each of its words.
func (p *plan) useSynonyms() {
	var dropped []int
	for at := 0; at < len(p.sequence); {
		term, length := p.synonymAt(at)
		at += max(1, length)
		if length == 0 {
			continue
		}
		steps := p.sequence[at-length : at]
		g := &p.groups[steps[0].group]
		terms := []weighed{{term, written}}
		for _, other := range g.terms {
			if other.weight == stretched && length == 1 {
				terms = append(terms, other)
			}
		}
		g.terms, g.weak = terms, false
		for _, step := range steps[1:] {
			if step.term != stopWord {
				dropped = append(dropped, step.group)
			}
		}
	}
	for _, group := range slices.Backward(dropped) {
		p.groups = slices.Delete(p.groups, group, group+1)
	}
}

// synonymAt returns the term of the longest synonym that stands there in the
// query, and how many words it has.
func (p *plan) synonymAt(at int) (term, length int) {
	for _, s := range p.start.Synonyms {
		for _, member := range s.Members {
			rest := p.sequence[at:]
			if len(member) > len(rest) || len(member) <= length {
				continue
			}
			same := true
			for i, term := range member {
				same = same && rest[i].term == int(term)
			}
			if same {
				term, length = int(s.Term), len(member)
			}
		}
	}
	return term, length
}
