package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/source"
)

// publicWords is what the public reads of a value, and where each byte of it is
// written.
type publicWords struct {
	words string
	place func(start, end int) source.Span
	reads func(name string) bool // whether it really does: not so what stands in a comment
}

// name is a word that has the form of an ID.
type name struct {
	id    string
	start int
}

var (
	idLike  = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9._-]*`)
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// names returns the words that have the form of an ID, each once: where it stands
// outside of comments, if it does.
func (p publicWords) names() []name {
	var names []name
	known := map[string]bool{}
	bare := comment.ReplaceAllStringFunc(p.words, func(text string) string { return strings.Repeat(" ", len(text)) })
	for _, words := range []string{bare, p.words} {
		for _, at := range idLike.FindAllStringIndex(words, -1) {
			if id := strings.TrimRight(words[at[0]:at[1]], "._-"); !known[id] {
				known[id] = true
				names = append(names, name{id, at[0]})
			}
		}
	}
	return names
}

// publicWordsOf returns what the public reads of a value: of a text neither the
// blocks for others nor what its links lead to.
func (h *survey) publicWordsOf(value record.Value) []publicWords {
	var seen []publicWords
	line := func(l record.Line) {
		place := func(start, end int) source.Span {
			if l.At.Text() == l.Value {
				return l.At.Within(start, end)
			}
			return l.At // it is written with escapes
		}
		seen = append(seen, publicWords{l.Value, place, func(string) bool { return true }})
	}
	switch value := value.(type) {
	case *record.Line:
		line(*value)
	case *record.Lines:
		for _, item := range value.Items {
			line(item)
		}
	}
	for _, text := range record.TextsOf(value) {
		if text.Parsed != nil {
			seen = append(seen, publicWords{publicSource(text), text.Place, func(id string) bool { return h.publicReads(text, id) }})
		}
	}
	return seen
}

// publicSource returns the source of a text with spaces in place of what the
// public does not read.
func publicSource(text *record.Text) string {
	source := []byte(markdown.Blank(text.Source, audience.TrustEdition))
	for _, link := range text.Parsed.Links() {
		from, to := link.Start, link.Start
		switch written := text.Source[link.Start:link.End]; link.Form {
		case markdown.Entry:
			if to = link.End; link.Text != "" {
				to = link.Start + strings.IndexByte(written, '|')
			}
		case markdown.Path, markdown.Anchor, markdown.Image:
			from, to = link.Start+max(0, strings.LastIndex(written, "](")), link.End
		}
		for i := from; i < to; i++ {
			source[i] = ' '
		}
	}
	return string(source)
}

// publicReads reports whether the ID stands among the plain words of a text
// as the public gets it.
func (h *survey) publicReads(text *record.Text, id string) bool {
	parse := markdown.ParseText
	if text.Whole {
		parse = markdown.Parse
	}
	plain := parse(markdown.Cut(text.Source, audience.TrustEdition, "")).Plain(func(markdown.Link) markdown.Resolution { return markdown.Resolution{} })
	return slices.ContainsFunc(idLike.FindAllString(plain, -1), func(found string) bool { return strings.TrimRight(found, "._-") == id })
}
