package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// shards reads the files of an index, each once. What cannot be read is
// remembered and counts as empty.
type shards struct {
	read   func(path string) ([]byte, error)
	mark   string // of the index
	start  start
	loaded map[string]any // the data of each shard that was read
	words  map[int]*lexicon
	forms  map[int][]knownForm
	err    error
}

// knownForm is a form as the index has it.
type knownForm struct {
	text   string
	term   int
	common int // how common its term is, in steps
}

// posting is what the index knows of a term.
type posting struct {
	forms     []string
	rarity    int
	documents []int // in order
	levels    []int // of each document
}

func openShards(read func(path string) ([]byte, error)) *shards {
	s := &shards{read: read, loaded: map[string]any{}, words: map[int]*lexicon{}, forms: map[int][]knownForm{}}
	s.load("start", &s.start)
	return s
}

// load reads one shard. Its data is JSON between a function's brackets.
func (s *shards) load(name string, into any) {
	if s.err != nil {
		return
	}
	path := "search/" + name + ".js"
	text, err := s.read(path)
	if err != nil {
		s.err = fmt.Errorf("reading the index: %w", err)
		return
	}
	rest, isScript := bytes.CutPrefix(text, []byte(`annexShard("`+name+`","`))
	mark, data, hasMark := bytes.Cut(rest, []byte(`",`))
	data, isWhole := bytes.CutSuffix(data, []byte(");\n"))
	if !isScript || !hasMark || !isWhole {
		s.err = fmt.Errorf("reading the index: %s is no part of one", path)
		return
	}
	if s.mark == "" {
		s.mark = string(mark)
	}
	if s.mark != string(mark) {
		s.err = fmt.Errorf("reading the index: %s belongs to another one", path)
		return
	}
	if err := json.Unmarshal(data, into); err != nil {
		s.err = fmt.Errorf("reading the index: %s: %w", path, err)
	}
}

// data returns the data of a shard, which is read once.
func data[T any](s *shards, name string) T {
	known, ok := s.loaded[name].(T)
	if !ok {
		s.load(name, &known)
		s.loaded[name] = known
	}
	return known
}

// lexicon is one shard of words.
type lexicon struct {
	forms    []knownForm
	first    int      // of its terms
	postings []string // of its terms
	counts   [mostBits + 1]int
	order    []int
	others   map[int]string // forms that its terms have in other shards
}

// wordsIn returns a shard of words.
func (s *shards) wordsIn(number int) *lexicon {
	if known, ok := s.words[number]; ok {
		return known
	}
	w := &lexicon{others: map[int]string{}}
	s.words[number] = w
	if number >= len(s.start.Parts.Terms) {
		return w
	}
	var texts, numbers, lengths, postings string
	var others []any
	s.load(name("words", number), &[]any{&texts, &numbers, &lengths, &postings, &others})
	w.first = s.start.Parts.Terms[number]
	w.postings = strings.Fields(postings)
	w.forms = decodeForms(texts, numbers, w.first)
	var c code
	for level := range min(len(lengths), levels) {
		c[level] = int(valueOf[lengths[level]])
	}
	w.counts, w.order = c.counts()
	for i := 0; i+1 < len(others); i += 2 {
		index, _ := others[i].(float64)
		w.others[w.first+int(index)], _ = others[i+1].(string)
	}
	return w
}

// formsIn returns the forms of a shard of forms, in order.
func (s *shards) formsIn(number int) []knownForm {
	if forms, known := s.forms[number]; known {
		return forms
	}
	if number >= len(s.start.Forms.Terms) {
		return nil
	}
	var texts, numbers string
	s.load(name("forms", number), &[]any{&texts, &numbers})
	s.forms[number] = decodeForms(texts, numbers, s.start.Forms.Terms[number])
	return s.forms[number]
}

// decodeForms returns the forms of a shard, whose new terms begin with that one.
func decodeForms(texts, numbers string, first int) []knownForm {
	var forms []knownForm
	newest := first - 1
	reader := numberReader{text: numbers}
	for _, text := range spelledOut(texts) {
		term := newest + 1
		if back := reader.number(); back > 0 {
			term = newest - back + 1
		}
		newest = max(newest, term)
		forms = append(forms, knownForm{text, term, reader.digit()})
	}
	return forms
}

// endsIn returns the forms of a shard of ends, backwards, without their terms.
func (s *shards) endsIn(number int) []knownForm {
	var texts, commons string
	s.load(name("ends", number), &[]any{&texts, &commons})
	var ends []knownForm
	for i, text := range spelledOut(texts) {
		ends = append(ends, knownForm{text: text, common: int(valueOf[commons[i]])})
	}
	return ends
}

// spelledOut returns texts in full, each of which begins with a capital that says
// how many letters it shares with the one before.
func spelledOut(texts string) []string {
	var all []string
	var before []rune
	for texts != "" {
		end := 1 + strings.IndexAny(texts[1:]+"A", digits[:26])
		shared := int(valueOf[texts[0]])
		before = append(before[:min(shared, len(before)):len(before)], []rune(texts[1:end])...)
		all = append(all, string(before))
		texts = texts[end:]
	}
	return all
}

// shardOf returns which shard holds what has that number, if they begin with
// starts.
func shardOf(starts []int, number int) int {
	shard := 0
	for shard+1 < len(starts) && starts[shard+1] <= number {
		shard++
	}
	return shard
}

// posting returns what is known of a term.
func (s *shards) posting(term int) posting {
	w := s.wordsIn(shardOf(s.start.Parts.Terms, term))
	at := term - w.first
	if at < 0 || at >= len(w.postings) {
		return posting{}
	}
	p := posting{forms: strings.Fields(w.others[term])}
	for _, form := range w.forms {
		if form.term == term {
			p.forms = append(p.forms, form.text)
		}
	}
	numbers := numberReader{text: w.postings[at]}
	having, all := numbers.number(), s.start.Documents
	p.rarity = s.start.Rarities[commonness(having)]
	packed := bitReader{numbers: &numbers}
	p.documents = packed.documents(having, all)
	for range p.documents {
		p.levels = append(p.levels, packed.level(w.counts, w.order))
	}
	return p
}

// documents reads so many documents of all.
func (r *bitReader) documents(having, all int) []int {
	listed, isOfOthers := having, having > all/2
	if isOfOthers {
		listed = all - having
	}
	var documents []int
	even, before := evenBits(listed, all), -1
	for range listed {
		document := before + 1 + r.gap(even)
		if !isOfOthers {
			documents = append(documents, document)
		}
		for other := before + 1; isOfOthers && other < document; other++ {
			documents = append(documents, other)
		}
		before = document
	}
	for other := before + 1; isOfOthers && other < all; other++ {
		documents = append(documents, other)
	}
	return documents
}

// places returns where a term stands in each document that has it.
func (s *shards) places(term int) [][]int {
	shard := shardOf(s.start.Places, term)
	texts := data[[]string](s, name("places", shard))
	at := term - s.start.Places[shard]
	if at >= len(texts) {
		return nil
	}
	numbers := numberReader{text: texts[at]}
	packed := bitReader{numbers: &numbers}
	all := make([][]int, len(s.posting(term).documents))
	for i := range all {
		count, before := 1+packed.gap(0), -1
		for even := evenBits(count, s.start.Span); count > 0 && packed.more(); count-- {
			before += 1 + packed.gap(even)
			all[i] = append(all[i], before)
		}
	}
	return all
}
