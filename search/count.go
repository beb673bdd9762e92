package search

import "slices"

// count finds out which documents have each term, at which level, and where.
func (ix *Index) count(readings []*reading, n numbers) {
	t := &tally{
		index: ix, numbers: n, average: averageLengths(readings),
		frequencies: make([]float64, ix.terms), seen: make([]bool, ix.terms), members: ix.members(),
	}
	// Once to know how much room each term needs, and once to fill it.
	having, standing := make([]int32, ix.terms+1), make([]int32, ix.terms+1)
	t.each(readings, func(int32) {
		for _, term := range t.terms {
			having[term+1]++
		}
		for _, place := range t.places {
			standing[place.term+1]++
		}
	})
	for term := range ix.terms {
		having[term+1] += having[term]
		standing[term+1] += standing[term]
	}
	ix.starts, ix.placeStarts = slices.Clone(having), slices.Clone(standing)
	ix.having = make([]int32, having[ix.terms])
	ix.levels = make([]uint8, having[ix.terms])
	ix.places = make([]int32, standing[ix.terms])
	t.each(readings, func(document int32) {
		for _, term := range t.terms {
			ix.having[having[term]], ix.levels[having[term]] = document, levelOf(t.frequencies[term])
			having[term]++
		}
		for _, place := range t.places {
			ix.places[standing[place.term]] = place.at
			standing[place.term]++
		}
	})
}

// averageLengths returns how many words each field has on average.
func averageLengths(readings []*reading) [fields]float64 {
	var total [fields]int
	documents := 0
	for _, r := range readings {
		documents += len(r.documents)
		at := 0
		for _, d := range r.documents {
			for field, length := range d.lengths(r.words[at:]) {
				total[field] += length
			}
			at += d.size()
		}
	}
	var average [fields]float64
	for field := range average {
		average[field] = float64(total[field]) / float64(max(1, documents))
	}
	return average
}

// size returns how many words the document has, stop words among them.
func (d *readDocument) size() int {
	size := 0
	for _, run := range d.runs {
		size += int(run.count)
	}
	return size
}

// lengths returns how many words each field has, without stop words. The
// document's words are the first of those given.
func (d *readDocument) lengths(words []int32) [fields]int {
	var lengths [fields]int
	for _, run := range d.runs {
		for _, term := range words[:run.count] {
			if term >= 0 {
				lengths[run.field]++
			}
		}
		words = words[run.count:]
	}
	return lengths
}

// tally collects the terms of one document after the other.
type tally struct {
	index   *Index
	numbers numbers
	average [fields]float64
	members map[int32][]member // of synonyms, by their first term

	terms       []int32   // of the document
	places      []place   // of its words
	frequencies []float64 // of its terms, weighed
	seen        []bool    // the terms that it has
}

// place is where a term stands.
type place struct{ term, at int32 }

// each calls visit with the number of each document once its terms are collected.
func (t *tally) each(readings []*reading, visit func(document int32)) {
	document := int32(0)
	for _, r := range readings {
		words := r.words
		for i := range r.documents {
			d := &r.documents[i]
			t.collect(d, words)
			visit(document)
			t.clear()
			words = words[d.size():]
			document++
		}
	}
}

func (t *tally) collect(d *readDocument, words []int32) {
	var counts [fields]float64 // what a word counts in each field of this document
	for field, length := range d.lengths(words) {
		share := shares[field]
		norm := 1 - share
		if t.average[field] > 0 {
			norm += float64(share * float64(length) / t.average[field])
		}
		counts[field] = weights[field] / norm
	}
	at := int32(0)
	for _, run := range d.runs {
		for i, term := range words[:run.count] {
			if term < 0 {
				continue
			}
			if !t.seen[term] {
				t.places = append(t.places, place{term, (at + int32(i)) | firstPlace})
			} else {
				t.places = append(t.places, place{term, at + int32(i)})
			}
			t.add(term, counts[run.field])
			for _, member := range t.members[term] {
				if member.stands(words[i:run.count]) {
					t.add(member.group, counts[run.field])
				}
			}
		}
		words = words[run.count:]
		at += run.count + pause
	}
	for _, mark := range d.marks {
		t.add(t.numbers.marks[mark.name], mark.frequency)
	}
}

func (t *tally) add(term int32, frequency float64) {
	if !t.seen[term] {
		t.seen[term] = true
		t.terms = append(t.terms, term)
	}
	t.frequencies[term] += frequency
}

func (t *tally) clear() {
	for _, term := range t.terms {
		t.seen[term], t.frequencies[term] = false, 0
	}
	t.terms, t.places = t.terms[:0], t.places[:0]
}
