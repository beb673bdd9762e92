package render

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/annex-isms/annex/search"
)

// searchExample is a query and what it finds.
type searchExample struct{ Query, Finds string }

// help explains how to search, with examples of what there is to be found.
func (f finder) help() []searchExample {
	var examples []searchExample
	add := func(query, key string, values ...any) {
		if query != "" {
			examples = append(examples, searchExample{query, f.words.Say("search.help."+key+"-finds", values...)})
		}
	}
	tried := f.searcher()
	for _, way := range ways {
		key := "search.help." + way.key
		if way.byEdition {
			key += "." + f.edition
		}
		add(tried.first(f.words.Say(key), way.from, f.documents), way.key)
	}
	var id, kind, status string
	facets := map[string]string{} // with a value of each
	for _, d := range f.documents {
		if strings.Count(d.ID, ".") > strings.Count(id, ".") || id == "" {
			id = d.ID // the more it looks like a number, the better
		}
		if kind != "kind:risk" && d.ID != "" {
			kind = "kind:" + d.Kind.Word.Word
		}
		if word := search.Slug(d.Status.Word.Word); d.Status.Tone == "due" && !strings.Contains(word, "-") {
			status = "status:" + word
		}
		for _, facet := range d.Facets {
			facets[facet.Key] = search.Slug(facet.Values[0])
		}
	}
	add(id, "id")
	add(kind, "kind")
	add(status, "status")
	if facets["owner"] != "" {
		add(tried.first("owner:security", nil, nil, "owner:"+facets["owner"]), "owner")
		delete(facets, "owner")
	}
	if keys := slices.Sorted(maps.Keys(facets)); len(keys) > 0 {
		last := keys[len(keys)-1]
		add(last+":"+facets[last], "facets", "keys", strings.Join(keys, ", "))
	}
	return examples
}

// ways are the ways to write plain words in a query: each has an example among the
// words of the interface, and another that is made from a title in case nothing is
// found by that one.
var ways = []struct {
	key       string
	byEdition bool // readers of each edition have questions of their own
	from      func(title []string) string
}{
	{key: "words", from: func(title []string) string { return title[0] + " " + title[1] }},
	{key: "question", byEdition: true},
	{key: "last", from: func(title []string) string {
		letters := []rune(title[0])
		return string(letters[:max(4, len(letters)-2)])
	}},
	{key: "phrase", from: func(title []string) string { return "“" + title[0] + " " + title[1] + "”" }},
	{key: "without", from: func(title []string) string { return title[0] + " -" + title[1] }},
}

// trial is a search that tries examples. It finds nothing where it cannot read the
// index.
type trial struct{ *search.Searcher }

func (f finder) searcher() trial {
	files := map[string]search.File{}
	for _, file := range f.index() {
		files[file.Path] = file
	}
	s, err := search.Open(func(path string) ([]byte, error) {
		if file, known := files[path]; known {
			return file.Content(), nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		return trial{}
	}
	return trial{s}
}

// first returns the first query that finds what it says: the usual one, one that
// is made from the title of a document, or one of the others.
func (t trial) first(usual string, from func([]string) string, documents []search.Document, others ...string) string {
	const tries = 40
	if t.finds(usual) {
		return usual
	}
	for _, d := range documents[:min(tries, len(documents))] {
		title := strings.Fields(strings.ToLower(d.Title))
		if from == nil || len(title) < 2 || utf8.RuneCountInString(title[0]) < 5 {
			continue
		}
		if query := from(title); t.finds(query) {
			return query
		}
	}
	for _, query := range others {
		if t.finds(query) {
			return query
		}
	}
	return ""
}

// finds reports whether something is found by the query as it is written.
func (t trial) finds(query string) bool {
	if t.Searcher == nil {
		return false
	}
	answer, err := t.Search(query)
	return err == nil && len(answer.Hits) > 0 && !answer.Any && len(answer.Corrected) == 0 && len(answer.Unknown) == 0
}
