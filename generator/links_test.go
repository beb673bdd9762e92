package generator_test

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/publish"
)

// Every link, anchor and file that a page loads must be there when the site is
// opened from disk, under any folder.
func TestEveryLinkOfTheSampleResolvesFromDisk(t *testing.T) {
	for name, files := range made(t, sample()) {
		pages := map[string]page{}
		for at, data := range files {
			if strings.HasSuffix(at, ".html") {
				pages[at] = parsePage(t, data)
			}
		}
		links := 0
		for at, p := range pages {
			if path.Base(at) == "404.html" {
				continue // shown in place of any address, so nothing in it can be relative
			}
			for _, link := range p.links {
				links++
				if fault := linkFault(at, link, files, pages); fault != "" {
					t.Errorf("%s/%s: %s: %s", name, at, link, fault)
				}
			}
			for id, count := range p.ids {
				if count > 1 {
					t.Errorf("%s/%s: the id %q stands %d times", name, at, id, count)
				}
			}
		}
		if links < len(pages) {
			t.Errorf("%s: only %d links on %d pages: the test does not see them", name, links, len(pages))
		}
	}
}

// page is what a page leads to and where one can arrive.
type page struct {
	links []string
	ids   map[string]int
}

func parsePage(t *testing.T, data []byte) page {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	p := page{ids: map[string]int{}}
	for node := range root.Descendants() {
		for _, attribute := range node.Attr {
			switch attribute.Key {
			case "href", "src":
				p.links = append(p.links, attribute.Val)
			case "id":
				p.ids[attribute.Val]++
			}
		}
	}
	return p
}

func linkFault(at, link string, files map[string][]byte, pages map[string]page) string {
	to, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case to.Scheme == "https" || to.Scheme == "http" || to.Scheme == "mailto" || to.Scheme == "tel":
		return ""
	case to.Scheme != "" || to.Host != "":
		return "leads to another kind of address"
	case strings.HasPrefix(to.Path, "/"):
		return "counts from the root of a host"
	case strings.HasSuffix(to.Path, "/"):
		return "leads to a folder"
	}
	target := at
	if to.Path != "" {
		target = path.Join(path.Dir(at), to.Path)
	}
	if _, there := files[target]; !there {
		return "no such file"
	}
	if to.Fragment != "" && pages[target].ids[to.Fragment] == 0 {
		return "no such place on " + target
	}
	return ""
}

// filesIn returns all files of a site.
func filesIn(t testing.TB, site generator.Site) []publish.File {
	t.Helper()
	files, err := site.All()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// made returns the files of each edition by name and path.
func made(t *testing.T, o generator.Options) map[string]map[string][]byte {
	t.Helper()
	sites, found, err := generator.Make(o)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	all := map[string]map[string][]byte{}
	for _, site := range sites {
		files := map[string][]byte{}
		for _, file := range filesIn(t, site) {
			data, err := file.Content()
			if err != nil {
				t.Fatal(err)
			}
			if _, twice := files[file.Path]; twice {
				t.Errorf("%s has %s twice", site.Name, file.Path)
			}
			files[file.Path] = data
		}
		all[site.Name] = files
	}
	return all
}
