package gate

import (
	"math/bits"
	"sync/atomic"
)

// filter remembers hashes without keeping them: it may take one for another that
// it was given, but never misses one. Of a hundred others it mistakes one or two.
type filter []uint64

// newFilter returns a filter for the words of so many bytes of text.
func newFilter(size int) filter {
	const bytesPerWord = 20 // of text, for a word of the filter
	return make(filter, 1+size/bytesPerWord)
}

// place returns the word of the filter that a hash belongs to, and its two bits
// in there.
func (f filter) place(hash uint64) (*uint64, uint64) {
	const odd = 0x9E3779B97F4A7C15 // 2⁶⁴ divided by the golden ratio spreads best
	mixed := hash * odd
	at, _ := bits.Mul64(mixed, uint64(len(f)))
	mixed *= odd
	return &f[at], 1<<(mixed>>58) | 1<<(mixed>>52&63)
}

// add may be called by several goroutines.
func (f filter) add(hash uint64) {
	word, bits := f.place(hash)
	atomic.OrUint64(word, bits)
}

func (f filter) mayHold(hash uint64) bool {
	word, bits := f.place(hash)
	return *word&bits == bits
}
