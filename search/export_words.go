package search

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// part is a stretch of the forms: the first of them, and the first term that is new
// among them.
type part struct{ form, term int }

// parts is with what each shard begins, as the start says it: a form, as far as it
// takes to tell it from the one before, and how many terms came before.
type parts struct {
	Forms bounds `json:"forms"`
	Terms starts `json:"terms"`
}

// bounds are forms, written with spaces between them.
type bounds []string

func (s bounds) MarshalJSON() ([]byte, error) { return json.Marshal(strings.Join(s, " ")) }

func (s *bounds) UnmarshalJSON(text []byte) error {
	var joined string
	err := json.Unmarshal(text, &joined)
	*s = strings.Split(joined, " ")
	return err
}

// divide cuts the forms into parts of about as many bytes as the limit when they are
// compressed, each at least one form. Beside the forms stands what new terms have, in
// so many bits. With its last entry the list says where all ends.
func (e *exporter) divide(limit int, bits func(term int32) int) []part {
	var all []part
	size, newest, before := 0, int32(-1), ""
	for i, f := range e.Index.forms {
		_, rest := sharedLetters(before, f.text)
		more := spellingBits + letterBits*len(rest)
		if f.term > newest {
			more += bits(f.term)
		}
		before = f.text
		if i == 0 || size+more > 8*limit {
			all = append(all, part{i, int(newest) + 1})
			size = 0
		}
		size += more
		newest = max(newest, f.term)
	}
	return append(all, part{len(e.Index.forms), e.Index.terms})
}

// beginnings returns what the start says of parts.
func (e *exporter) beginnings(all []part) parts {
	p := parts{Terms: starts{}}
	for i, part := range all[:len(all)-1] {
		first := "" // the first shard holds whatever comes first
		if i > 0 {
			first = separator(e.Index.forms[part.form-1].text, e.Index.forms[part.form].text)
		}
		p.Forms, p.Terms = append(p.Forms, first), append(p.Terms, part.term)
	}
	return p
}

// separator returns as much of a text as comes after the one before.
func separator(before, text string) string {
	for end := range text {
		if text[:end] > before {
			return text[:end]
		}
	}
	return text
}

// spell writes the forms of a part. Each begins with a capital that says how many
// letters it shares with the one before; a number says which term it belongs to,
// counted back from the newest, 0 for the next new one; a digit says how common that
// is.
func (e *exporter) spell(l *list, from, to part) {
	var texts, numbers []byte
	before, newest := "", int32(from.term-1)
	for _, form := range e.Index.forms[from.form:to.form] {
		shared, rest := sharedLetters(before, form.text)
		texts = append(append(texts, digits[shared]), rest...)
		numbers = appendNumber(numbers, max(0, int(newest-form.term)+1))
		numbers = append(numbers, digits[commonness(e.documentsWith(form.term))])
		before, newest = form.text, max(newest, form.term)
	}
	l.add(texts)
	l.add(numbers)
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

// About how many bits a form takes when it is compressed: so many for each letter that
// the one before does not share, and so many beside.
const (
	letterBits   = 4
	spellingBits = 10
)

// forms writes all forms.
func (e *exporter) forms() {
	all := e.divide(formShard, func(int32) int { return 0 })
	e.start.Forms = e.beginnings(all)
	for i, from := range all[:len(all)-1] {
		var l list
		e.spell(&l, from, all[i+1])
		e.add("forms", i, l.close())
	}
}

// ends writes all forms from their last letter to their first, in this order: a word
// whose first letters are wrong is like others that end so.
func (e *exporter) ends() {
	type end struct {
		text   string
		common byte
	}
	var all []end
	for _, form := range e.Index.forms {
		if form.text[0] != '#' && form.text[0] != '=' {
			all = append(all, end{backwards(form.text), digits[commonness(e.documentsWith(form.term))]})
		}
	}
	slices.SortFunc(all, func(a, b end) int { return strings.Compare(a.text, b.text) })
	var texts, commons []byte
	finish := func() {
		var l list
		l.add(texts)
		l.add(commons)
		e.add("ends", len(e.start.Ends)-1, l.close())
		texts, commons = nil, nil
	}
	e.start.Ends = bounds{""}
	size, before := 0, ""
	for _, end := range all {
		if size > 8*endShard {
			finish()
			e.start.Ends = append(e.start.Ends, separator(before, end.text))
			size, before = 0, ""
		}
		shared, rest := sharedLetters(before, end.text)
		size += spellingBits + letterBits*len(rest)
		texts = append(append(texts, digits[shared]), rest...)
		commons = append(commons, end.common)
		before = end.text
	}
	finish()
}

// backwards returns a text from its last letter to its first.
func backwards(text string) string {
	letters := []rune(text)
	slices.Reverse(letters)
	return string(letters)
}

// words writes all forms once more, now with the documents that have each new term.
// After them come the forms that its terms have in other shards. The terms of
// synonyms have no other.
func (e *exporter) words() {
	code := codeFor(e.levelsOf(0, e.Index.terms)) // about that of each part
	all := e.divide(wordShard, func(term int32) int { return pressing(e.postingBits(term, code)) })
	e.start.Parts = e.beginnings(all)
	elsewhere := e.elsewhere(all)
	for i, from := range all[:len(all)-1] {
		to := all[i+1]
		code := codeFor(e.levelsOf(from.term, to.term))
		words := code.words()
		var l list
		e.spell(&l, from, to)
		var lengths, postings []byte
		for _, length := range code {
			lengths = append(lengths, digits[length])
		}
		for term := from.term; term < to.term; term++ {
			postings = e.posting(postings, term, code, words)
			postings = append(postings, ' ')
		}
		l.add(lengths)
		l.add(postings)
		l.open()
		for term := from.term; term < to.term; term++ {
			if forms := elsewhere[int32(term)]; len(forms) > 0 {
				l.addNumber(term - from.term)
				l.addText(strings.Join(forms, " "))
			}
		}
		l.end()
		e.add("words", i, l.close())
	}
}

// pressing returns what so many bits of a posting count for where shards are cut. Words
// that many documents have are looked for most: less is to lie beside them, and more in
// shards of rare ones. A posting that fills a tenth of a shard counts for three fifths
// more, which BenchmarkFirstQuery liked best.
func pressing(bits int) int {
	if bits < 8*wordShard/10 {
		return bits
	}
	return bits + bits*3/5
}

// manyDocuments is how many a term has that sets the code of its part.
const manyDocuments = 256

// postingBits returns about how many bits the posting of a term takes, if its levels
// are written in that code or in one that suits it better.
func (e *exporter) postingBits(term int32, c code) int {
	having, count := e.documentsWith(term), len(e.documents)
	if having > manyDocuments {
		c = codeFor(e.levelsOf(int(term), int(term)+1))
	}
	// A gap takes its even bits, one at the end of its rest, and the rest. The rests come
	// to all that is not listed, in steps of the even bits, but for half a step each.
	fewer := min(having, count-having)
	even := evenBits(fewer, count)
	bits := 12 + fewer*(even+1) + (count-fewer)>>even - fewer*min(even, 1)/2
	for _, level := range e.Index.levels[e.starts[term]:e.starts[term+1]] {
		bits += c[level]
	}
	return bits
}

// elsewhere returns the forms that terms have in other parts than their own.
func (e *exporter) elsewhere(all []part) map[int32][]string {
	groups := map[int32][]int32{} // of synonyms, by the terms of their members
	for _, s := range e.synonyms {
		for _, member := range s.Members {
			for _, term := range member {
				groups[term] = append(groups[term], s.Term)
			}
		}
	}
	forms := map[int32][]string{}
	for i, from := range all[:len(all)-1] {
		for _, form := range e.Index.forms[from.form:all[i+1].form] {
			if form.text[0] == '#' || form.text[0] == '=' {
				continue // which no text is searched for
			}
			if int(form.term) < from.term {
				forms[form.term] = append(forms[form.term], form.text)
			}
			for _, group := range groups[form.term] {
				forms[group] = append(forms[group], form.text)
			}
		}
	}
	return forms
}

// levelsOf returns how often each level occurs among those terms.
func (e *exporter) levelsOf(from, to int) (counts [levels]int) {
	for _, level := range e.Index.levels[e.starts[from]:e.starts[to]] {
		counts[level]++
	}
	return counts
}

// posting writes how many documents have a term, how far each of these lies behind
// the one before, and which level the term has in each. Where most documents have it,
// the gaps are between the others.
func (e *exporter) posting(text []byte, term int, c code, words [levels]uint64) []byte {
	documents, all := e.having[e.starts[term]:e.starts[term+1]], len(e.documents)
	w := bitWriter{text: appendNumber(text, len(documents))}
	if len(documents) > all/2 {
		even, before, next := evenBits(all-len(documents), all), -1, 0
		for document := range all {
			if next < len(documents) && int(documents[next]) == document {
				next++
			} else {
				w.gap(document-before-1, even)
				before = document
			}
		}
	} else {
		even, before := evenBits(len(documents), all), int32(-1)
		for _, document := range documents {
			w.gap(int(document-before-1), even)
			before = document
		}
	}
	for _, level := range e.Index.levels[e.starts[term]:e.starts[term+1]] {
		w.bits(words[level], c[level])
	}
	return w.close()
}
