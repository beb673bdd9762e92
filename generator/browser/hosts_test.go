//go:build browser

package browser

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/content"
)

// serving is the sample on the web: the trust edition at its own address, with the
// headers of netlify.toml, and all editions in folders of another host.
type serving struct {
	public, intranet *httptest.Server
	publicURL        *url.URL // the base-url of the sample
}

func serve(dist string) (serving, error) {
	var site struct {
		BaseURL string `toml:"base-url"`
	}
	if _, err := toml.DecodeFS(content.Sample, "annex.toml", &site); err != nil {
		return serving{}, err
	}
	publicURL, err := url.Parse(site.BaseURL)
	if err != nil {
		return serving{}, err
	}
	headers, err := netlifyHeaders()
	if err != nil {
		return serving{}, err
	}
	return serving{
		public:    httptest.NewTLSServer(withHeaders(headers, host(filepath.Join(dist, "trust")))),
		intranet:  httptest.NewServer(host(dist)),
		publicURL: publicURL,
	}, nil
}

func (s serving) close() {
	s.public.Close()
	s.intranet.Close()
}

// resolverRules tells Chromium where the public host is, and that there is no
// other.
func (s serving) resolverRules() string {
	return fmt.Sprintf("MAP %s %s, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", s.publicURL.Host, s.public.Listener.Addr())
}

// host serves a folder as web hosts do: with 404.html in place of what is not
// there.
func host(folder string) http.Handler {
	files := os.DirFS(folder)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		if info, err := fs.Stat(files, name); err == nil && !info.IsDir() {
			// ServeFileFS would redirect from index.html to its folder.
			file, err := files.Open(name)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			defer file.Close()
			http.ServeContent(w, r, name, info.ModTime(), file.(*os.File))
			return
		}
		missing, err := fs.ReadFile(files, "404.html")
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(missing)
	})
}

// headerRule is headers that netlify.toml gives to some addresses.
type headerRule struct {
	For    string // "/files/*", or an address in full
	Values map[string]string
}

func (r headerRule) matches(address string) bool {
	folder, isFolder := strings.CutSuffix(r.For, "*")
	return address == r.For || isFolder && strings.HasPrefix(address, folder)
}

func withHeaders(rules []headerRule, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range rules {
			if rule.matches(r.URL.Path) {
				for name, value := range rule.Values {
					w.Header().Set(name, value)
				}
			}
		}
		next.ServeHTTP(w, r)
	})
}

// netlifyHeaders returns the headers of netlify.toml.
func netlifyHeaders() ([]headerRule, error) {
	var netlify struct{ Headers []headerRule }
	if _, err := toml.DecodeFile("../../netlify.toml", &netlify); err != nil {
		return nil, err
	}
	for _, rule := range netlify.Headers {
		if rule.For == "/*" && rule.Values["Content-Security-Policy"] != "" {
			return netlify.Headers, nil
		}
	}
	return nil, fmt.Errorf("netlify.toml gives no Content-Security-Policy to every page")
}
