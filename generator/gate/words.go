package gate

import (
	"unicode"
	"unicode/utf8"
)

// run is so many words in a row, by their hash.
type run struct {
	hash  uint64
	words int
}

// window is the last words that were read: the last Echo of them as a run and, as
// soon as there are so many, the last Leak.
type window struct {
	echo, leak           run
	echoStart, leakStart int
	end                  int
}

// reader gathers words into runs and shows them through a window, word by word.
//
// Words are letters, whatever their case. What holds a digit is none: IDs,
// dates and numbers stand in lists everywhere. Writing that puts no spaces
// between words counts letter by letter.
type reader struct {
	visit  func(window)
	only   filter     // if there is one, the windows are shown whose last words it may hold
	across bool       // runs go on from paragraph to paragraph
	last   [Leak]word // a ring
	count  int        // of words since the last break
	echo   uint64     // the hash of the last Echo words
	leak   uint64     // and of the last Leak
}

type word struct {
	hash  uint64
	start int
}

// base is what a word's hash is multiplied by once for each word after it.
const base = 0xD6E8FEB86659FD93

// What the hash of a word has been multiplied by when it leaves a run.
var (
	echoPower = power(Echo)
	leakPower = power(Leak)
)

func power(exponent int) uint64 {
	p := uint64(1)
	for range exponent {
		p *= base
	}
	return p
}

// add takes in the next word.
func (r *reader) add(hash uint64, start, end int) {
	r.count++
	r.echo, r.leak = r.echo*base+hash, r.leak*base+hash
	if r.count > Echo {
		r.echo -= r.last[(r.count-Echo)%Leak].hash * echoPower
	}
	if r.count > Leak {
		r.leak -= r.last[r.count%Leak].hash * leakPower
	}
	r.last[r.count%Leak] = word{hash, start}
	if r.count < Echo || r.only != nil && !r.only.mayHold(r.echo) {
		return
	}
	w := window{echo: run{r.echo, Echo}, echoStart: r.last[(r.count-Echo+1)%Leak].start, end: end}
	if r.count >= Leak {
		w.leak, w.leakStart = run{r.leak, Leak}, r.last[(r.count+1)%Leak].start
	}
	r.visit(w)
}

// pause ends all runs: what follows is another text.
func (r *reader) pause() { r.count, r.echo, r.leak = 0, 0, 0 }

// The parameters of the hash FNV-1a.
const (
	offsetBasis = 0xCBF29CE484222325
	prime       = 0x100000001B3
)

// word takes in the word at the start of text, which stands at an offset, and
// returns how long it is; zero where text does not start with one.
func (r *reader) word(text string, offset int) int {
	if text[0] < utf8.RuneSelf && !isAlphanumeric(text[0]) {
		return 0
	}
	hash, numbered := uint64(offsetBasis), false
	i := 0
	for i < len(text) {
		c := text[i]
		switch letter := small[c]; {
		case letter != 0:
			hash = (hash ^ uint64(letter)) * prime
			i++
		case '0' <= c && c <= '9':
			numbered = true
			i++
		case c >= utf8.RuneSelf:
			letter, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.In(letter, unicode.L, unicode.M, unicode.Nd) {
				return r.finish(hash, numbered, i, offset)
			}
			if unicode.In(letter, unspaced...) {
				r.finish(hash, numbered, i, offset)
				r.add((offsetBasis^uint64(letter))*prime, offset+i, offset+i+size)
				return i + size
			}
			hash = (hash ^ uint64(unicode.ToLower(letter))) * prime
			i += size
		case (c == '.' || c == '-' || c == '_') && i > 0 && i+1 < len(text) && isAlphanumeric(text[i+1]):
			hash = (hash ^ uint64(c)) * prime
			i++
		default:
			return r.finish(hash, numbered, i, offset)
		}
	}
	return r.finish(hash, numbered, i, offset)
}

func (r *reader) finish(hash uint64, numbered bool, length, offset int) int {
	if length > 0 && !numbered {
		r.add(hash, offset, offset+length)
	}
	return length
}

// small is each letter of the English alphabet in lower case, and zero for others.
var small = func() (letters [256]byte) {
	for letter := byte('a'); letter <= 'z'; letter++ {
		letters[letter], letters[letter-'a'+'A'] = letter, letter
	}
	return letters
}()

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// unspaced is writing without spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// skip passes by the sign with which text starts, and returns how long it is. A
// middle dot stands between things that are set beside each other, so it ends all
// runs.
func (r *reader) skip(text string) int {
	if text[0] < utf8.RuneSelf {
		return 1
	}
	sign, size := utf8.DecodeRuneInString(text)
	if sign == '·' && !r.across {
		r.pause()
	}
	return size
}
