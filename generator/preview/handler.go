package preview

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/finding"
)

//go:embed assets
var assets embed.FS

// own is the path below which the preview's own files lie, apart from the site.
const own = "/_annex/"

// handler answers requests for the site that is served at the address.
func (p *preview) handler(address string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+own+"events", p.events)
	mux.HandleFunc("GET "+own+"findings", p.findings)
	mux.HandleFunc("GET "+own+"editions", p.editions)
	mux.HandleFunc("POST "+own+"edition", p.chooseEdition)
	mux.HandleFunc("GET "+own+"{name}", func(w http.ResponseWriter, r *http.Request) {
		data, err := assets.ReadFile("assets/" + r.PathValue("name"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		answer(w, r.PathValue("name"), data, http.StatusOK)
	})
	mux.HandleFunc("GET /", p.page)
	return onlyFrom(address, http.NewCrossOriginProtection().Handler(mux))
}

// onlyFrom refuses requests that came by another name than the server's own, so
// that a web page elsewhere cannot read the preview through a name of its own
// that it lets point here (DNS rebinding).
func onlyFrom(address string, next http.Handler) http.Handler {
	serverHost, _, _ := net.SplitHostPort(address)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		ip := net.ParseIP(strings.Trim(host, "[]"))
		if host != "localhost" && host != serverHost && ip == nil {
			http.Error(w, "this preview answers to its own address only", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// page answers with a file of the site.
func (p *preview) page(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(time.Minute))
	status, seen := http.StatusOK, p.seen()
	data, found, err := p.content(name)
	if !found {
		status, name = http.StatusNotFound, "404.html"
		if data, found, err = p.content(name); !found {
			answer(w, "index.html", withPreview([]byte(nothingYet), seen), http.StatusServiceUnavailable)
			return
		}
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if path.Ext(name) == ".html" {
		data = withPreview(data, seen)
	}
	answer(w, name, data, status)
}

// nothingYet is shown while there has never been a good state.
const nothingYet = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Annex</title></head><body></body></html>`

func answer(w http.ResponseWriter, name string, data []byte, status int) {
	contentType := mime.TypeByExtension(path.Ext(name))
	if contentType == "" {
		contentType = "application/octet-stream"
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(data)
}

// withPreview adds the preview's script to a page, and lets it listen to events.
// Seen is how many changes the page knows of.
func withPreview(page []byte, seen int) []byte {
	page = bytes.Replace(page, []byte("default-src 'none'"), []byte("default-src 'none'; connect-src 'self'"), 1)
	return bytes.Replace(page, []byte("</head>"),
		[]byte(`<link rel="stylesheet" href="`+own+`preview.css"><script src="`+own+`preview.js" data-seen="`+strconv.Itoa(seen)+`"></script></head>`), 1)
}

// events tells the page of each change.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	controller := http.NewResponseController(w)
	_ = controller.SetReadDeadline(time.Time{}) // the page stays open as long as it likes
	changes, stop := p.listen()
	defer stop()
	fmt.Fprintf(w, "event: hello\ndata: %d\n\n", p.seen())
	for controller.Flush() == nil {
		select {
		case <-r.Context().Done():
			return
		case e := <-changes:
			fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.name, e.data)
		}
	}
}

// editions answers with the editions to choose from.
func (p *preview) editions(w http.ResponseWriter, _ *http.Request) {
	p.mutex.Lock()
	current := p.edition
	p.mutex.Unlock()
	data, err := json.Marshal(struct {
		Editions []string `json:"editions"`
		Current  string   `json:"current"`
	}{p.options.Editions, current})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, "editions.json", data, http.StatusOK)
}

// chooseEdition shows the edition of that name from now on.
func (p *preview) chooseEdition(w http.ResponseWriter, r *http.Request) {
	if !p.choose(r.URL.Query().Get("name")) {
		http.NotFound(w, r)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// shown is a finding as the page shows it.
type shown struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	Place   string `json:"place"`
	Source  string `json:"source"`
}

// findings answers with what forbids publishing the newest state.
func (p *preview) findings(w http.ResponseWriter, _ *http.Request) {
	p.mutex.Lock()
	list := []shown{}
	if p.failure != "" {
		list = append(list, shown{Level: "error", Code: "failure", Message: p.failure})
	}
	for _, f := range p.found.Standing() {
		if f.Level == finding.Error {
			list = append(list, show(f))
		}
	}
	p.mutex.Unlock()
	data, err := json.Marshal(list)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, "findings.json", data, http.StatusOK)
}

func show(f finding.Finding) shown {
	s := shown{Level: f.Level.String(), Code: f.Code, Message: f.Message, Hint: f.Hint}
	if f.At.Known() {
		position := f.At.Position()
		s.Place = fmt.Sprintf("%s:%d:%d", f.At.File.Name, position.Line, position.Column)
		s.Source = f.At.File.Line(position.Line)
	}
	return s
}
