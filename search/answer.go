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
	return answer, s.err
}

func (s *shards) answer(clauses []clause) Answer {
	p := s.plan(clauses)
	b := p.score()
	answer := Answer{Corrected: p.corrected, Unknown: p.unknown}
	answer.Hits = b.hits(p, len(p.groups))
	if len(answer.Hits) == 0 && len(p.groups) > 1 {
		answer.Hits = b.hits(p, 1)
		answer.Any = len(answer.Hits) > 0
	}
	answer.highlights = b.highlights
	return answer
}

// board keeps the score of each document.
type board struct {
	scores     []int
	groups     []int // how many groups the document answers
	highlights highlights
}

// score adds up what the groups are worth to each document. All is done in whole
// numbers, so that the browser comes to the same.
func (p *plan) score() *board {
	b := &board{scores: make([]int, p.start.Documents), groups: make([]int, p.start.Documents)}
	best := make([]int, p.start.Documents)
	for number, g := range p.groups {
		var touched []int
		postings := make([]posting, len(g.terms))
		for i, term := range g.terms {
			postings[i] = p.posting(term.term)
			b.highlights.add(number, postings[i].forms)
		}
		b.highlights.addKeys(number, g.keys)
		for i, term := range g.terms {
			posting := postings[i]
			for j, document := range posting.documents {
				worth := p.start.Worths[posting.levels[j]] * term.weight
				if posting.levels[j] != ownLevel {
					worth *= min(postings[0].rarity, posting.rarity) // what was written sets the measure
				}
				if best[document] == 0 {
					touched = append(touched, document)
				}
				best[document] = max(best[document], worth)
			}
		}
		for _, document := range touched {
			b.scores[document] += best[document]
			b.groups[document]++
			best[document] = 0
		}
	}
	return b
}

// hits returns the documents that answer at least so many groups and that the
// query does not rule out, the best first.
func (b *board) hits(p *plan, wanted int) []Hit {
	if wanted == 0 && len(p.within) == 0 {
		return nil
	}
	var hits []Hit
	for document, score := range b.scores {
		isIn := func(s set) bool { return s[document] }
		isOut := func(s set) bool { return !s[document] }
		if b.groups[document] >= wanted && !slices.ContainsFunc(p.within, isOut) && !slices.ContainsFunc(p.without, isIn) {
			hits = append(hits, Hit{document, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits
}
