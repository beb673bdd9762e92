package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// entries writes what a list of results shows: ID, title, lead, and by number
// what the entry is called and how it stands; then its path, where that does not
// follow from the rest.
func (e *exporter) entries() {
	labels, statuses := e.tables()
	for from := 0; from < len(e.documents); from += entryShard {
		part := e.documents[from:min(from+entryShard, len(e.documents))]
		e.shards = append(e.shards, shard{name("entries", from/entryShard), func() []byte {
			var l list
			for _, d := range part {
				number := labels[labelOf(d)]
				l.open()
				l.addText(cmp.Or(d.Shown, d.ID))
				l.addText(d.Title)
				l.addText(shownLead(d))
				l.addNumber(number)
				l.addNumber(statuses[d.Status])
				if usual := e.start.Labels[number].Folder + fileName(d.ID); d.Path != usual || d.Shown != "" {
					l.addText(d.Path)
				}
				l.end()
			}
			return l.close()
		}})
	}
}

// How many bytes of a lead a list shows: about a line, and some more where a sentence
// ends there.
const (
	mostLead     = 88
	mostSentence = 116
)

// shownLead returns what a list says of a document: its lead, or else the beginning
// of its text. One that is too long ends with a sentence, or else with a word.
func shownLead(d Document) string {
	lead := d.Lead
	for i := 0; lead == "" && i < len(d.Passages); i++ {
		lead = d.Passages[i].Text
	}
	if len(lead) <= mostSentence {
		return lead
	}
	if end := strings.LastIndex(lead[:mostSentence+1], ". "); end >= mostLead/2 {
		return lead[:end+1]
	}
	end := strings.LastIndexByte(lead[:mostLead], ' ')
	if end <= 0 {
		for end = mostLead; !utf8.RuneStart(lead[end]); end-- {
		}
	}
	return strings.TrimRight(lead[:end], " ,;:·") + " …"
}

// fileName returns what the page of an entry is usually called.
func fileName(id string) string { return strings.ReplaceAll(id, ":", "/") + ".html" }

// documentLabel is what a label is made from.
type documentLabel struct {
	kind          Kind
	label, folder string
}

func labelOf(d Document) documentLabel {
	folder, _ := strings.CutSuffix(d.Path, fileName(d.ID))
	if folder == d.Path {
		folder = ""
	}
	return documentLabel{d.Kind, d.Label, folder}
}

// tables fills the tables of the start, and returns the number of each label and
// of each status.
func (e *exporter) tables() (labels map[documentLabel]int, statuses map[Status]int) {
	labels, statuses = map[documentLabel]int{}, map[Status]int{}
	kinds := map[Kind]int{}
	facets := []string{"kind", "status"}
	kindBefore := -1
	for i, d := range e.documents {
		number, known := kinds[d.Kind]
		if !known {
			number = len(kinds)
			kinds[d.Kind] = number
			e.start.Kinds = append(e.start.Kinds, kind{d.Kind.Word.Word, d.Kind.Label, cmp.Or(d.Kind.Weight, 100)})
		}
		if number != kindBefore {
			e.start.Runs = append(e.start.Runs, number, i)
			kindBefore = number
		}
		if _, known := labels[labelOf(d)]; !known {
			labels[labelOf(d)] = len(labels)
			e.start.Labels = append(e.start.Labels, label{number, d.Label, labelOf(d).folder})
		}
		if _, known := statuses[d.Status]; !known {
			statuses[d.Status] = len(statuses)
			e.start.Statuses = append(e.start.Statuses, status{Word: Slug(d.Status.Word.Word), Label: d.Status.Label, Text: d.Status.Text, Tone: d.Status.Tone})
		}
		if stands := &e.start.Statuses[statuses[d.Status]]; !slices.Contains(stands.Kinds, number) {
			stands.Kinds = append(stands.Kinds, number)
		}
		for _, facet := range d.Facets {
			if key := Slug(facet.Key); !slices.Contains(facets, key) {
				facets = append(facets, key)
			}
		}
	}
	slices.Sort(facets)
	e.start.Facets = facets
	return labels, statuses
}

// shownPassages returns where excerpts are taken from: a lead that is too long for
// a list, and the passages.
func shownPassages(d Document) []Passage {
	if len(d.Lead) > mostSentence {
		return slices.Concat([]Passage{{Text: d.Lead}}, d.Passages)
	}
	return d.Passages
}

// sameAnchor stands for an anchor that follows from its heading, as most do.
const sameAnchor = "="

// texts writes the passages of the documents: of each its anchor, its heading and
// its text.
func (e *exporter) texts() {
	size := 0
	for i, d := range e.documents {
		if i == 0 || size > textShard {
			e.start.Texts = append(e.start.Texts, i)
			size = 0
		}
		for _, passage := range d.Passages {
			size += len(passage.Heading) + len(passage.Text)
		}
	}
	for i, from := range e.start.Texts {
		to := len(e.documents)
		if i+1 < len(e.start.Texts) {
			to = e.start.Texts[i+1]
		}
		part := e.documents[from:to]
		e.shards = append(e.shards, shard{name("texts", i), func() []byte {
			var l list
			for _, d := range part {
				l.open()
				for _, passage := range shownPassages(d) {
					if passage.Anchor != "" && passage.Anchor == Slug(passage.Heading) {
						l.addText(sameAnchor)
					} else {
						l.addText(passage.Anchor)
					}
					l.addText(passage.Heading)
					l.addText(compose(passage.Text))
				}
				l.end()
			}
			return l.close()
		}})
	}
}
