//go:build browser

package browser

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/annex-isms/annex/search"
	"github.com/annex-isms/annex/search/corpus"
)

// TestTypingOnALargeIndex types on the search page of a site with 10,000 entries,
// from disk, and says whether the page was ever busy for longer than 50 ms. It
// fails only where nothing is found: how fast a machine is, is no fault.
func TestTypingOnALargeIndex(t *testing.T) {
	root := largeSite(t)
	b := open(t)
	b.visit(site{"file", root}, "search/index.html")
	b.until(`document.querySelector(".links-row") !== null`)
	ask[any](b, `(() => {
		busy = [];
		new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
		field = document.querySelector(".search-page input");
	})(), null`)
	for _, query := range []string{"access review", "supplier risk", `"backup restore"`, "encrption", "kind:risk laptop", "the quarter of the incident", "re"} {
		b.do(focus(`.search-page input`))
		ask[any](b, `field.select(), null`)
		for _, letter := range query {
			b.press(string(letter))
		}
		b.until(`new URLSearchParams(location.search).get("q") === ` + quoted(query) + ` && document.querySelectorAll(".hits li").length > 0`)
		b.until(`document.querySelector(".hits .snip mark") !== null`)
	}
	busy := ask[[]float64](b, `busy`)
	longest := 0.0
	for _, milliseconds := range busy {
		longest = max(longest, milliseconds)
	}
	t.Logf("while somebody typed, the page was busy for longer than 50 ms %d times, at most %.0f ms", len(busy), longest)
}

func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err) // never, for a string
	}
	return string(data)
}

// largeSite returns the root of the search page of the sample with the index of a
// large site in place of its own.
func largeSite(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	text, err := os.ReadFile(filepath.Join(dist, "staff", "search", "start.js"))
	if err != nil {
		t.Fatal(err)
	}
	// A call with a name, a mark and the data.
	_, data, _ := bytes.Cut(bytes.TrimSuffix(text, []byte(");\n")), []byte(",{"))
	var start struct{ Words map[string]string }
	if err := json.Unmarshal(append([]byte("{"), data...), &start); err != nil || len(start.Words) == 0 {
		t.Fatalf("the index of the sample has no words of the interface: %v", err)
	}
	for _, used := range []string{"static", "files"} { // among the latter is the logo
		if err := os.CopyFS(filepath.Join(folder, used), os.DirFS(filepath.Join(dist, "staff", used))); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(filepath.Join(dist, "staff", "search", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(path string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(path)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "search"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("search/index.html", page)
	for _, file := range search.New(corpus.New(1, 30_000).Documents(10_000), search.Options{Language: "en", Words: start.Words}).Files() {
		write(file.Path, file.Content())
	}
	root := url.URL{Scheme: "file", Path: filepath.ToSlash(folder) + "/"}
	return root.String()
}
