package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How far a word is stretched.
const (
	mostBeginnings  = 6  // words that begin as the last one does
	mostIDs         = 12 // IDs that begin so
	mostNear        = 2  // words that are meant where one is unknown
	mostEnds        = 3  // shards in which words end as an unknown one does
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

// beginning returns the forms that begin so, in order. Those that lie together are
// read with what is known of them, which is likely to be asked for next.
func (s *shards) beginning(prefix string) []knownForm {
	first, last := s.start.Parts.Forms.shardsOf(prefix)
	if last > first+1 {
		return s.spelled(prefix)
	}
	return among(first, last, func(shard int) []knownForm { return s.wordsIn(shard).forms }, prefix)
}

// openForm is form for a word that somebody may still be typing: it reads nothing but
// what tells the forms that begin so.
func (s *shards) openForm(text string) (knownForm, bool) {
	if found := s.beginning(text); len(found) > 0 && found[0].text == text {
		return found[0], true
	}
	return knownForm{}, false
}

// spelled returns the forms that begin so, in order, and reads nothing else.
func (s *shards) spelled(prefix string) []knownForm {
	first, last := s.start.Forms.Forms.shardsOf(prefix)
	return among(first, last, s.formsIn, prefix)
}

// ending returns the forms that end so, in the order of their ends, without their
// terms; none where so many do that they say nothing.
func (s *shards) ending(end string) []knownForm {
	first, last := s.start.Ends.shardsOf(backwards(end))
	if last-first >= mostEnds {
		return nil
	}
	found := among(first, last, s.endsIn, backwards(end))
	for i, form := range found {
		found[i].text = backwards(form.text)
	}
	return found
}

// among returns the forms of some shards that begin so.
func among(first, last int, formsIn func(shard int) []knownForm, prefix string) []knownForm {
	var found []knownForm
	for shard := first; shard <= last; shard++ {
		found = append(found, choose(formsIn(shard), func(f knownForm) bool { return strings.HasPrefix(f.text, prefix) })...)
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
// one typing error behind its second letter, then those that begin with it or alike,
// as other forms of a word do, and at last those with an error before that.
func (s *shards) near(word string) []knownForm {
	letters := []rune(word)
	if len(letters) < shortestTypo || strings.ContainsFunc(word, func(r rune) bool { return '0' <= r && r <= '9' }) {
		return nil
	}
	isTypo := func(f knownForm) bool { return isOneErrorApart(letters, []rune(f.text)) }
	found := choose(s.spelled(string(letters[:2])), isTypo)
	if len(found) == 0 {
		found = s.spelled(word)
	}
	for end := len(letters) - 1; len(found) == 0 && end >= max(shortestStem, len(letters)-3); end-- {
		isShort := func(f knownForm) bool { return utf8.RuneCountInString(f.text) <= len(letters)+1 }
		found = choose(s.spelled(string(letters[:end])), isShort)
	}
	if len(found) == 0 {
		found = s.commonForms(choose(s.ending(string(letters[2:])), isTypo))
	}
	if len(found) == 0 {
		changed := string(slices.Concat(letters[:1], letters[2:3], letters[1:2], letters[3:]))
		found = choose(s.spelled(changed), func(f knownForm) bool { return f.text == changed })
	}
	return mostCommon(found, mostNear)
}

// commonForms returns the most common of forms, with their terms.
func (s *shards) commonForms(forms []knownForm) []knownForm {
	slices.SortStableFunc(forms, func(a, b knownForm) int { return cmp.Compare(b.common, a.common) })
	var found []knownForm
	for _, f := range forms[:min(mostNear, len(forms))] {
		if form, known := s.form(f.text); known {
			found = append(found, form)
		}
	}
	return found
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
