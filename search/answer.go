package search

import (
	"cmp"
	"slices"
)

// Searcher answers queries from the files of an index.
type Searcher struct{ *shards }

// Open returns a searcher that reads the files of an index by their paths.
func Open(read func(path string) ([]byte, error)) (*Searcher, error) {
	s := openShards(read)
	return &Searcher{s}, s.err
}

// Answer is what was found, the best first.
type Answer struct {
	Hits       []Hit
	Any        bool         // no document has all words: these have some of them
	Corrected  []Correction // words that do not occur, and what was looked for instead
	Unknown    []string     // words that do not occur, and nothing like them
	Suggested  []string     // other queries, where nothing was found
	highlights highlights
	wanted     int  // how many words it should have
	sentence   bool // the query is one, or part of one
}

// Hit is a document that was found.
type Hit struct {
	Document int // its number
	Score    int
}

// Search answers a query.
func (s *Searcher) Search(query string) (Answer, error) {
	clauses := parse(query, s.start.Facets)
	answer := s.answer(clauses)
	if len(answer.Hits) == 0 {
		answer.Suggested = s.suggest(clauses)
	}
	s.promote(&answer)
	return answer, s.err
}

// firstPage is how many hits a list shows at first.
const firstPage = 5

// promote puts one of the hits that are shown at first before the others: that whose
// whole title was asked for, or else, where no sentence was, the best whose title has
// all of several words.
func (s *Searcher) promote(a *Answer) {
	best := -1
	for i, hit := range a.Hits[:min(firstPage, len(a.Hits))] {
		entry, err := s.Entry(hit.Document)
		if err != nil {
			return
		}
		hasAll, hasOthers := s.compareTitle(entry.Title, *a)
		if hasAll && !hasOthers {
			best = i
			break
		}
		if hasAll && a.wanted > 1 && !a.sentence && best < 0 {
			best = i
		}
	}
	if best > 0 {
		a.Hits = slices.Concat(a.Hits[best:best+1], a.Hits[:best], a.Hits[best+1:])
	}
}

// compareTitle reports whether a title has all words of the query, and whether it has
// others.
func (s *shards) compareTitle(title string, a Answer) (hasAll, hasOthers bool) {
	asked := map[int]bool{}
	for scanner := (scanner{text: title}); scanner.next(); {
		word := string(scanner.word)
		group, known := a.highlights.forms[word]
		switch {
		case contains(s.start.Stop, word):
		case known:
			asked[group] = true
		default:
			hasOthers = true
		}
	}
	return len(asked) > 0 && len(asked) == a.wanted, hasOthers
}

func (s *shards) answer(clauses []clause) Answer {
	p := s.plan(clauses)
	b := p.score()
	answer := Answer{Corrected: p.corrected, Unknown: p.unknown, highlights: b.highlights, wanted: b.wanted, sentence: p.sentence}
	if !p.sentence || b.wanted == 0 {
		answer.Hits = b.hits(p, b.wanted)
	}
	if len(answer.Hits) == 0 && b.wanted > 0 {
		answer.Hits = b.hits(p, 1)
		answer.Any = len(answer.Hits) > 0 && !slices.Contains(b.groups, b.wanted)
	}
	return answer
}

// board keeps the score of each document.
type board struct {
	wanted     int // how many groups a document should answer: all but the weak ones
	scores     []int
	groups     []int // how many of the wanted groups a document answers
	highlights highlights
}

// score adds up what the groups are worth to each document. All is done in whole
// numbers, so that the browser comes to the same.
func (p *plan) score() *board {
	count := p.start.Documents
	b := &board{scores: make([]int, count), groups: make([]int, count)}
	best := make([]int, count)
	for number, g := range p.groups {
		var touched []int
		rarity := 0 // what was written, or is most common, sets the measure
		for i, term := range g.terms {
			posting := p.posting(term.term)
			if !g.weak {
				b.highlights.add(number, posting.forms)
			}
			if i == 0 {
				rarity = posting.rarity
			}
			for j, document := range posting.documents {
				worth := p.start.Worths[posting.levels[j]] * term.weight
				if posting.levels[j] != ownLevel {
					worth *= min(rarity, posting.rarity)
				}
				if best[document] == 0 {
					touched = append(touched, document)
				}
				best[document] = max(best[document], worth)
			}
		}
		b.highlights.addKeys(number, g.keys)
		for _, document := range touched {
			b.scores[document] += best[document]
			best[document] = 0
			if !g.weak {
				b.groups[document]++
			}
		}
		if !g.weak {
			b.wanted++
		}
	}
	return b
}

// namedKind is how much the documents of a kind count whose name is a word of the
// query, in percent.
const namedKind = 115

// hits returns the documents that answer at least so many groups and that the
// query does not rule out, the best first. Some kinds count more than others, and
// one that the query names counts more still.
func (b *board) hits(p *plan, wanted int) []Hit {
	if wanted == 0 && len(p.within) == 0 {
		return nil
	}
	var hits []Hit
	run := 0
	for document, score := range b.scores {
		for run+3 < len(p.start.Runs) && p.start.Runs[run+3] <= document {
			run += 2
		}
		isIn := func(s set) bool { return s[document] }
		isOut := func(s set) bool { return !s[document] }
		if b.groups[document] < wanted || slices.ContainsFunc(p.within, isOut) || slices.ContainsFunc(p.without, isIn) {
			continue
		}
		kind := p.start.Runs[run]
		score *= p.start.Kinds[kind].Weight
		if p.kinds[kind] {
			score = score / 100 * namedKind
		}
		hits = append(hits, Hit{document, score})
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits
}
