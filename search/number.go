package search

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
