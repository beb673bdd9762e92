package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How far a word is stretched.
const (
	mostBeginnings  = 8  // words that begin as the last one does
	mostIDs         = 12 // IDs that begin so
	mostNear        = 3  // words that are meant where one is unknown
	shortestPrefix  = 2
	shortestTypo    = 3
	shortestStem    = 4
	shortestSimilar = 3
)

// form returns the form that is spelled so.
func (s *shards) form(text string) (knownForm, bool) {
	forms := s.wordsIn(s.start.Parts.Forms.shardOf(text)).forms
	at, found := slices.BinarySearchFunc(forms, text, func(f knownForm, text string) int { return strings.Compare(f.text, text) })
	if !found {
		return knownForm{}, false
	}
	return forms[at], true
}

// shardOf returns the shard in which a form would be.
func (b bounds) shardOf(text string) int {
	shard := 0
	for shard+1 < len(b) && b[shard+1] <= text {
		shard++
	}
	return shard
}

// shardsOf returns the first and the last shard in which forms would be that begin
// so.
func (b bounds) shardsOf(prefix string) (first, last int) {
	first = b.shardOf(prefix)
	for last = first; last+1 < len(b) && strings.HasPrefix(b[last+1], prefix); last++ {
	}
	return first, last
}

// beginning returns the forms that begin so, in order. Those of one shard are read
// together with what is known of them, which is likely to be asked for next.
func (s *shards) beginning(prefix string) []knownForm {
	begins := func(f knownForm) bool { return strings.HasPrefix(f.text, prefix) }
	if first, last := s.start.Parts.Forms.shardsOf(prefix); first == last {
		return choose(s.wordsIn(first).forms, begins)
	}
	var found []knownForm
	first, last := s.start.Forms.Forms.shardsOf(prefix)
	for shard := first; shard <= last; shard++ {
		found = append(found, choose(s.formsIn(shard), begins)...)
	}
	return found
}

// mostCommon returns so many of the forms, each of another term, the most common
// first.
func mostCommon(forms []knownForm, most int) []knownForm {
	forms = slices.Clone(forms)
	slices.SortStableFunc(forms, func(a, b knownForm) int { return cmp.Compare(b.common, a.common) })
	var chosen []knownForm
	for _, form := range forms {
		isKnown := slices.ContainsFunc(chosen, func(c knownForm) bool { return c.term == form.term })
		if !isKnown && len(chosen) < most {
			chosen = append(chosen, form)
		}
	}
	return chosen
}

// near returns forms that may be meant by a word that does not occur: those with
// one typing error, then those that begin with it or alike, as other forms of a
// word do, and at last those with an error in the first letter.
func (s *shards) near(word string) []knownForm {
	length := utf8.RuneCountInString(word)
	if length < shortestTypo || strings.ContainsFunc(word, func(r rune) bool { return '0' <= r && r <= '9' }) {
		return nil
	}
	letters := []rune(word)
	isTypo := func(f knownForm) bool { return isOneErrorApart(letters, []rune(f.text)) }
	if found := choose(s.beginning(string(letters[:1])), isTypo); len(found) > 0 {
		return mostCommon(found, mostNear)
	}
	if found := s.beginning(word); len(found) > 0 {
		return mostCommon(found, mostNear)
	}
	for end := length - 1; end >= max(shortestStem, length-3); end-- {
		isShort := func(f knownForm) bool { return utf8.RuneCountInString(f.text) <= length+1 }
		if found := choose(s.beginning(string(letters[:end])), isShort); len(found) > 0 {
			return mostCommon(found, mostNear)
		}
	}
	return s.nearButFirst(letters)
}

// nearButFirst returns forms that may be meant by a word whose first letter is wrong,
// is missing, should not be there, or changed places with the second.
func (s *shards) nearButFirst(letters []rune) []knownForm {
	var found []knownForm
	changed := slices.Concat(letters[1:2], letters[:1], letters[2:])
	for _, text := range []string{string(letters[1:]), string(changed)} {
		if form, known := s.form(text); known {
			found = append(found, form)
		}
	}
	rests := slices.Concat(s.withRest(string(letters[1:])), s.withRest(string(letters)))
	slices.SortStableFunc(rests, func(a, b knownForm) int { return cmp.Compare(b.common, a.common) })
	for _, rest := range rests[:min(mostNear, len(rests))] {
		if form, known := s.form(rest.text); known {
			found = append(found, form)
		}
	}
	return mostCommon(found, mostNear)
}

func choose(forms []knownForm, is func(knownForm) bool) []knownForm {
	var chosen []knownForm
	for _, form := range forms {
		if is(form) {
			chosen = append(chosen, form)
		}
	}
	return chosen
}

// isOneErrorApart reports whether one letter too many, one too few, a wrong one or
// two that changed places tell the words apart.
func isOneErrorApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	same := 0
	for same < len(a) && a[same] == b[same] {
		same++
	}
	if len(a) < len(b) {
		return slices.Equal(a[same:], b[same+1:])
	}
	if same == len(a) {
		return false
	}
	return slices.Equal(a[same+1:], b[same+1:]) ||
		same+1 < len(a) && a[same] == b[same+1] && a[same+1] == b[same] && slices.Equal(a[same+2:], b[same+2:])
}
