// Package gate takes the last look at an edition before it is published. It
// trusts nothing that came before: it is told anew which texts the edition may
// hold and which it must not, reads every finished file, and refuses those in
// which a run of words stands that only the latter have.
//
// Words are compared as readers see them, whatever markup, escapes or
// compression a file has. What an author wrote both for the readers of the
// edition and for others is no leak.
package gate

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/source"
	"github.com/annex-isms/annex/generator/unpack"
)

// How many words in a row are a leak, and how many are worth a note.
const (
	Leak = 8
	Echo = 5
)

// The codes of the findings.
const (
	LeakCode = "leak"
	EchoCode = "echo"
)

// Text is something that somebody wrote.
type Text struct {
	Words    string
	Markdown bool
	File     string // where the words are those of a whole file, its name
	// Place returns where the bytes of Words from start up to end were written.
	Place func(start, end int) source.Span
}

// Gate watches over one edition.
type Gate struct {
	edition   string
	forbidden func() []Text
	allowed   iter.Seq[Text]
	known     func() filter       // of the runs of forbidden texts
	found     func() finding.List // once all files have been read

	mutex    sync.Mutex
	suspects map[run]string // runs that files hold and that may be forbidden, with the first of the files
}

// New returns the gate of the edition. It goes through the forbidden texts when
// the first file comes, and through the others only if it has to.
func New(edition string, forbidden, allowed iter.Seq[Text]) *Gate {
	g := &Gate{edition: edition, allowed: allowed, suspects: map[run]string{}}
	g.forbidden = sync.OnceValue(func() []Text { return slices.Collect(forbidden) })
	g.known = sync.OnceValue(g.learn)
	g.found = sync.OnceValue(g.judge)
	return g
}

// learn remembers the runs of the forbidden texts.
func (g *Gate) learn() filter {
	texts := g.forbidden()
	size := 0
	for _, text := range texts {
		size += len(text.Words)
	}
	known := newFilter(size)
	inParallel(texts, func(text Text) {
		text.read(reader{visit: func(w window) { known.add(w.echo.hash) }})
	})
	return known
}

// inParallel calls do for each of the texts, several at a time.
func inParallel(texts []Text, do func(Text)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
				do(texts[i])
			}
		})
	}
	workers.Wait()
}

// suspected are lists of runs that files are read with, one after the other.
var suspected = sync.Pool{New: func() any { return new([]run) }}

// Read reads a finished file. It may be called by several goroutines.
func (g *Gate) Read(path string, data []byte) {
	if len(g.forbidden()) == 0 {
		return
	}
	known := g.known()
	kept := suspected.Get().(*[]run)
	suspects := (*kept)[:0]
	for _, part := range unpack.Parts(data) {
		// A longer run can only be known if the end of it is.
		r := reader{only: known, visit: func(w window) { suspects = append(suspects, w.echo, w.leak) }}
		r.file(path, unsafe.String(unsafe.SliceData(part), len(part))) // no copy: finished files do not change
	}
	g.suspect(suspects, path)
	*kept = suspects
	suspected.Put(kept)
}

func (g *Gate) suspect(runs []run, path string) {
	if len(runs) == 0 {
		return
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	for _, r := range runs {
		if first, known := g.suspects[r]; !known || path < first {
			g.suspects[r] = path
		}
	}
}

// Findings returns, once all files have been read, what in them must not be
// there: an error for each forbidden text that shows in a run of eight words or
// more, a note for each that shows in a shorter one.
func (g *Gate) Findings() finding.List { return g.found() }

// Open reports whether the edition may be published, and if not, why.
func (g *Gate) Open() error {
	if found := g.Findings(); found.HasErrors() {
		return &Refusal{found}
	}
	return nil
}

// Refusal is why an edition cannot be published.
type Refusal struct{ Found finding.List }

// Error says it without a word of the content.
func (r *Refusal) Error() string {
	return "the edition holds words that it must not hold: " + r.Found.Summary()
}

// judge decides which of the suspects are forbidden.
func (g *Gate) judge() finding.List {
	delete(g.suspects, run{}) // of the first words of a text, which are no long run yet
	if len(g.suspects) == 0 {
		return nil
	}
	ends := g.endsOfSuspects()
	g.clear(ends)
	if len(g.suspects) == 0 {
		return nil
	}
	var found finding.List
	for _, text := range g.forbidden() {
		var leaked stretches
		text.read(reader{only: ends, visit: func(w window) {
			if file, shown := g.suspects[w.leak]; shown {
				leaked.add(stretch{w.leakStart, w.end, Leak, file})
			}
			if file, shown := g.suspects[w.echo]; shown {
				leaked.add(stretch{w.echoStart, w.end, Echo, file})
			}
		}})
		for _, s := range leaked.longest() {
			found = append(found, g.finding(text, s))
		}
	}
	found.Sort()
	return slices.CompactFunc(found, func(a, b finding.Finding) bool {
		return a.At == b.At && a.Code == b.Code && a.Message == b.Message
	})
}

// clear removes from the suspects, whose ends are given, what stands in texts that
// are allowed. Runs may begin there in one paragraph and end in the next: where a
// file puts paragraphs on one line, it holds such.
func (g *Gate) clear(ends filter) {
	var cleared []run
	inParallel(slices.Collect(g.allowed), func(text Text) {
		var own []run
		text.read(reader{only: ends, across: true, visit: func(w window) {
			for _, r := range [...]run{w.echo, w.leak} {
				if _, suspect := g.suspects[r]; suspect {
					own = append(own, r)
				}
			}
		}})
		g.mutex.Lock()
		defer g.mutex.Unlock()
		cleared = append(cleared, own...)
	})
	for _, r := range cleared {
		delete(g.suspects, r)
	}
}

// endsOfSuspects returns a filter of the shorter runs among the suspects, with
// which the longer ones end.
func (g *Gate) endsOfSuspects() filter {
	const bytesPerRun = 8 // as if each were a word of so many
	ends := newFilter(bytesPerRun * len(g.suspects))
	for r := range g.suspects {
		if r.words == Echo {
			ends.add(r.hash)
		}
	}
	return ends
}

func (g *Gate) finding(text Text, s stretch) finding.Finding {
	f := finding.Finding{
		Level: finding.Error, Code: LeakCode, At: text.Place(s.start, s.end),
		Message: fmt.Sprintf("the %s edition must not hold these words, but %s does: “%s”", g.edition, s.file, excerpt(text.Words[s.start:s.end])),
		Hint:    "where its readers may know them, write them into a text for them; else Annex or the theme is at fault, and its makers should be told",
	}
	if s.words < Leak {
		f.Level, f.Code = finding.Note, EchoCode
		f.Message = fmt.Sprintf("these words of a text that the %s edition must not hold stand in its %s: “%s”", g.edition, s.file, excerpt(text.Words[s.start:s.end]))
		f.Hint = "so few words in a row may be chance; look whether they say what they should not"
	}
	return f
}

// excerpt returns the first of the words.
func excerpt(words string) string {
	const most = 12
	fields := strings.Fields(words)
	if len(fields) > most {
		return strings.Join(fields[:most], " ") + " …"
	}
	return strings.Join(fields, " ")
}

// stretch is a part of a forbidden text that a file shows.
type stretch struct {
	start, end int
	words      int // as many as one of its runs has
	file       string
}

type stretches []stretch

// add takes in one more run: one that goes on where the last of its length is
// not over makes that longer.
func (all *stretches) add(s stretch) {
	for i := len(*all) - 1; i >= 0; i-- {
		if last := &(*all)[i]; last.words == s.words {
			if s.start < last.end {
				last.end, last.file = s.end, min(last.file, s.file)
				return
			}
			break
		}
	}
	*all = append(*all, s)
}

// longest returns the stretches but for short ones within or beside a leak.
func (all stretches) longest() []stretch {
	return slices.DeleteFunc(slices.Clone(all), func(s stretch) bool {
		return s.words < Leak && slices.ContainsFunc(all, func(l stretch) bool {
			return l.words == Leak && s.start < l.end && l.start < s.end
		})
	})
}
