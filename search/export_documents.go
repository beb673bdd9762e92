package search

import (
	"slices"
	"strings"
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
				l.addText(d.ID)
				l.addText(d.Title)
				l.addText(d.Lead)
				l.addNumber(number)
				l.addNumber(statuses[statusOf(d)])
				if usual := e.start.Labels[number].Folder + fileName(d.ID); d.Path != usual {
					l.addText(d.Path)
				}
				l.end()
			}
			return l.close()
		}})
	}
}

// fileName returns what the page of an entry is usually called.
func fileName(id string) string { return strings.ReplaceAll(id, ":", "/") + ".html" }

// documentLabel is what a label is made from.
type documentLabel struct {
	kind          Word
	label, folder string
}

func labelOf(d Document) documentLabel {
	folder, _ := strings.CutSuffix(d.Path, fileName(d.ID))
	if folder == d.Path {
		folder = ""
	}
	return documentLabel{d.Kind, d.Label, folder}
}

func statusOf(d Document) status {
	return status{d.Status.Word.Word, d.Status.Label, d.Status.Text, d.Status.Tone}
}

// tables fills the tables of the start, and returns the number of each label and
// of each status.
func (e *exporter) tables() (labels map[documentLabel]int, statuses map[status]int) {
	labels, statuses = map[documentLabel]int{}, map[status]int{}
	kinds := map[Word]int{}
	facets := []string{"kind", "status"}
	kindBefore := -1
	for i, d := range e.documents {
		kind := numberIn(kinds, d.Kind, &e.start.Kinds)
		if kind != kindBefore {
			e.start.Runs = append(e.start.Runs, kind, i)
			kindBefore = kind
		}
		if _, known := labels[labelOf(d)]; !known {
			labels[labelOf(d)] = len(labels)
			e.start.Labels = append(e.start.Labels, label{kind, d.Label, labelOf(d).folder})
		}
		numberIn(statuses, statusOf(d), &e.start.Statuses)
		for _, facet := range d.Facets {
			if key := slug(facet.Key); !slices.Contains(facets, key) {
				facets = append(facets, key)
			}
		}
	}
	slices.Sort(facets)
	e.start.Facets = facets
	return labels, statuses
}

// numberIn returns the number of a value in a table, to which it is added where it
// is new.
func numberIn[T comparable](known map[T]int, value T, table *[]T) int {
	number, ok := known[value]
	if !ok {
		number = len(*table)
		known[value] = number
		*table = append(*table, value)
	}
	return number
}

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
				for _, passage := range d.Passages {
					l.addText(passage.Anchor)
					l.addText(passage.Heading)
					l.addText(compose(passage.Text))
				}
				l.end()
			}
			return l.close()
		}})
	}
}
