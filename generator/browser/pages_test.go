//go:build browser

package browser

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// page is a page of the built sample.
type page struct{ edition, path string }

func (p page) String() string { return p.edition + "/" + p.path }

// isMissing reports whether this is the page for addresses that do not exist.
func (p page) isMissing() bool { return p.path == "404.html" }

// site is an edition at the place where a reader opens it.
type site struct{ name, root string }

// sites returns where the edition is read: from disk, and from a host.
func sites(edition string) []site {
	if edition == "trust" {
		return []site{onDisk(edition), {"https", hosts.publicURL.String()}}
	}
	return []site{onDisk(edition), {"http", hosts.intranet.URL + "/" + edition + "/"}}
}

func onDisk(edition string) site {
	root := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dist, edition)) + "/"}
	return site{"file", root.String()}
}

var editions = []string{"trust", "staff", "auditor"}

// special are the folders of the kinds whose pages differ from those of any
// other register.
var special = []string{"documents", "risks", "controls", "clauses", "assets", "roles", "activities", "frameworks", "items"}

// group returns what the pages of a folder have in common. The public has a page
// of its own making for each kind.
func group(edition, folder string) string {
	folder, _, _ = strings.Cut(folder, "/") // items lie in a folder of their framework
	if edition == "trust" || slices.Contains(special, folder) {
		return folder
	}
	return "registers"
}

// pageTypes returns a page of each type of the edition: those at its root, the
// largest list and entry of each group of kinds, one with a figure, one that is shown on
// site only, and the page for what is missing.
func pageTypes(t *testing.T, edition string) []page {
	t.Helper()
	sizes := map[string]int{}
	largest := map[string]string{}
	for _, p := range allPages(t, edition) {
		content := read(t, p)
		sizes[p.path] = len(content)
		kinds := []string{"entry of " + group(edition, path.Dir(p.path))}
		switch {
		case p.path == "index.html" || p.isMissing():
			kinds = []string{p.path}
		case path.Dir(p.path) == "." && edition != "staff":
			kinds = []string{p.path} // each is made by itself
		case path.Dir(p.path) == ".":
			kinds = []string{"answer"}
		case path.Base(p.path) == "index.html":
			kinds = []string{"list of " + group(edition, path.Dir(p.path))}
		case bytes.Contains(content, []byte("<figure")):
			kinds = append(kinds, "figure")
		case bytes.Contains(content, []byte("not part of any edition")):
			kinds = []string{"withheld"}
		}
		for _, kind := range kinds {
			if at, ok := largest[kind]; !ok || sizes[at] < len(content) {
				largest[kind] = p.path
			}
		}
	}
	for _, kind := range map[string][]string{
		"trust":   {"index.html", "404.html", "complete.html", "entry of documents", "entry of controls", "entry of questions", "entry of suppliers"},
		"staff":   {"index.html", "404.html", "list of risks", "entry of risks", "entry of frameworks", "entry of items", "entry of registers", "figure"},
		"auditor": {"index.html", "404.html", "list of risks", "entry of risks", "figure", "withheld", "workbook.html"},
	}[edition] {
		if largest[kind] == "" {
			t.Fatalf("the %s edition of the sample has no page of the type “%s”", edition, kind)
		}
	}
	var pages []page
	for _, at := range largest {
		pages = append(pages, page{edition, at})
	}
	slices.SortFunc(pages, func(a, b page) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(pages)
}

// everyPageType returns the page types of all editions.
func everyPageType(t *testing.T) []page {
	t.Helper()
	var pages []page
	for _, edition := range editions {
		pages = append(pages, pageTypes(t, edition)...)
	}
	return pages
}

// allPages returns every page of the edition.
func allPages(t *testing.T, edition string) []page {
	t.Helper()
	var pages []page
	root := os.DirFS(filepath.Join(dist, edition))
	err := fs.WalkDir(root, ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" {
			pages = append(pages, page{edition, name})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func read(t *testing.T, p page) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dist, p.edition, filepath.FromSlash(p.path)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
