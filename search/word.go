package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// separators are the characters that no word holds, from the first to the last
// of each pair. The browser has the same short table, so that both cut a text
// alike, whatever version of Unicode they know.
var separators = [][2]rune{
	{0, '/'}, {':', '@'}, {'[', '`'}, {'{', 0xa9}, {0xab, 0xb4}, {0xb6, 0xb9}, {0xbb, 0xbf},
	{0xd7, 0xd7}, {0xf7, 0xf7}, {0x37e, 0x37e}, {0x387, 0x387}, {0x589, 0x58a}, {0x5be, 0x5be}, {0x60c, 0x60c}, {0x61b, 0x61f},
	{0x6d4, 0x6d4}, {0x964, 0x965}, {0x2000, 0x2bff}, {0x2e00, 0x2e7f}, {0x3000, 0x3020}, {0x30fb, 0x30fb}, {0xd800, 0xf8ff},
	{0xfe10, 0xfe1f}, {0xfe30, 0xfe6f}, {0xff00, 0xff0f}, {0xff1a, 0xff20}, {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xffe0, utf8.MaxRune},
}

// inWord tells of the characters of the Basic Multilingual Plane whether words
// hold them.
var inWord = func() *[0x10000]bool {
	var table [0x10000]bool
	from := rune(0)
	for _, range_ := range separators {
		for r := from; r < range_[0]; r++ {
			table[r] = true
		}
		from = range_[1] + 1
	}
	return &table
}()

func isWordRune(r rune) bool { return r < rune(len(inWord)) && inWord[r] }

// maxWord is how many characters of a word count.
const maxWord = 40

// scanner walks through the words of a text. A word is a run of letters and
// digits in lower case, perhaps with apostrophes inside.
type scanner struct {
	text       string
	start, end int    // where the word stands
	word       []byte // what it is; overwritten by the next
}

func (s *scanner) next() bool {
	at := s.end
	for at < len(s.text) {
		r, size := s.rune(at)
		if isWordRune(r) {
			break
		}
		at += size
	}
	s.start, s.word = at, s.word[:0]
	count := 0
	for at < len(s.text) {
		r, size := s.rune(at)
		if r == '\'' || r == '’' {
			if after, _ := s.rune(at + size); !isWordRune(after) {
				break
			}
			r = '\''
		} else if !isWordRune(r) {
			break
		}
		at += size
		if count++; count <= maxWord {
			s.add(r)
		}
	}
	s.end = at
	return s.start < s.end
}

func (s *scanner) rune(at int) (rune, int) {
	if at < len(s.text) && s.text[at] < utf8.RuneSelf {
		return rune(s.text[at]), 1
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

func (s *scanner) add(r rune) {
	switch {
	case 'A' <= r && r <= 'Z':
		s.word = append(s.word, byte(r)+'a'-'A')
	case r < utf8.RuneSelf:
		s.word = append(s.word, byte(r))
	default:
		s.word = utf8.AppendRune(s.word, unicode.ToLower(r))
	}
}

// words returns the words of a text.
func words(text string) []string {
	var all []string
	for s := (scanner{text: text}); s.next(); {
		all = append(all, string(s.word))
	}
	return all
}

// longestPart returns the longest part of a word between apostrophes, the first
// of several: “company” of “company's”, “audit” of “l'audit”.
func longestPart(word string) string {
	longest := ""
	for part := range strings.SplitSeq(word, "'") {
		if utf8.RuneCountInString(part) > utf8.RuneCountInString(longest) {
			longest = part
		}
	}
	return longest
}

// compose returns the text with each letter and its accents in one character, as
// queries are.
func compose(text string) string {
	if norm.NFC.IsNormalString(text) {
		return text
	}
	return norm.NFC.String(text)
}

// withoutAccents returns a word with plain letters in place of those with accents.
func withoutAccents(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return word
	}
	var bare strings.Builder
	for _, r := range norm.NFD.String(plainLetters.Replace(word)) {
		if !unicode.Is(unicode.Mn, r) {
			bare.WriteRune(r)
		}
	}
	return bare.String()
}

// plainLetters are what people type for letters that have no accent to take off.
var plainLetters = strings.NewReplacer("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d")
