package record

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
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

	Names      []string        // of all files of the content; none where this is a part
	Incomplete bool            // some file could not be read, so that entries may be missing
	Faulty     bool            // something could not be read, so that parts of entries may be missing
	Rejected   map[string]bool // IDs and files of entries that were written but could not be kept

	given     []Record // the entries as they were given
	order     []int    // where each of these stands among the sorted ones
	entries   []Record // sorted
	byKind    map[*Kind][]Record
	byID      map[string]int // where the entry of that ID stands
	byFile    map[string]int // the same of Markdown entries, by the name of their file
	links     func() links   // found when first asked for
	connected atomic.Bool    // they have been found
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
// with each other. Of two entries with the same ID it finds the first. Where the
// entries are those of the handbook before, if there is one, but for a few that now
// say something else, it takes over what stays the same.
func New(before *Handbook, config *Config, today Today, entries []Record, files map[string]File) *Handbook {
	h := &Handbook{Config: config, Today: today, Files: files, given: slices.Clone(entries)}
	parallel.Each(len(entries), func(i int) {
		if head := entries[i].Head(); head.ties == nil {
			head.ties = tiesOf(entries[i])
		}
	})
	changed, same := h.changedSince(before)
	if same {
		h.order, h.byID, h.byFile = before.order, before.byID, before.byFile
		h.entries = slices.Clone(before.entries)
		for _, i := range changed {
			h.entries[h.order[i]] = h.given[i]
		}
	} else {
		h.sort()
		h.find()
	}
	h.links = sync.OnceValue(func() links {
		defer h.connected.Store(true)
		return h.connect()
	})
	if same && before.connected.Load() {
		h.links = sync.OnceValue(func() links {
			defer h.connected.Store(true)
			return before.links().with(h, before, changed)
		})
	}
	h.byKind = map[*Kind][]Record{}
	for from, r := range h.entries {
		if kind := r.Head().Kind; h.byKind[kind] == nil {
			end := from + 1
			for end < len(h.entries) && h.entries[end].Head().Kind == kind {
				end++
			}
			h.byKind[kind] = h.entries[from:end:end]
		}
	}
	return h
}

// changedSince returns which of the given entries are others than before, and
// whether all else is the same: what they are called and where they are written.
func (h *Handbook) changedSince(before *Handbook) (changed []int, same bool) {
	if before == nil || len(before.given) != len(h.given) {
		return nil, false
	}
	for i, r := range h.given {
		was := before.given[i]
		if was == r {
			continue
		}
		if a, b := r.Head(), was.Head(); a.Kind != b.Kind || a.ID.Value != b.ID.Value || fileOf(a) != fileOf(b) {
			return nil, false
		}
		changed = append(changed, i)
	}
	return changed, true
}

// fileOf returns the name of the file of a Markdown entry.
func fileOf(head *Entry) string {
	if head.Kind.Markdown && head.At.Known() {
		return head.At.File.Name
	}
	return ""
}

// sort puts the entries in order, by kind and then ID. Authors mostly write them
// so, which takes little time to see.
func (h *Handbook) sort() {
	byKind := make(map[*Kind][]int, len(Kinds))
	for i, r := range h.given {
		kind := r.Head().Kind
		byKind[kind] = append(byKind[kind], i)
	}
	byID := func(a, b int) int { return CompareIDs(h.given[a].Head().ID.Value, h.given[b].Head().ID.Value) }
	h.order = make([]int, len(h.given))
	for _, kind := range Kinds {
		if !slices.IsSortedFunc(byKind[kind], byID) {
			slices.SortStableFunc(byKind[kind], byID)
		}
		for _, i := range byKind[kind] {
			h.order[i] = len(h.entries)
			h.entries = append(h.entries, h.given[i])
		}
	}
}

// find notes where entries stand.
func (h *Handbook) find() {
	h.byID, h.byFile = make(map[string]int, len(h.given)), map[string]int{}
	for i, r := range h.given {
		head := r.Head()
		if _, taken := h.byID[head.ID.Value]; !taken {
			h.byID[head.ID.Value] = h.order[i]
		}
		if name := fileOf(head); name != "" {
			h.byFile[name] = h.order[i]
		}
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
func (h *Handbook) Of(kind *Kind) []Record { return h.byKind[kind] }

// All returns the entries whose records are *T, by ID.
func All[T any](h *Handbook) []*T {
	var found []*T
	for _, r := range h.byKind[kindOf[T]()] {
		if typed, ok := r.(any).(*T); ok {
			found = append(found, typed)
		}
	}
	return found
}

// Find returns the entry of that ID.
func (h *Handbook) Find(id string) (Record, bool) {
	if at, ok := h.byID[id]; ok {
		return h.entries[at], true
	}
	return nil, false
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
	if at, ok := h.byFile[path.Join(path.Dir(from), target)]; ok {
		return h.entries[at], true
	}
	return nil, false
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
