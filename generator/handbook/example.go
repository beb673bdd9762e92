package handbook

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Example returns an entry of that kind as its author wrote it: the one that
// says the most, and of several the shortest. It returns nothing where there is
// no such entry.
func (h *Handbook) Example(kind string) string {
	var best string
	most := 0
	for _, r := range h.whole.Of(record.KindNamed(kind)) {
		if !r.Head().Authored {
			continue
		}
		text, said := h.written(r), countSaid(r)
		if said > most || said == most && len(text) < len(best) {
			best, most = text, said
		}
	}
	return best
}

// countSaid returns how many different fields the entry uses, those of its
// tables among them.
func countSaid(r record.Record) int {
	said := map[[2]string]bool{}
	record.Walk(record.AllFields(r), func(in string, field record.Field) {
		if field.Value.Span().Known() {
			said[[2]string{in, field.Key}] = true
		}
	})
	return len(said)
}

// written returns the words of the entry, up to where the next one begins. Of a
// document it returns the front matter and the first part of the text.
func (h *Handbook) written(r record.Record) string {
	at := r.Head().At
	end := len(at.File.Text)
	for _, other := range h.whole.Entries() {
		if from := other.Head().At; from.Known() && from.File == at.File && from.Start > at.Start {
			end = min(end, from.Start)
		}
	}
	text := at.File.Text[at.Start:end]
	if r.Head().Kind.Markdown {
		text = untilSecondHeading(text)
	}
	lines := strings.Split(text, "\n")
	for len(lines) > 0 && isBetween(lines[len(lines)-1]) {
		lines = slices.Delete(lines, len(lines)-1, len(lines))
	}
	return strings.Join(lines, "\n") + "\n"
}

// isBetween reports whether a line is part of what stands between two entries.
func isBetween(line string) bool { return line == "" || strings.HasPrefix(line, "#") }

func untilSecondHeading(text string) string {
	const heading = "\n## "
	first := strings.Index(text, heading)
	if first < 0 {
		return text
	}
	first += len(heading)
	if second := strings.Index(text[first:], heading); second >= 0 {
		return text[:first+second]
	}
	return text
}
