package largesite

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
)

// writer writes the words of one entry. What it writes depends on the entry
// alone, so that one can be written anew without all others.
type writer struct {
	*rand.Rand
	site Site
}

func (s Site) writer(register string, i int) *writer {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(register))
	return &writer{rand.New(rand.NewPCG(hash.Sum64(), uint64(i))), s}
}

func (w *writer) of(choices ...string) string { return choices[w.IntN(len(choices))] }

// fill puts words in place of each {name}.
func (w *writer) fill(pattern string) string {
	var text strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		text.WriteString(before)
		if !found {
			return text.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		text.WriteString(w.of(words[name]...))
		pattern = after
	}
}

func (w *writer) title(pattern string) string { return capital(w.fill(pattern)) }

// sentence returns one of the sentences, filled with words.
func (w *writer) sentence(of []string) string { return capital(w.fill(w.of(of...))) + "." }

func (w *writer) paragraph(of []string, sentences int) string {
	all := make([]string, sentences)
	for i := range all {
		all[i] = w.sentence(of)
	}
	return strings.Join(all, " ")
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
