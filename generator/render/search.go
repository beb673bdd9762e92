package render

import (
	"sync"

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

// finder makes what belongs to searching in one edition.
type finder struct {
	edition   string
	documents []search.Document
	options   search.Options
	words     *words.Catalogue
	index     func() *search.Index // made once
}

// browserWords are the words of the interface that scripts show.
var browserWords = []string{
	"all", "any", "begin", "corrected", "count", "failed", "forget", "how", "index", "kind", "more", "none", "or", "recent", "status", "try", "unfiltered",
}

// newFinder returns a finder of an edition's documents, whose words are in that
// language. In each group of synonyms they mean the same.
func newFinder(edition string, documents []search.Document, language string, synonyms [][]string, w *words.Catalogue) finder {
	f := finder{edition: edition, documents: documents, options: search.Options{Language: language, Synonyms: synonyms, Words: map[string]string{}}, words: w}
	for _, name := range browserWords {
		f.options.Words[name] = w.Say("search." + name)
	}
	f.index = sync.OnceValue(func() *search.Index { return search.New(f.documents, f.options) })
	return f
}

// files returns the files of the index.
func (f finder) files() []File {
	var files []File
	for _, file := range f.index().Files() {
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
