package render

import (
	"slices"
	"sync"

	"github.com/annex-isms/annex/generator/parallel"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/search"
)

// gathering keeps of each entry, as its page is made, what search and index.json
// need, so that it is worked out once and then forgotten.
type gathering struct {
	entries view.Entries
	pages   *Pages
	head    []byte            // of index.json
	others  []search.Document // what can be found besides

	once      []sync.Once // for each entry, as all that follows
	documents []search.Document
	twins     []twinLine
	further   [][]File // what of an entry has no room on its page

	mutex  sync.Mutex
	facets map[string][]view.Facet // by ID
}

func newGathering(h view.Handbook, entries view.Entries, pages *Pages) *gathering {
	g := &gathering{entries: entries, pages: pages, head: encoded(twinHeadOf(h)), others: handbookDocuments(h, pages.theme.Words), facets: map[string][]view.Facet{}}
	for _, list := range h.Lists {
		collectFacets(g.facets, list)
	}
	g.forget()
	return g
}

// page returns the page of an entry, and keeps what is to be kept of the entry.
func (g *gathering) page(i int) File {
	e := g.entries.At(i)
	files := g.pages.Entry(e)
	g.once[i].Do(func() { g.keep(i, e, files[1:]) })
	return files[0]
}

func (g *gathering) keep(i int, e view.Entry, further []File) {
	text := passages(e.Body)
	g.documents[i] = entryDocument(e, text, g.pages.theme.Words)
	g.twins[i] = twinLine{encoded(twinOf(e)), text}
	g.further[i] = slices.Clone(further) // else the page before them would be kept as well
	g.mutex.Lock()
	defer g.mutex.Unlock()
	collectFacets(g.facets, e.Register)
}

// take returns what was kept of all entries and forgets it. It asks for those that
// nobody has asked for yet.
func (g *gathering) take() (documents []search.Document, twins []twinLine, further []File) {
	parallel.Each(len(g.once), func(i int) {
		g.once[i].Do(func() {
			e := g.entries.At(i)
			g.keep(i, e, g.pages.Entry(e)[1:])
		})
	})
	documents, twins, further = g.documents, g.twins, slices.Concat(g.further...)
	for i := range documents {
		addFacets(&documents[i], g.facets[documents[i].ID])
	}
	g.forget()
	return documents, twins, further
}

func (g *gathering) forget() {
	count := len(g.entries.Paths)
	g.once, g.documents, g.twins = make([]sync.Once, count), make([]search.Document, count), make([]twinLine, count)
	g.further = make([][]File, count)
}
