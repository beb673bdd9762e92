package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// What is written bit after bit is read as it was, however rare a level is.
func TestBitsAreReadAsTheyWereWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 7))
	skewed, alone, none := [levels]int{1, 1}, [levels]int{7: 3}, [levels]int{}
	for level := 2; level < levels; level++ {
		skewed[level] = skewed[level-1] + skewed[level-2] // which makes the longest codes
	}
	for _, counts := range [][levels]int{skewed, alone, none} {
		c := codeFor(counts)
		words := c.words()
		w := bitWriter{text: appendNumber(nil, 1234)}
		var gaps, written []int
		for i := range 2000 {
			gaps = append(gaps, int(random.ExpFloat64()*20))
			w.gap(gaps[i], i%12)
			if level := random.IntN(levels); counts[level] > 0 {
				written = append(written, level)
				w.bits(words[level], c[level])
			} else {
				written = append(written, -1)
			}
		}
		numbers := numberReader{text: string(w.close())}
		if got := numbers.number(); got != 1234 {
			t.Fatalf("the number before the bits is %d", got)
		}
		lengths, order := c.counts()
		r := bitReader{numbers: &numbers}
		for i, want := range written {
			if got := r.gap(i % 12); got != gaps[i] {
				t.Fatalf("gap %d is %d, want %d", i, got, gaps[i])
			}
			if want >= 0 {
				if got := r.level(lengths, order); got != want {
					t.Fatalf("level %d is %d, want %d", i, got, want)
				}
			}
		}
	}
}

// Of most documents those that lack a term are written, and still the others read.
func TestDocumentsAreReadAsTheyWereWritten(t *testing.T) {
	const all = 100
	for _, having := range []int{0, 1, 49, 50, 51, 99, 100} {
		ix := &Index{documents: make([]Document, all), starts: []int32{0, int32(having)}, levels: make([]uint8, having)}
		for _, document := range rand.New(rand.NewPCG(1, uint64(having))).Perm(all)[:having] {
			ix.having = append(ix.having, int32(document))
		}
		slices.Sort(ix.having)
		e := exporter{Index: ix}
		text := e.posting(nil, 0, code{}, [levels]uint64{})
		numbers := numberReader{text: string(text)}
		packed := bitReader{numbers: &numbers}
		documents := packed.documents(numbers.number(), all)
		if !slices.EqualFunc(documents, ix.having, func(a int, b int32) bool { return a == int(b) }) {
			t.Errorf("of %d documents %v were written and %v read", all, ix.having, documents)
		}
	}
}

func TestSeparatorComesAfterTheFormBefore(t *testing.T) {
	long := strings.Repeat("long", 9)
	for _, test := range []struct{ before, text, want string }{
		{"access", "account", "acco"}, {"access", "accesses", "accesse"}, {"abc", "xyz", "x"}, {"hà", "hé", "hé"}, {long + "a", long + "bc", long + "b"},
	} {
		if got := separator(test.before, test.text); got != test.want {
			t.Errorf("between %q and %q stands %q, want %q", test.before, test.text, got, test.want)
		}
	}
}
