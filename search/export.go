package search

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// The index is written as classic scripts, the only thing that a browser loads
// from disk. Each calls annexShard with its name, the mark of the index it
// belongs to, and its data:
//
//	start      what there is, where what lies, and how words are ranked
//	forms-N    forms in order, and of which term each is one
//	terms-N    the forms of each term, and the documents that have it
//	places-N   where each term stands in these, for phrases
//	entries-N  what a list of results shows of each document
//	texts-N    the passages of each document, for excerpts
//
// A browser needs the start, and then the few shards that its query touches.

// A shard is closed when it has so many bytes, or so many documents. Compressed,
// they come to a third or half.
const (
	formShard  = 6 << 10
	termShard  = 12 << 10
	placeShard = 220 << 10
	textShard  = 90 << 10
	entryShard = 44 // documents
)

// start is the shard that a search begins with.
type start struct {
	Documents int               `json:"documents"`
	Stop      string            `json:"stop"`   // words that are passed over
	Weak      string            `json:"weak"`   // words that need not match
	Worths    []int             `json:"worths"` // of the levels, the most common one first
	Forms     []boundary        `json:"forms"`  // with what each shard begins
	Terms     starts            `json:"terms"`
	Places    starts            `json:"places"`
	Texts     starts            `json:"texts"`
	Entries   int               `json:"entries"` // how many documents a shard has
	Labels    []label           `json:"labels"`
	Kinds     []kind            `json:"kinds"`
	Runs      []int             `json:"runs"` // kind and first document, for each change of the kind
	Statuses  []status          `json:"statuses"`
	Facets    []string          `json:"facets"` // the keys that a query can ask for
	Synonyms  []synonym         `json:"synonyms"`
	Words     map[string]string `json:"words"` // of the interface
}

// starts are with what thing each shard of a sort begins. There are hundreds, so they
// are written as how far each lies behind the one before.
type starts []int

func (s starts) MarshalJSON() ([]byte, error) {
	gaps := make([]int, len(s))
	before := 0
	for i, start := range s {
		gaps[i] = start - before
		before = start
	}
	return json.Marshal(gaps)
}

func (s *starts) UnmarshalJSON(text []byte) error {
	if err := json.Unmarshal(text, (*[]int)(s)); err != nil {
		return err
	}
	last := 0
	for i, gap := range *s {
		last += gap
		(*s)[i] = last
	}
	return nil
}

// boundary is what a shard of forms begins with: a form, and how many terms were
// numbered before it.
type boundary struct {
	Form  string `json:"form"`
	Terms int    `json:"terms"`
}

// kind is a kind as it is chosen, and by how much its documents count more.
type kind struct {
	Word   string `json:"word"`
	Label  string `json:"label"`
	Weight int    `json:"weight"`
}

// label is what entries of a kind are called, and where their pages lie.
type label struct {
	Kind   int    `json:"kind"`
	Label  string `json:"label"`
	Folder string `json:"folder"`
}

// status is a status as it is shown.
type status struct {
	Word  string `json:"word"`
	Label string `json:"label"`
	Text  string `json:"text"`
	Tone  string `json:"tone"`
	Kinds []int  `json:"kinds"` // of which entries stand so
}

// Files returns the files of the index. The same documents give the same bytes.
func (ix *Index) Files() []File {
	e := exporter{Index: ix, start: start{
		Documents: len(ix.documents), Stop: strings.Join(ix.language.stop, " "), Weak: ix.language.weak, Entries: entryShard,
		Forms: []boundary{}, Synonyms: append([]synonym{}, ix.synonyms...), // for null is no list
		Words: ix.labels,
	}}
	e.rankLevels()
	e.forms()
	e.terms()
	e.standing()
	e.entries()
	e.texts()
	return e.files()
}

// exporter writes an index.
type exporter struct {
	*Index
	start  start
	ranks  [levels]int // of the levels, 0 for the most common one
	shards []shard
}

// shard is one file: its name, and what makes its data.
type shard struct {
	name string
	data func() []byte
}

// add takes in the next shard of a sort whose data is there.
func (e *exporter) add(sort string, number int, data []byte) {
	e.shards = append(e.shards, shard{name(sort, number), func() []byte { return data }})
}

// name returns the name of a shard.
func name(sort string, number int) string { return fmt.Sprintf("%s-%d", sort, number) }

func (e *exporter) files() []File {
	first, err := json.Marshal(e.start)
	if err != nil {
		panic("search: " + err.Error()) // only for data that JSON cannot hold
	}
	mark := e.mark(first)
	files := []File{{Path: "search/start.js", Content: func() []byte { return script("start", mark, first) }}}
	for _, s := range e.shards {
		files = append(files, File{Path: "search/" + s.name + ".js", Content: func() []byte { return script(s.name, mark, s.data()) }})
	}
	return files
}

func script(name, mark string, data []byte) []byte {
	text := make([]byte, 0, len(data)+64)
	text = append(text, "annexShard(\""+name+"\",\""+mark+"\","...)
	text = append(text, data...)
	return append(text, ");\n"...)
}

// mark returns a few letters that tell this index from any other, so that a
// browser does not mix what it kept of an older one with what it loads now. It
// rests on all words and their places.
func (e *exporter) mark(first []byte) string {
	hash := sha256.New()
	hash.Write(first)
	for _, s := range e.shards {
		if !strings.HasPrefix(s.name, "texts") {
			hash.Write(s.data())
		}
	}
	return hex.EncodeToString(hash.Sum(nil)[:5])
}

// cut writes so many things into shards of one sort and returns with which thing
// each shard begins.
func (e *exporter) cut(sort string, limit, count int, write func(l *list, i int)) []int {
	var starts []int
	var whole, next list
	for i := range count {
		next.clear()
		write(&next, i)
		if whole.size() > 0 && whole.size()+next.size() > limit {
			e.add(sort, len(starts)-1, whole.close())
		}
		if whole.size() == 0 {
			starts = append(starts, i)
		}
		whole.join(next)
	}
	if whole.size() > 0 {
		e.add(sort, len(starts)-1, whole.close())
	}
	return starts
}

// forms writes all forms. Each begins with a capital that says how many letters
// it shares with the one before; a number says which term it belongs to, counted
// back from the newest, 0 for the next new one; a digit says how common that is.
func (e *exporter) forms() {
	var texts, numbers []byte
	before, newest := "", int32(-1)
	finish := func() {
		var l list
		l.add(texts)
		l.add(numbers)
		e.add("forms", len(e.start.Forms)-1, l.close())
		texts, numbers, before = nil, nil, ""
	}
	for _, form := range e.Index.forms {
		if len(texts)+len(numbers) > formShard {
			finish()
		}
		if len(numbers) == 0 {
			e.start.Forms = append(e.start.Forms, boundary{form.text, int(newest) + 1})
		}
		shared, rest := sharedLetters(before, form.text)
		texts = append(append(texts, digits[shared]), rest...)
		numbers = appendNumber(numbers, max(0, int(newest-form.term)+1))
		numbers = append(numbers, digits[commonness(e.documentsWith(form.term))])
		before, newest = form.text, max(newest, form.term)
	}
	if len(numbers) > 0 {
		finish()
	}
}

// sharedLetters returns how many letters the forms begin with alike, up to the
// number of capitals, and the rest of b.
func sharedLetters(a, b string) (count int, rest string) {
	for rest = b; count < 25 && rest != ""; count++ {
		_, size := utf8.DecodeRuneInString(rest)
		if !strings.HasPrefix(a, b[:len(b)-len(rest)+size]) {
			break
		}
		rest = rest[size:]
	}
	return count, rest
}

// documentsWith returns how many documents have a term.
func (ix *Index) documentsWith(term int32) int { return int(ix.starts[term+1] - ix.starts[term]) }

// commonness tells roughly how many documents that is, in 64 steps, four of which
// double it.
func commonness(documents int) int {
	n := uint64(min(documents, 1<<15))
	return max(0, bits.Len64(n*n*n*n)-1)
}

// terms writes for each term its forms and which documents have it.
func (e *exporter) terms() {
	forms := e.formsOfTerms()
	var numbers []byte
	e.start.Terms = e.cut("terms", termShard, e.Index.terms, func(l *list, term int) {
		numbers = e.postings(numbers[:0], term)
		l.add(forms[term])
		l.add(numbers)
	})
}

// formsOfTerms returns the forms of each term, with a space between them.
func (e *exporter) formsOfTerms() [][]byte {
	forms := make([][]byte, e.Index.terms)
	for _, form := range e.Index.forms {
		if form.text[0] == '#' || form.text[0] == '=' {
			continue // which no text is searched for
		}
		if len(forms[form.term]) > 0 {
			forms[form.term] = append(forms[form.term], ' ')
		}
		forms[form.term] = append(forms[form.term], form.text...)
	}
	for _, s := range e.synonyms {
		var all [][]byte
		for _, member := range s.Members {
			for _, term := range member {
				if term >= 0 {
					all = append(all, forms[term])
				}
			}
		}
		forms[s.Term] = bytes.Join(all, []byte(" "))
	}
	return forms
}

// postings writes how much a term counts and how many documents have it, and then
// of each how far it lies behind the one before and which level the term has in it.
func (e *exporter) postings(text []byte, term int) []byte {
	from, to := e.starts[term], e.starts[term+1]
	having := int(to - from)
	text = appendNumber(text, rarity(having, len(e.documents)))
	w := bitWriter{text: appendNumber(text, having)}
	even := evenBits(having, len(e.documents))
	before := int32(-1)
	for i := from; i < to; i++ {
		w.gap(int(e.having[i]-before-1), even)
		w.rank(e.ranks[e.Index.levels[i]])
		before = e.having[i]
	}
	return w.close()
}

// rankLevels puts the levels in order, the most common one first, so that it takes
// the fewest bits. The uppermost, an entry's own, stays the last.
func (e *exporter) rankLevels() {
	var counts [levels]int
	for _, level := range e.Index.levels {
		counts[level]++
	}
	order := make([]uint8, ownLevel)
	for level := range order {
		order[level] = uint8(level)
	}
	slices.SortStableFunc(order, func(a, b uint8) int { return cmp.Compare(counts[b], counts[a]) })
	worths := worths()
	for rank, level := range append(order, ownLevel) {
		e.ranks[level] = rank
		e.start.Worths = append(e.start.Worths, worths[level])
	}
}

// standing writes where each term stands in the documents that have it: for each
// place how far it lies behind the one before, doubled, and one more for the last
// in its document.
func (e *exporter) standing() {
	var numbers []byte
	e.start.Places = e.cut("places", placeShard, e.Index.terms, func(l *list, term int) {
		numbers = numbers[:0]
		places := e.places[e.placeStarts[term]:e.placeStarts[term+1]]
		before := int32(0)
		for i, place := range places {
			last := i+1 == len(places) || places[i+1]&firstPlace != 0
			if place&firstPlace != 0 {
				before = 0
			}
			number := int(place&^firstPlace-before) * 2
			if last {
				number++
			}
			numbers = appendNumber(numbers, number)
			before = place &^ firstPlace
		}
		l.add(numbers)
	})
}
