// Package preview serves one edition to its author: it watches the content,
// makes the site anew after each change, reloads the browser, and lays what is
// wrong over the page. While the content is broken, the last good state stays.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/publish"
)

// Site is one state of the previewed edition.
type Site struct {
	Files []publish.File
	Found finding.List
}

// Options says what to preview.
type Options struct {
	Address string               // host and port to listen on
	Make    func() (Site, error) // makes the site from the content as it is now
	Folders []string             // what to watch: the content, and themes
	Log     func(string)         // is told a line about each event
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
	p := &preview{options: o, listeners: map[chan struct{}]bool{}}
	p.make()
	go func() {
		for range changes {
			p.make()
		}
	}()
	server := &http.Server{
		Handler:           p.handler(listener.Addr().String()),
		ReadHeaderTimeout: 5 * time.Second,
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

	mutex     sync.Mutex
	files     map[string]publish.File // of the last good state
	found     finding.List            // of the newest state
	failure   string                  // why the newest state could not be made
	listeners map[chan struct{}]bool  // open pages
}

// make makes the site from the content as it is now and tells every open page.
func (p *preview) make() {
	began := time.Now()
	site, err := p.options.Make()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.found, p.failure = site.Found, ""
	switch {
	case err != nil:
		p.failure = err.Error()
		p.options.Log(p.failure)
	case site.Found.HasErrors():
		p.options.Log(site.Found.Summary() + ": the last good state stays")
	default:
		p.files = make(map[string]publish.File, len(site.Files))
		for _, file := range site.Files {
			p.files[file.Path] = file
		}
		p.options.Log(fmt.Sprintf("made in %d ms: %s", time.Since(began).Milliseconds(), site.Found.Summary()))
	}
	for listener := range p.listeners {
		select {
		case listener <- struct{}{}:
		default: // it has not yet acted on the change before
		}
	}
}

// file returns a file of the last good state.
func (p *preview) file(path string) (publish.File, bool) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	file, ok := p.files[path]
	return file, ok
}

func (p *preview) listen() (events chan struct{}, stop func()) {
	events = make(chan struct{}, 1)
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.listeners[events] = true
	return events, func() {
		p.mutex.Lock()
		defer p.mutex.Unlock()
		delete(p.listeners, events)
	}
}
