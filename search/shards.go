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
	s := &shards{read: read, loaded: map[string]any{}, forms: map[int][]knownForm{}}
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

// formsIn returns the forms of one shard, in order.
func (s *shards) formsIn(number int) []knownForm {
	if forms, known := s.forms[number]; known {
		return forms
	}
	if number >= len(s.start.Forms) {
		return nil
	}
	var forms []knownForm
	if texts := data[[]string](s, name("forms", number)); len(texts) == 2 {
		newest := s.start.Forms[number].Terms - 1
		numbers := numberReader{text: texts[1]}
		var before []rune
		for _, part := range splitAtCapitals(texts[0]) {
			shared := int(valueOf[part[0]])
			text := append(before[:min(shared, len(before)):len(before)], []rune(part[1:])...)
			term := newest + 1
			if back := numbers.number(); back > 0 {
				term = newest - back + 1
			}
			newest = max(newest, term)
			forms = append(forms, knownForm{string(text), term, numbers.digit()})
			before = text
		}
	}
	s.forms[number] = forms
	return forms
}

// splitAtCapitals returns the parts of a text, each of which begins with one.
func splitAtCapitals(text string) []string {
	var parts []string
	for text != "" {
		end := 1 + strings.IndexAny(text[1:]+"A", digits[:26])
		parts = append(parts, text[:end])
		text = text[end:]
	}
	return parts
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
	shard := shardOf(s.start.Terms, term)
	texts := data[[]string](s, name("terms", shard))
	at := 2 * (term - s.start.Terms[shard])
	if at+1 >= len(texts) {
		return posting{}
	}
	p := posting{forms: strings.Fields(texts[at])}
	numbers := numberReader{text: texts[at+1]}
	p.rarity = numbers.number()
	having := numbers.number()
	even, packed, document := evenBits(having, s.start.Documents), bitReader{numbers: &numbers}, -1
	for range having {
		document += packed.gap(even) + 1
		p.documents = append(p.documents, document)
		p.levels = append(p.levels, packed.rank())
	}
	return p
}

// places returns where a term stands in each document that has it.
func (s *shards) places(term int) [][]int {
	shard := shardOf(s.start.Places, term)
	texts := data[[]string](s, name("places", shard))
	at := term - s.start.Places[shard]
	if at >= len(texts) {
		return nil
	}
	var all [][]int
	var own []int
	place := 0
	for numbers := (numberReader{text: texts[at]}); numbers.more(); {
		number := numbers.number()
		place += number >> 1
		own = append(own, place)
		if number&1 == 1 {
			all = append(all, own)
			own, place = nil, 0
		}
	}
	return all
}
