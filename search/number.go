package search

import "math/bits"

// Numbers are written as in source maps: five bits a character, the lowest
// first, and a sixth bit where more follow. It is short, it is text, and a few
// lines of JavaScript read it.

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// appendNumber writes a number that is not negative.
func appendNumber(text []byte, number int) []byte {
	for ; number >= 32; number >>= 5 {
		text = append(text, digits[32|number&31])
	}
	return append(text, digits[number])
}

// valueOf is the value of each digit.
var valueOf = func() (values [256]byte) {
	for value := range len(digits) {
		values[digits[value]] = byte(value)
	}
	return values
}()

// numberReader reads numbers one after the other.
type numberReader struct {
	text string
	at   int
}

func (r *numberReader) more() bool { return r.at < len(r.text) }

// digit reads a number below 64 that was written as one digit.
func (r *numberReader) digit() int {
	if !r.more() {
		return 0
	}
	r.at++
	return int(valueOf[r.text[r.at-1]])
}

func (r *numberReader) number() int {
	number := 0
	for shift := 0; ; shift += 5 {
		digit := r.digit()
		number |= (digit & 31) << shift
		if digit < 32 || shift > 25 {
			return number
		}
	}
}

// Where there are many small numbers they are written bit after bit, six to a
// character, the lowest first.

// bitWriter writes bits behind a text.
type bitWriter struct {
	text  []byte
	value int // of the bits that do not yet fill a character
	count int // of these
}

func (w *bitWriter) bit(bit int) {
	w.value |= bit << w.count
	if w.count++; w.count == 6 {
		w.text = append(w.text, digits[w.value])
		w.value, w.count = 0, 0
	}
}

func (w *bitWriter) bits(number, count int) {
	for i := range count {
		w.bit(number >> i & 1)
	}
}

// ones writes so many ones and a zero.
func (w *bitWriter) ones(count int) {
	for range count {
		w.bit(1)
	}
	w.bit(0)
}

// gap writes a number of which so many bits are as likely as not, and the rest is
// small: Rice's code.
func (w *bitWriter) gap(number, even int) {
	w.ones(number >> even)
	w.bits(number, even)
}

// rank writes a number that is the less likely the larger it is: Elias' gamma code.
func (w *bitWriter) rank(number int) {
	length := bits.Len(uint(number+1)) - 1
	w.ones(length)
	w.bits(number+1, length)
}

// close returns the text with all bits.
func (w *bitWriter) close() []byte {
	for w.count > 0 {
		w.bit(0)
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

func (r *bitReader) bits(count int) int {
	number := 0
	for i := range count {
		number |= r.bit() << i
	}
	return number
}

func (r *bitReader) ones() int {
	count := 0
	for r.bit() == 1 {
		count++
	}
	return count
}

func (r *bitReader) gap(even int) int { return r.ones()<<even | r.bits(even) }

func (r *bitReader) rank() int {
	length := r.ones()
	return (1<<length | r.bits(length)) - 1
}

// evenBits returns how many bits of a gap between documents are as likely as not,
// if so many of all have a term: half of the gaps are below two thirds of the mean.
func evenBits(having, all int) int { return max(0, bits.Len(uint(all/max(1, having)))-2) }
