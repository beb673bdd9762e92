//go:build browser

package browser

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

// The headers that a host sends allow just what the pages need: a page that broke
// them, asked for something elsewhere or set a cookie would say so.
func TestTheWholeTrustCentreKeepsToItsHeaders(t *testing.T) {
	t.Parallel()
	b := open(t)
	from := sites("trust")[1]
	for _, p := range allPages(t, "trust") {
		if p.isMissing() {
			continue // it is shown at addresses that do not exist, which is a test of its own
		}
		b.visit(from, p.path)
		b.expectNoTrouble(p.String())
		kept, err := chromedp.Call(b.ctx, network.GetCookies, network.GetCookiesParams{})
		if err != nil || len(kept.Cookies) > 0 {
			t.Errorf("%s sets cookies: %v, %v", p, kept, err)
		}
	}
}

func TestHostSendsTheHeadersOfNetlify(t *testing.T) {
	t.Parallel()
	client := hosts.public.Client()
	for address, want := range map[string]map[string]string{
		"index.html":                {"Content-Security-Policy": "frame-ancestors 'none'", "X-Content-Type-Options": "nosniff", "Strict-Transport-Security": "max-age="},
		"updates.atom":              {"Content-Type": "application/atom+xml"},
		"subprocessors.atom":        {"Content-Type": "application/atom+xml"},
		".well-known/security.txt":  {"Content-Type": "text/plain; charset=utf-8"},
		"trust.json":                {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"},
		"files/" + firstDownload(t): {"Cache-Control": "immutable"},
	} {
		response, err := client.Get(hosts.public.URL + "/" + address)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", address, response.Status)
		}
		for name, value := range want {
			if got := response.Header.Get(name); !strings.Contains(got, value) {
				t.Errorf("%s: %s is %q, want %q in it", address, name, got, value)
			}
		}
	}
}

// firstDownload returns the name of a file that the trust edition offers.
func firstDownload(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dist, "trust", "files", "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal("the trust edition of the sample offers no PDF")
	}
	return filepath.Base(files[0])
}

// A page that was built while a certificate was valid says no more that it is,
// once its last day has passed.
func TestClaimIsTakenBackWhenTheCertificateHasEnded(t *testing.T) {
	t.Parallel()
	for day, valid := range map[string]bool{"2027-11-17": true, "2027-11-18": false} {
		for _, path := range []string{"index.html", "certificates/CRT-01.html", "complete.html"} {
			b := open(t)
			command(b, cdp.AddScriptToEvaluateOnNewDocument, cdp.AddScriptToEvaluateOnNewDocumentParams{Source: `Date = class extends Date {
				constructor(...given) { super(...(given.length ? given : ["` + day + `T12:00:00Z"])); }
			}`})
			b.visit(sites("trust")[1], path)
			said := ask[string](b, `document.querySelector(".certificate").innerText`)
			if strings.Contains(said, "certified") != valid || strings.Contains(said, "Valid until") != valid {
				t.Errorf("%s: on %s the page says: %s", path, day, said)
			}
			if strings.Contains(said, "Ended on 17 Nov 2027") == valid {
				t.Errorf("%s: on %s the page does not say how things stand: %s", path, day, said)
			}
		}
	}
}

// Somebody without JavaScript asks for documents by a form, under the headers that
// forbid nearly everything.
func TestRequestIsSentByAFormWithoutAScript(t *testing.T) {
	t.Parallel()
	sent := make(chan url.Values, 1)
	folder := buildWithForm(t)
	pages := host(folder)
	headers, err := netlifyHeaders()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(withHeaders(headers, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			if err := r.ParseForm(); err == nil {
				sent <- r.PostForm
			}
		}
		pages.ServeHTTP(w, r)
	})))
	t.Cleanup(server.Close)

	b := open(t)
	b.withoutScripts()
	b.visit(site{"http", server.URL + "/"}, "documents.html")
	b.do(click(`input[name="documents"][value^="HND-02"]`))
	for name, words := range map[string]string{"name": "A reviewer", "company": "Shipper", "email": "reviewer@shipper.example"} {
		b.do(focus(`input[name="` + name + `"]`))
		b.press(words)
	}
	b.do(click(`form button`))
	b.until(`document.querySelector("h1")?.textContent === "Your request has been sent"`)
	form := <-sent
	for name, want := range map[string]string{
		"form-name": "documents", "documents": "HND-02 Penetration test, management summary", "email": "reviewer@shipper.example", "nickname": "",
	} {
		if got := form.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// buildWithForm builds the trust edition of the sample, with a form for requests.
func buildWithForm(t *testing.T) string {
	t.Helper()
	source := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(source, content.Sample); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(source, "annex.toml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	withForm := strings.Replace(string(text), "[trust]\n", "[trust]\nform = \"netlify\"\n", 1)
	if err := os.WriteFile(config, []byte(withForm), 0o644); err != nil {
		t.Fatal(err)
	}
	options := sample()
	options.Content, options.Editions = os.DirFS(source), []audience.Edition{audience.TrustEdition}
	out := t.TempDir()
	if _, found, err := generator.Build(options, out); err != nil || found.HasErrors() {
		t.Fatalf("building the sample with a form: %s, %v", found.Summary(), err)
	}
	return filepath.Join(out, "trust")
}

// The form looks right and can be reached on a phone, too.
func TestRequestFormFitsAPhone(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(host(buildWithForm(t)))
	t.Cleanup(server.Close)
	b := open(t)
	b.phone()
	b.visit(site{"http", server.URL + "/"}, "documents.html")
	b.expectNoSidewaysScrolling(phoneWidth, "the form")
	ask[any](b, findSmallTargets+`, null`)
	b.expectNoSmallTargets("the form", "form")
	b.do(chromedp.Focus(chromedp.CSS(`form button`), chromedp.NodeVisible))
}
