package render

import (
	"slices"
	"sync"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/search"
)

// searchView is what the templates of the search pages receive beside the rest of
// the page.
type searchView struct {
	Help    []searchExample
	Weights search.Weights
	Index   []letter // where all letters begin
	Letters []letter // on this page
	Leaf    view.Leaf
	Total   int
}

// finder makes what belongs to searching in one edition.
type finder struct {
	edition   string
	documents []search.Document
	options   search.Options
	words     *words.Catalogue
	index     func() []search.File // its files, made once
}

// browserWords are the words of the interface that scripts show.
var browserWords = []string{
	"all", "any", "begin", "corrected", "count", "exact", "failed", "forget", "how", "index", "kind", "more", "none", "or", "recent", "status", "try", "unfiltered",
}

// newFinder returns a finder of an edition's documents, whose words are in that
// language. In each group of synonyms they mean the same.
func newFinder(edition string, documents []search.Document, language string, synonyms [][]string, w *words.Catalogue) finder {
	f := finder{edition: edition, documents: documents, options: search.Options{Language: language, Synonyms: synonyms, Words: map[string]string{}}, words: w}
	for _, name := range browserWords {
		f.options.Words[name] = w.Say("search." + name)
	}
	f.index = sync.OnceValue(func() []search.File { return search.New(f.documents, f.options).Files() })
	return f
}

// files returns the files of the index.
func (f finder) files() []File {
	var files []File
	for _, file := range f.index() {
		files = append(files, File{Path: file.Path, Content: func() ([]byte, error) { return file.Content(), nil }})
	}
	return files
}

// searchPage is one of the pages that belong to searching.
type searchPage struct {
	template, path, title string
	view                  searchView
}

func (f finder) pages(room Room) []searchPage {
	help := searchPage{template: "search/index.html", path: "search/index.html", title: f.words.Say("search.title"), view: searchView{Help: f.help(), Weights: search.RankingWeights()}}
	pages := []searchPage{help}
	for i, view := range leavesOf(letters(f.documents, f.options.Language), room) {
		title := f.words.Say("search.a-z.title")
		if i > 0 {
			title = f.words.Say("list.page.title", "title", title, "number", i+1, "of", view.Leaf.Of)
		}
		pages = append(pages, searchPage{allPath, leafPath(allPath, i+1), title, view})
	}
	return pages
}

// allPath is where everything is listed from A to Z.
const allPath = "search/all.html"

// leavesOf lays letters over as many pages as they need.
func leavesOf(all []letter, room Room) []searchView {
	total, size := 0, room.linksOnPage()
	for _, one := range all {
		total += len(one.Entries)
	}
	if !isLong(total, size) {
		return []searchView{{Index: all, Letters: all, Total: total}}
	}
	index, before := slices.Clone(all), 0
	for i := range index {
		index[i].Path = leafPath(allPath, before/size+1)
		before += len(index[i].Entries)
	}
	entriesOf := func(one *letter) *[]search.Document { return &one.Entries }
	leaves := cut(all, entriesOf, size, func(one letter) letter { one.Again = true; return one })
	var views []searchView
	for i, letters := range leaves {
		leaf := placed(view.Leaf{Of: len(leaves), Total: total, Anchor: "main"}, allPath, i+1, size)
		views = append(views, searchView{Index: index, Letters: letters, Total: total, Leaf: leaf})
	}
	return views
}
