package render

import (
	"maps"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/search"
)

// searchView is what the templates of the search pages receive beside the rest of
// the page.
type searchView struct {
	Help    []searchExample
	Weights search.Weights
	Letters []letter
	Total   int
}

// searchExample is a query and what it finds.
type searchExample struct{ Query, Finds string }

// finder makes what belongs to searching in one edition.
type finder struct {
	documents []search.Document
	options   search.Options
	words     *words.Catalogue
}

// browserWords are the words of the interface that scripts show.
var browserWords = []string{
	"all", "any", "begin", "corrected", "count", "failed", "forget", "how", "index", "kind", "more", "none", "or", "recent", "status", "try", "unfiltered",
}

// newFinder returns a finder of the documents, whose words are in that language. In
// each group of synonyms they mean the same.
func newFinder(documents []search.Document, language string, synonyms [][]string, w *words.Catalogue) finder {
	f := finder{documents, search.Options{Language: language, Synonyms: synonyms, Words: map[string]string{}}, w}
	for _, name := range browserWords {
		f.options.Words[name] = w.Say("search." + name)
	}
	return f
}

// index returns the files of the index.
func (f finder) index() []File {
	var files []File
	for _, file := range search.New(f.documents, f.options).Files() {
		files = append(files, File{Path: file.Path, Content: func() ([]byte, error) { return file.Content(), nil }})
	}
	return files
}

// searchPage is one of the pages that belong to searching.
type searchPage struct {
	path, title string // of the page; its template has the same path
	view        searchView
}

func (f finder) pages() []searchPage {
	return []searchPage{
		{"search/index.html", f.words.Say("search.title"), searchView{Help: f.help(), Weights: search.RankingWeights()}},
		{"search/all.html", f.words.Say("search.a-z.title"), searchView{Letters: letters(f.documents, f.options.Language), Total: len(f.documents)}},
	}
}

// help explains how to search, with examples of what there is to be found.
func (f finder) help() []searchExample {
	var examples []searchExample
	add := func(query, key string, values ...any) {
		if query != "" {
			examples = append(examples, searchExample{query, f.words.Say("search.help."+key+"-finds", values...)})
		}
	}
	for _, key := range []string{"words", "question", "last", "phrase", "without"} {
		add(f.words.Say("search.help."+key), key)
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
		add("owner:security", "owner")
		delete(facets, "owner")
	}
	if keys := slices.Sorted(maps.Keys(facets)); len(keys) > 0 {
		last := keys[len(keys)-1]
		add(last+":"+facets[last], "facets", "keys", strings.Join(keys, ", "))
	}
	return examples
}
