package record

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/source"
)

// Search says how readers find entries.
type Search struct {
	Synonyms Groups
}

// Declare declares it. An edition gets of it what its own entries say anyway.
func (s *Search) Declare() []Declaration {
	return []Declaration{
		{Key: "synonyms", Label: "Synonyms", Audience: audience.Public, Value: &s.Synonyms,
			Help: "Groups of words that mean the same; an edition has a group if all its words occur in it."},
	}
}

// Groups is lists of plain words.
type Groups struct {
	Items []Lines
	At    source.Span
}

func (v *Groups) IsSet() bool       { return len(v.Items) > 0 }
func (v *Groups) Span() source.Span { return v.At }

// WordsOf returns the words of a text in lower case.
func WordsOf(text string) []string { return slices.Collect(eachWord(text)) }

func eachWord(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool {
		return !('a' <= r && r <= 'z') && !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number)
	})
}

// disguisesWords reports whether a reader may see words of a source that do not stand
// in it: letters by their names, or with marks of emphasis among them.
func disguisesWords(source string) bool {
	if namedLetter.MatchString(source) {
		return true
	}
	isLetter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf }
	for i := 1; i < len(source); i++ {
		if !isMark(source[i]) || !isLetter(source[i-1]) {
			continue
		}
		from := i
		for i < len(source) && isMark(source[i]) {
			i++
		}
		// Between letters an underscore is no emphasis.
		if i < len(source) && isLetter(source[i]) && strings.Trim(source[from:i], "_") != "" {
			return true
		}
	}
	return false
}

var namedLetter = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)

func isMark(c byte) bool { return strings.IndexByte("*_~`", c) >= 0 }

// Occurring returns which of the words the entries say. Plain returns what a
// reader sees of a text; it is asked for texts in whose source there is a word that
// has not been found yet, or may be one in disguise.
func Occurring(words []string, entries []Record, plain func(*Text) string) map[string]bool {
	wanted := map[string]bool{}
	for _, word := range words {
		wanted[word] = true
	}
	found := map[string]bool{}
	look := func(text string) {
		for word := range eachWord(text) {
			if wanted[word] {
				found[word] = true
			}
		}
	}
	mayTell := func(source string) bool {
		for word := range eachWord(source) {
			if wanted[word] && !found[word] {
				return true
			}
		}
		return false
	}
	for _, r := range entries {
		if len(found) == len(wanted) {
			break
		}
		look(r.Head().Title.Value)
		Walk(Fields(r), func(_ string, field Field) {
			switch value := field.Value.(type) {
			case *Line:
				look(value.Value)
			case *Lines:
				for _, line := range value.Items {
					look(line.Value)
				}
			}
			for _, text := range TextsOf(field.Value) {
				if mayTell(text.Source) || disguisesWords(text.Source) {
					look(plain(text))
				}
			}
		})
	}
	return found
}
