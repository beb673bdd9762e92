package record

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/annex-isms/annex/generator/parallel"
)

// Handbook is a whole ISMS, or the part of it that one edition may show: both
// have the same shape, so that what is derived from an edition's part cannot
// rest on anything else.
type Handbook struct {
	Config *Config
	Today  Today
	Files  map[string]File // by name: what entries embed, such as images

	Incomplete bool            // some file could not be read, so that entries may be missing
	Faulty     bool            // something could not be read, so that parts of entries may be missing
	Rejected   map[string]bool // IDs and files of entries that were written but could not be kept

	entries []Record
	byID    map[string]Record
	byFile  map[string]Record // Markdown entries by the name of their file
	links   func() links      // found when first asked for
}

// Today is the day for everything that is due or overdue.
type Today struct {
	Day   time.Time
	Fixed bool // annex.toml sets it
}

// File is a file that an entry embeds.
type File struct {
	Name string // relative to the content's folder
	Data []byte
}

// New returns a handbook of those entries, sorted by kind and ID and linked
// with each other. Of two entries with the same ID it finds the first.
func New(config *Config, today Today, entries []Record, files map[string]File) *Handbook {
	h := &Handbook{
		Config: config, Today: today, Files: files,
		entries: slices.Clone(entries),
		byID:    make(map[string]Record, len(entries)),
		byFile:  make(map[string]Record),
	}
	for _, r := range entries {
		head := r.Head()
		if _, taken := h.byID[head.ID.Value]; !taken {
			h.byID[head.ID.Value] = r
		}
		if head.Kind.Markdown && head.At.Known() {
			h.byFile[head.At.File.Name] = r
		}
	}
	h.sort()
	parallel.Each(len(h.entries), func(i int) {
		if head := h.entries[i].Head(); head.ties == nil {
			head.ties = tiesOf(h.entries[i])
		}
	})
	h.links = sync.OnceValue(h.connect)
	return h
}

// sort puts the entries in order, by kind and then ID. Authors mostly write them
// so, which takes little time to see.
func (h *Handbook) sort() {
	byKind := make(map[*Kind][]Record, len(Kinds))
	for _, r := range h.entries {
		kind := r.Head().Kind
		byKind[kind] = append(byKind[kind], r)
	}
	byID := func(a, b Record) int { return CompareIDs(a.Head().ID.Value, b.Head().ID.Value) }
	h.entries = h.entries[:0]
	for _, kind := range Kinds {
		if !slices.IsSortedFunc(byKind[kind], byID) {
			slices.SortStableFunc(byKind[kind], byID)
		}
		h.entries = append(h.entries, byKind[kind]...)
	}
}

// Compare orders entries as Entries does.
func (h *Handbook) Compare(a, b Record) int {
	kindA, kindB := a.Head().Kind, b.Head().Kind
	if kindA != kindB {
		return cmp.Compare(slices.Index(Kinds, kindA), slices.Index(Kinds, kindB))
	}
	return CompareIDs(a.Head().ID.Value, b.Head().ID.Value)
}

// Entries returns every entry, by kind and then ID.
func (h *Handbook) Entries() []Record { return h.entries }

// Of returns the entries of a kind, by ID.
func (h *Handbook) Of(kind *Kind) []Record {
	var found []Record
	for _, r := range h.entries {
		if r.Head().Kind == kind {
			found = append(found, r)
		}
	}
	return found
}

// All returns the entries whose records are *T, by ID.
func All[T any](h *Handbook) []*T {
	var found []*T
	for _, r := range h.entries {
		if typed, ok := r.(any).(*T); ok {
			found = append(found, typed)
		}
	}
	return found
}

// Find returns the entry of that ID.
func (h *Handbook) Find(id string) (Record, bool) {
	r, ok := h.byID[id]
	return r, ok
}

// MayKnow reports whether an ID or a file that the handbook does not know may
// still be that of an entry which the author wrote and which could not be read.
func (h *Handbook) MayKnow(name string) bool {
	namespace := NamespaceOf(name)
	return h.Incomplete || h.Rejected[name] || namespace != "" && h.Rejected[namespace]
}

// FindFile returns the Markdown entry that a relative link in the file from
// means.
func (h *Handbook) FindFile(from, target string) (Record, bool) {
	r, ok := h.byFile[path.Join(path.Dir(from), target)]
	return r, ok
}

// Embedded returns the file that a relative link in the file from means.
func (h *Handbook) Embedded(from, target string) (File, bool) {
	file, ok := h.Files[path.Join(path.Dir(from), target)]
	return file, ok
}

// CompareIDs orders IDs as people count: A.5.2 before A.5.10.
func CompareIDs(a, b string) int {
	for a != "" && b != "" {
		var partA, partB string
		partA, a = nextPart(a)
		partB, b = nextPart(b)
		numberA, numberB := strings.TrimLeft(partA, "0"), strings.TrimLeft(partB, "0")
		bothDigits := isDigit(partA[0]) && isDigit(partB[0])
		switch {
		case bothDigits && numberA != numberB:
			return cmp.Or(cmp.Compare(len(numberA), len(numberB)), cmp.Compare(numberA, numberB))
		case !bothDigits && partA != partB:
			return cmp.Compare(partA, partB)
		}
	}
	return cmp.Compare(len(a), len(b))
}

// nextPart splits off the longest start of id that is all digits or has none.
func nextPart(id string) (part, rest string) {
	digits := isDigit(id[0])
	for i := range len(id) {
		if isDigit(id[i]) != digits {
			return id[:i], id[i:]
		}
	}
	return id, ""
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
