package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// The index is written as classic scripts, the only thing that a browser loads
// from disk. Each calls annexShard with its name, the mark of the index it
// belongs to, and its data:
//
//	start      what there is, where what lies, and how words are ranked
//	words-N    forms in order, of which term each is one, and which documents have it
//	forms-N    the forms alone, to look for what begins so or is spelled alike
//	ends-N     the forms from their last letters to their first, in case these are wrong
//	places-N   where each term stands in the documents that have it, for phrases
//	entries-N  what a list of results shows of each document
//	texts-N    the passages of each document, for excerpts
//
// A browser needs the start, and then the few shards that its query touches.

// How large a shard becomes: so many bytes when it is compressed, or less where words
// press; or so many before that, of which places keep three quarters and texts a third;
// or so many documents.
const (
	wordShard  = 7900 // compressed
	formShard  = 4400 // compressed
	endShard   = 4400 // compressed
	placeShard = 112 << 10
	textShard  = 95 << 10
	entryShard = 57 // documents
)

// start is the shard that a search begins with.
type start struct {
	Documents int               `json:"documents"`
	Stop      string            `json:"stop"`     // words that are passed over
	Weak      string            `json:"weak"`     // words that need not match
	Worths    []int             `json:"worths"`   // of the levels
	Rarities  []int             `json:"rarities"` // of words, by how common they are
	Parts     parts             `json:"parts"`    // with what each shard of words begins
	Forms     parts             `json:"forms"`
	Ends      bounds            `json:"ends"`
	Places    starts            `json:"places"`
	Span      int               `json:"span"` // of the places in a document, on average
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

// starts holds the number of the first thing in each shard of a sort. There are
// hundreds, so they are written as how far each lies behind the one before.
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
		Documents: len(ix.documents), Stop: strings.Join(ix.language.stop, " "), Weak: ix.language.weak, Worths: worths(), Rarities: rarities(len(ix.documents)), Entries: entryShard,
		Synonyms: append([]synonym{}, ix.synonyms...), // for null is no list
		Words:    ix.labels,
	}}
	e.words()
	e.forms()
	e.ends()
	e.standing()
	e.entries()
	e.texts()
	return e.files()
}

// exporter writes an index.
type exporter struct {
	*Index
	start  start
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

// standing writes where each term stands in the documents that have it: for each
// how many places follow the first, and how far each lies behind the one before.
func (e *exporter) standing() {
	e.start.Span = e.span()
	var w bitWriter
	e.start.Places = e.cut("places", placeShard, e.Index.terms, func(l *list, term int) {
		w = bitWriter{text: w.text[:0]}
		places := e.places[e.placeStarts[term]:e.placeStarts[term+1]]
		for len(places) > 0 {
			count := 1
			for count < len(places) && places[count]&firstPlace == 0 {
				count++
			}
			w.gap(count-1, 0)
			even, before := evenBits(count, e.start.Span), int32(-1)
			for _, place := range places[:count] {
				w.gap(int(place&^firstPlace-before-1), even)
				before = place &^ firstPlace
			}
			places = places[count:]
		}
		l.add(w.close())
	})
}

// span returns within how many places the words of a document stand on average.
func (e *exporter) span() int {
	last := make([]int32, len(e.documents))
	for term := range e.Index.terms {
		document := e.starts[term] - 1
		for _, place := range e.places[e.placeStarts[term]:e.placeStarts[term+1]] {
			if place&firstPlace != 0 {
				document++
			}
			last[e.having[document]] = max(last[e.having[document]], place&^firstPlace)
		}
	}
	sum := 0
	for _, place := range last {
		sum += int(place)
	}
	return sum / max(1, len(last))
}
