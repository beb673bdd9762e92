package handbook

import (
	"io/fs"
	"sync/atomic"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/words"
)

// Memory remembers what was worked out from content of which most stays as it is
// while somebody writes. What comes of it is the same as without it.
type Memory struct {
	load    *load.Memory
	edition *edition.Memory
	before  atomic.Pointer[Book]
}

// NewMemory returns a memory that holds nothing yet.
func NewMemory() *Memory { return &Memory{load: load.NewMemory(), edition: edition.NewMemory()} }

// Load reads the content as the function Load does.
func (m *Memory) Load(content fs.FS, clock Clock) (*Handbook, finding.List) {
	whole, found := m.load.Load(content, clock)
	if whole == nil {
		return nil, found
	}
	return &Handbook{whole}, found
}

// Open returns the book of the staff or the auditor edition. The draft is there at
// once: it shows what was found out for the book before where that takes effort.
func (m *Memory) Open(h *Handbook, e audience.Edition, w *words.Catalogue) (draft, book *Book) {
	part := m.edition.Admit(h.whole, e, w.Say("withheld.block"))
	book = edition.Open(part, w)
	if draft = book; m.before.Load() != nil {
		draft = m.before.Load().Draft(part, w)
	}
	return draft, book
}

// Settled remembers the book for the drafts of the next.
func (m *Memory) Settled(book *Book) { m.before.Store(book) }

// PageOf returns the path of the page that a Markdown file of the content makes,
// empty where it makes none.
func (m *Memory) PageOf(name string) string { return m.load.PageOf(name) }
