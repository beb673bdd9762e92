package search

import (
	"math/bits"
	"slices"
)

// Where there are many small numbers they are written bit after bit, six to a
// character, the lowest first.

// bitWriter writes bits behind a text.
type bitWriter struct {
	text  []byte
	value uint64 // of the bits that do not yet fill a character
	count int    // of these
}

// bits writes the lowest bits of a number, 32 at most.
func (w *bitWriter) bits(number uint64, count int) {
	w.value |= number << w.count
	for w.count += count; w.count >= 6; w.count -= 6 {
		w.text = append(w.text, digits[w.value&63])
		w.value >>= 6
	}
}

// gap writes a number of which so many bits are as likely as not, and the rest is
// small: Rice's code.
func (w *bitWriter) gap(number, even int) {
	rest := number >> even
	for ; rest >= 32; rest -= 32 {
		w.bits(1<<32-1, 32)
	}
	w.bits(1<<rest-1, rest+1)
	w.bits(uint64(number)&(1<<even-1), even)
}

// close returns the text with all bits.
func (w *bitWriter) close() []byte {
	if w.count > 0 {
		w.bits(0, 6-w.count)
	}
	return w.text
}

// bitReader reads the bits that stand next.
type bitReader struct {
	numbers     *numberReader
	value, left int
}

func (r *bitReader) bit() int {
	if r.left == 0 {
		r.value, r.left = r.numbers.digit(), 6
	}
	bit := r.value & 1
	r.value >>= 1
	r.left--
	return bit
}

func (r *bitReader) more() bool { return r.left > 0 || r.numbers.more() }

func (r *bitReader) gap(even int) int {
	number := 0
	for r.bit() == 1 {
		number += 1 << even
	}
	for i := range even {
		number |= r.bit() << i
	}
	return number
}

// evenBits returns how many bits of a gap are as likely as not, if there are so
// many things among all: about half of the gaps are below three quarters of the mean.
func evenBits(having, all int) int { return max(0, bits.Len(uint(all*3/4/max(1, having)))-1) }

// code says with how many bits each level is written, the fewer the more common it
// is: Huffman's code, in its canonical form.
type code [levels]int

// codeFor returns the code for levels that occur so often.
func codeFor(counts [levels]int) code {
	type tree struct {
		count  int
		levels []int
	}
	var lengths code
	var trees []tree
	for level, count := range counts {
		if count > 0 {
			trees = append(trees, tree{count, []int{level}})
		}
	}
	if len(trees) == 1 {
		lengths[trees[0].levels[0]] = 1
	}
	for len(trees) > 1 {
		slices.SortStableFunc(trees, func(a, b tree) int { return b.count - a.count })
		last := len(trees) - 1
		joined := tree{trees[last].count + trees[last-1].count, slices.Concat(trees[last-1].levels, trees[last].levels)}
		for _, level := range joined.levels {
			lengths[level]++
		}
		trees = append(trees[:last-1], joined)
	}
	return lengths
}

// mostBits is with how many bits a level is written at most.
const mostBits = levels

// counts returns how many levels have each length, and the levels by their length.
func (c code) counts() (counts [mostBits + 1]int, order []int) {
	for length := 1; length <= mostBits; length++ {
		for level, own := range c {
			if own == length {
				counts[length]++
				order = append(order, level)
			}
		}
	}
	return counts, order
}

// words returns the bits of each level.
func (c code) words() (words [levels]uint64) {
	counts, order := c.counts()
	word := uint64(0)
	for length, at := 1, 0; length <= mostBits; length++ {
		word <<= 1
		for range counts[length] {
			words[order[at]] = bits.Reverse64(word) >> (64 - length) // the first bit decides first
			word++
			at++
		}
	}
	return words
}

// level reads a level that was written in that code.
func (r *bitReader) level(counts [mostBits + 1]int, order []int) int {
	word, first, at := 0, 0, 0
	for _, count := range counts[1:] {
		word |= r.bit()
		if word-first < count {
			return order[at+word-first]
		}
		at += count
		first = (first + count) << 1
		word <<= 1
	}
	return 0 // of no code
}
