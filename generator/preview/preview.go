// Package preview serves one edition to its author: it watches the content,
// makes the site anew after each change, reloads the browser, and lays what is
// wrong over the page. While the content is broken, the last good state stays.
package preview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/publish"
)

// Site is one state of the previewed edition.
type Site struct {
	Find  func(path string) (publish.File, bool) // the file at a path; nil where the state cannot be shown
	Found finding.List
	// Settle returns the state once it is known for certain, where that takes
	// longer than somebody should wait for a page; else it is nil.
	Settle func() Site
}

// Options says what to preview.
type Options struct {
	Address string   // host and port to listen on
	Folders []string // what to watch: the content, and themes
	// Make makes the site of an edition from the content as it is now. It is told
	// the paths of what may have changed since the last time, nil where anything may
	// have.
	Make     func(edition string, changed []string) (Site, error)
	Editions []string // to choose from in the page, the first one first
	// Page returns which page of the site a changed file makes, empty where it makes
	// none: open pages go there. It is nil where they stay where they are.
	Page func(edition, changed string) string
	Log  func(string) // is told a line about each event
}

// Serve previews until the context ends.
func Serve(ctx context.Context, o Options) error {
	listener, err := net.Listen("tcp", o.Address)
	if err != nil {
		return fmt.Errorf("listening on %s: %w", o.Address, err)
	}
	changes, err := watch(ctx, o.Folders)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	p := &preview{options: o, listeners: map[chan event]bool{}}
	if len(o.Editions) > 0 {
		p.edition = o.Editions[0]
	}
	p.make(nil)
	go func() {
		for changed := range changes {
			p.make(changed)
		}
	}()
	server := &http.Server{
		Handler:           p.handler(listener.Addr().String()),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	go func() {
		<-ctx.Done()
		// A browser keeps its stream of events open, so nothing waits for it.
		_ = server.Close()
	}()
	o.Log("http://" + listener.Addr().String() + "/")
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}

// preview holds the state that is being shown.
type preview struct {
	options Options
	making  sync.Mutex // held while a state is made

	mutex     sync.Mutex
	edition   string
	newest    int                 // counts the states that were made
	turn      int                 // counts what has been shown
	changes   int                 // counts what open pages were told to have changed
	took      time.Duration       // to make the newest state
	shown     Site                // what pages are taken from
	good      Site                // the last state that was good for certain
	found     finding.List        // of the newest state
	failure   string              // why the newest state could not be made
	served    map[string][]byte   // pages taken from a state that is not settled yet
	listeners map[chan event]bool // open pages
}

// event is what open pages are told.
type event struct{ name, data string }

// The events.
var (
	changed  = event{name: "change"}   // pages may be different
	findings = event{name: "findings"} // pages are the same, but what is wrong may not be
)

// make makes the site from the content as it is now and tells every open page.
func (p *preview) make(names []string) {
	p.making.Lock()
	defer p.making.Unlock()
	began := time.Now()
	p.mutex.Lock()
	edition := p.edition
	p.mutex.Unlock()
	site, err := p.options.Make(edition, names)

	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.newest++
	p.took = time.Since(began)
	p.take(site, err)
	told := changed
	told.data = p.pageOf(edition, names)
	p.tell(told)
	if site.Settle != nil {
		go p.settle(p.newest, site)
	}
}

// take makes a state the one that is shown, unless something is wrong with it.
func (p *preview) take(site Site, err error) {
	p.turn++
	p.found, p.failure, p.served = site.Found, "", nil
	switch {
	case err != nil:
		p.failure = err.Error()
		p.options.Log(p.failure)
		p.shown = p.good
	case site.Find == nil || site.Found.HasErrors():
		p.options.Log(site.Found.Summary() + ": the last good state stays")
		p.shown = p.good
	case site.Settle != nil:
		p.shown, p.served = site, map[string][]byte{}
	default:
		p.shown, p.good = site, site
		p.options.Log(fmt.Sprintf("made in %d ms: %s", p.took.Milliseconds(), site.Found.Summary()))
	}
}

// headStart is how long a browser has all processors to itself, so that it gets its
// page sooner.
const headStart = 150 * time.Millisecond

// settle finds out what is certain about a state, and tells open pages if it
// differs from what they have been given.
func (p *preview) settle(number int, draft Site) {
	time.Sleep(headStart)
	p.mutex.Lock()
	isOld := number != p.newest
	p.mutex.Unlock()
	if isOld {
		return
	}
	site := draft.Settle()
	for {
		p.mutex.Lock()
		served := maps.Clone(p.served)
		p.mutex.Unlock()
		told := findings
		if site.Find == nil || differs(site, served) {
			told = changed
		}
		p.mutex.Lock()
		switch {
		case number != p.newest:
			p.mutex.Unlock()
			return
		case len(p.served) == len(served) || told == changed:
			p.take(site, nil)
			p.tell(told)
			p.mutex.Unlock()
			return
		}
		p.mutex.Unlock() // more has been served meanwhile
	}
}

// differs reports whether a page of the site is no longer as it was served.
func differs(site Site, served map[string][]byte) bool {
	for path, before := range served {
		file, found := site.Find(path)
		if !found {
			return true
		}
		if now, err := file.Content(); err != nil || !bytes.Equal(now, before) {
			return true
		}
	}
	return false
}

// pageOf returns which page open pages go to.
func (p *preview) pageOf(edition string, names []string) string {
	if p.options.Page == nil || len(names) != 1 {
		return ""
	}
	return p.options.Page(edition, names[0])
}

// choose shows another edition from now on.
func (p *preview) choose(edition string) bool {
	if !slices.Contains(p.options.Editions, edition) {
		return false
	}
	p.mutex.Lock()
	p.edition, p.good = edition, Site{}
	p.mutex.Unlock()
	p.make([]string{})
	return true
}

// content returns the content of a file of the state that is shown, all of it
// from one state. Nobody is given what a draft says once it is replaced.
func (p *preview) content(path string) (data []byte, found bool, err error) {
	for {
		p.mutex.Lock()
		site, turn := p.shown, p.turn
		p.mutex.Unlock()
		if site.Find == nil {
			return nil, false, nil
		}
		file, found := site.Find(path)
		if found {
			data, err = file.Content()
		}
		p.mutex.Lock()
		isShown := turn == p.turn
		if isShown && p.served != nil && found && err == nil {
			p.served[path] = data
		}
		p.mutex.Unlock()
		if isShown || site.Settle == nil {
			return data, found, err
		}
	}
}

// seen returns how many changes a page knows of that is asked for now.
func (p *preview) seen() int {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.changes
}

func (p *preview) tell(e event) {
	if e.name == changed.name {
		p.changes++
	}
	for listener := range p.listeners {
		select {
		case listener <- e:
		default: // it has not yet acted on the change before
		}
	}
}

func (p *preview) listen() (events chan event, stop func()) {
	events = make(chan event, 1)
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.listeners[events] = true
	return events, func() {
		p.mutex.Lock()
		defer p.mutex.Unlock()
		delete(p.listeners, events)
	}
}
