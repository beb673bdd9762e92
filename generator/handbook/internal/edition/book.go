package edition

import (
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Book is the staff or the auditor edition, page by page: each is worked out when
// it is asked for, by any goroutine. All pages together are the whole.
type Book struct {
	p       *projector
	answers func() []view.Page
	list    map[string]func() view.List // by its path
	lists   func() []view.List
	home    func() view.Home
	whole   func() view.Handbook
}

// Open returns the book of a part.
func Open(part *Part, w *words.Catalogue) *Book {
	return bookOf(newProjector(part, w), nil)
}

// Draft returns a book of a part that at first is told what the book before found
// out with much effort: what the rules find, and which questions have an answer.
// Its pages may differ from those of the part's own book until that is known.
func (before *Book) Draft(part *Part, w *words.Catalogue) *Book {
	p := newProjector(part, w)
	p.findings = before.p.findings
	return bookOf(p, before.answers)
}

func bookOf(p *projector, answers func() []view.Page) *Book {
	if answers == nil {
		answers = sync.OnceValue(p.answers)
	}
	b := &Book{p: p, answers: answers, list: map[string]func() view.List{}, lists: sync.OnceValue(p.lists), home: sync.OnceValue(p.home)}
	for _, kind := range listedKinds() {
		b.list[listPath(kind)] = sync.OnceValue(func() view.List { return p.list(kind) })
	}
	b.whole = sync.OnceValue(p.whole)
	return b
}

// Settle finds out what takes effort and every page depends on.
func (b *Book) Settle() {
	b.p.findings()
	b.answers()
}

// Whole returns all pages.
func (b *Book) Whole() (view.Handbook, view.Entries) { return b.whole(), b.p.entries() }

// Frame returns what every page shows of the edition: of lists and answers no
// more than what leads to them.
func (b *Book) Frame() view.Handbook {
	h := b.p.frame()
	for _, kind := range listedKinds() {
		h.Lists = append(h.Lists, view.List{Name: b.p.plural(kind), Path: listPath(kind), Total: len(b.p.listed(kind))})
	}
	for _, answer := range b.answers() {
		h.Pages = append(h.Pages, view.Page{Path: answer.Path, Title: answer.Title, Question: answer.Question})
	}
	return h
}

// Home returns what the first page shows, and the lists that it leads to.
func (b *Book) Home() (view.Home, []view.List) { return b.home(), b.lists() }

// Entry returns the page of an entry at the path, if there is one.
func (b *Book) Entry(path string) (view.Entry, bool) {
	folder, file, _ := strings.Cut(path, "/")
	id, isPage := strings.CutSuffix(file, ".html")
	r, found := b.p.Find(strings.Replace(id, "/", ":", 1))
	if !isPage || !found || r.Head().Kind.Folder != folder || r.Head().Path() != path {
		return view.Entry{}, false
	}
	records := b.p.inOrder(r.Head().Kind)
	for i, other := range records {
		if other == r {
			return b.p.entryAmong(records, i), true
		}
	}
	return view.Entry{}, false
}

// List returns the list at the path, if there is one. A long one is asked for once
// for each of its pages.
func (b *Book) List(path string) (view.List, bool) {
	list, found := b.list[path]
	if !found {
		return view.List{}, false
	}
	return list(), true
}

// Answer returns the page that answers a question at the path, if there is one.
func (b *Book) Answer(path string) (view.Page, bool) {
	for _, answer := range b.answers() {
		if answer.Path == path {
			return answer, true
		}
	}
	return view.Page{}, false
}
