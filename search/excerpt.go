package search

import "slices"

// Entry is what a list of results shows of a document.
type Entry struct {
	ID     string // as readers see it
	Title  string
	Kind   Word
	Label  string
	Status Status
	Path   string
	Lead   string
}

// Excerpt is a piece of a document's text in which words of the query stand.
type Excerpt struct {
	Anchor  string // of the heading that it stands under
	Heading string
	Parts   []Part
}

// Part is some of an excerpt, which is one of the words or stands between them.
type Part struct {
	Text   string
	Marked bool
}

// excerptWords is how many words an excerpt has at most, and excerptLead how many
// of them may stand before the first one that was looked for.
const (
	excerptWords = 32
	excerptLead  = 6
)

// Entry returns what a list shows of the document with that number.
func (s *Searcher) Entry(document int) (Entry, error) {
	shard := data[[][]any](s.shards, name("entries", document/s.start.Entries))
	if s.err != nil {
		return Entry{}, s.err
	}
	fields := shard[document%s.start.Entries]
	text := func(i int) string { text, _ := fields[i].(string); return text }
	number := func(i int) int { number, _ := fields[i].(float64); return int(number) }
	label, status := s.start.Labels[number(3)], s.start.Statuses[number(4)]
	e := Entry{
		ID: text(0), Title: text(1), Lead: text(2), Kind: Word{s.start.Kinds[label.Kind].Word, s.start.Kinds[label.Kind].Label}, Label: label.Label,
		Status: Status{Word: Word{status.Word, status.Label}, Text: status.Text, Tone: status.Tone},
		Path:   label.Folder + fileName(text(0)),
	}
	if len(fields) > 5 {
		e.Path = text(5)
	}
	return e, nil
}

// mostSpots is up to how many marked words a piece of text is better for having
// more of them.
const mostSpots = 3

// Excerpt returns the piece of a document's text that says most about what was
// looked for; nothing where the words stand in its title alone. What stands under a
// heading that has the words is better than nothing. Of several with as
// many of the words it is one where they are repeated, for one part alone of
// “second factor” says little.
func (s *Searcher) Excerpt(a Answer, document int) (Excerpt, error) {
	shard := shardOf(s.start.Texts, document)
	texts := data[[][]string](s.shards, name("texts", shard))
	if s.err != nil {
		return Excerpt{}, s.err
	}
	passages := texts[document-s.start.Texts[shard]]
	var best Excerpt
	most := 0
	for i := 0; i+2 < len(passages); i += 3 {
		heading := a.highlights.in(passages[i+1])
		window := bestWindow(a.highlights.in(passages[i+2]))
		if worth := (mostSpots+1)*groupsIn(window.spots, heading) + min(mostSpots, len(window.spots)); len(window.all) > 0 && worth > most {
			most = worth
			best = Excerpt{passages[i], passages[i+1], window.parts(passages[i+2])}
		}
	}
	if best.Anchor == sameAnchor {
		best.Anchor = Slug(best.Heading)
	}
	return best, nil
}

// highlights are the words to be marked, with the group that each answers.
type highlights struct {
	forms map[string]int
	keys  map[string]int // of IDs
}

func (h *highlights) add(group int, forms []string) {
	if h.forms == nil {
		h.forms, h.keys = map[string]int{}, map[string]int{}
	}
	for _, form := range forms {
		if _, known := h.forms[form]; !known {
			h.forms[form] = group
		}
	}
}

func (h *highlights) addKeys(group int, keys []string) {
	for _, key := range keys {
		h.keys[key] = group
	}
}

// spot is a word in a text: where it stands, and which group it answers, if any.
type spot struct {
	start, end int
	group      int // -1 for none
}

// in returns the words of a text, and which of them are to be marked. An ID is one
// of them.
func (h highlights) in(text string) []spot {
	var spots []spot
	for s := (scanner{text: text}); s.next(); {
		group, marked := h.forms[string(s.word)]
		if !marked {
			group = -1
		}
		spots = append(spots, spot{s.start, s.end, group})
	}
	if len(h.keys) > 0 {
		eachID(text, func(key string, start, end int) {
			if group, marked := h.keys[key]; marked {
				spots = slices.DeleteFunc(spots, func(s spot) bool { return s.start < end && s.end > start })
				at, _ := slices.BinarySearchFunc(spots, start, func(s spot, start int) int { return s.start - start })
				spots = slices.Insert(spots, at, spot{start, end, group})
			}
		})
	}
	return spots
}

// window is a stretch of the words of a text.
type window struct {
	all      []spot // of the text
	from, to int
	spots    []spot // those to be marked
}

// bestWindow returns the stretch with words of the most groups, and of those the
// one with the most words; the first of several. Where there are none of the words
// it is the beginning.
func bestWindow(all []spot) window {
	best := window{all: all, to: min(len(all), excerptWords)}
	most := 0
	for i, first := range all {
		if first.group < 0 {
			continue
		}
		from := max(0, i-excerptLead)
		to := min(len(all), from+excerptWords)
		var marked []spot
		for _, s := range all[i:to] {
			if s.group >= 0 {
				marked = append(marked, s)
			}
		}
		if worth := 100*groupsIn(marked, nil) + len(marked); worth > most {
			most = worth
			best.from, best.to, best.spots = from, to, marked
		}
	}
	return best
}

// groupsIn returns how many groups the words answer.
func groupsIn(spots, more []spot) int {
	var groups []int
	for _, s := range slices.Concat(spots, more) {
		if s.group >= 0 && !slices.Contains(groups, s.group) {
			groups = append(groups, s.group)
		}
	}
	return len(groups)
}

// parts returns the words of the window and what stands between them.
func (w window) parts(text string) []Part {
	var parts []Part
	add := func(text string, marked bool) {
		if text != "" {
			parts = append(parts, Part{text, marked})
		}
	}
	at, end := w.all[w.from].start, len(text)
	if w.from == 0 {
		at = 0
	} else {
		add("… ", false)
	}
	if w.to < len(w.all) {
		end = w.all[w.to-1].end
	}
	for _, s := range w.all[w.from:w.to] {
		if s.group >= 0 {
			add(text[at:s.start], false)
			add(text[s.start:s.end], true)
			at = s.end
		}
	}
	add(text[at:end], false)
	if w.to < len(w.all) {
		add(" …", false)
	}
	return parts
}
