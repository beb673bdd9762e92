package generator_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/largesite"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
)

// little is so little room that the lists of a small site are split.
var little = render.Room{Rows: 3, Part: 2, Cell: 1}

// smallSite makes the site of one edition, with so much room.
func smallSite(t *testing.T, edition audience.Edition, room render.Room) map[string][]byte {
	t.Helper()
	day, _ := time.Parse(time.DateOnly, largesite.Day)
	return made(t, generator.Options{
		Content: largesite.New(40).FS(), Clock: handbook.Clock{Asked: day}, Editions: []audience.Edition{edition}, Room: room,
	})[edition.String()]
}

// family returns the paths of a page and of what had no room on it.
func family(files map[string][]byte, at string) []string {
	var paths []string
	for other := range files {
		if strings.HasSuffix(other, ".html") && slices.Contains(render.Owners(other), at) {
			paths = append(paths, other)
		}
	}
	return paths
}

// linksOf returns where a page leads, as paths of the site.
func linksOf(t *testing.T, at string, data []byte) map[string]bool {
	t.Helper()
	to := map[string]bool{}
	for _, link := range parsePage(t, data).links {
		if address, err := url.Parse(link); err == nil && address.Host == "" && address.Path != "" {
			to[path.Join(path.Dir(at), address.Path)] = true
		}
	}
	return to
}

func TestNothingIsLostWhereThereIsLittleRoom(t *testing.T) {
	expectNothingLost(t, smallSite(t, audience.AuditorEdition, render.Room{}), smallSite(t, audience.AuditorEdition, little))
	o := sample()
	o.Editions = []audience.Edition{audience.AuditorEdition}
	whole := made(t, o)["auditor"]
	o.Room = little
	expectNothingLost(t, whole, made(t, o)["auditor"])
}

// expectNothingLost fails where a page with its family leads to less than it does as
// a whole.
func expectNothingLost(t *testing.T, whole, split map[string][]byte) {
	t.Helper()
	if len(split) < len(whole)+100 {
		t.Fatalf("with little room there are %d files, with ample %d: hardly a list is split", len(split), len(whole))
	}
	below := map[string]map[string]bool{} // where a page and its family lead
	lead := func(at string) map[string]bool {
		if below[at] == nil {
			below[at] = map[string]bool{}
			for _, page := range family(split, at) {
				for to := range linksOf(t, page, split[page]) {
					below[at][to] = true
				}
			}
		}
		return below[at]
	}
	for at, data := range whole {
		if path.Ext(at) != ".html" || strings.HasPrefix(at, "search/") {
			continue
		}
		for to := range linksOf(t, at, data) {
			if lead(at)[to] {
				continue
			}
			// A cell with too many values leads to the entry that has them all, a shelf to the list.
			further := func(next string) bool { return lead(next)[to] }
			if !slices.ContainsFunc(waysToMore(split, at), further) {
				t.Errorf("%s no longer leads to %s", at, to)
			}
		}
	}
}

var wayToMore = regexp.MustCompile(`<a href="([^"#?]+)[^"]*">and \d+ more</a>`)

// waysToMore returns the pages to which a page and its family send their readers
// for more of the same.
func waysToMore(files map[string][]byte, at string) []string {
	var ways []string
	for _, page := range family(files, at) {
		for _, found := range wayToMore.FindAllSubmatch(files[page], -1) {
			ways = append(ways, path.Join(path.Dir(page), string(found[1])))
		}
	}
	return ways
}

func TestEveryLinkOfASplitSiteResolves(t *testing.T) {
	files := smallSite(t, audience.StaffEdition, little)
	pages := map[string]page{}
	for at, data := range files {
		if path.Ext(at) == ".html" && at != "404.html" {
			pages[at] = parsePage(t, data)
		}
	}
	for at, p := range pages {
		for _, link := range p.links {
			if fault := linkFault(at, link, files, pages); fault != "" {
				t.Errorf("%s: %s: %s", at, link, fault)
			}
		}
		for id, count := range p.ids {
			if count > 1 {
				t.Errorf("%s: the id %q stands %d times", at, id, count)
			}
		}
	}
}

var rowOfPage = regexp.MustCompile(`(?s)<tr role="row"[^>]* id="[^"]+".*?</tr>`)

// The scripts hold the very rows that the pages of a list show, in their order.
func TestScriptsHoldTheRowsOfASplitList(t *testing.T) {
	files := smallSite(t, audience.StaffEdition, little)
	for _, list := range []string{"documents/index", "due", "controls/index"} {
		folder, isList := strings.CutSuffix(list, "/index")
		if folder += "/pages"; isList {
			folder = strings.TrimSuffix(folder, "s")
		}
		var shown, held []string
		for n := range 1000 {
			name := folder + "/" + strconv.Itoa(n+1) + ".html"
			if n == 0 {
				name = list + ".html"
			}
			for _, row := range rowOfPage.FindAllString(string(files[name]), -1) {
				shown = append(shown, settled(row, path.Dir(name)))
			}
			if script, found := files[folder+"/rows-"+strconv.Itoa(n+1)+".js"]; found {
				for _, row := range rowsIn(t, script) {
					held = append(held, settled(row, folder))
				}
			}
		}
		if len(shown) < 10 || !slices.Equal(shown, held) {
			t.Errorf("%s: the pages show %d rows, the scripts hold %d, and they differ", list, len(shown), len(held))
		}
	}
}

var hrefOfRow = regexp.MustCompile(`href="[^"]*`)

// settled returns a row with its links counted from the root of the site.
func settled(row, folder string) string {
	return hrefOfRow.ReplaceAllStringFunc(row, func(href string) string { return `href="` + path.Join(folder, href[len(`href="`):]) })
}

// rowsIn returns the rows that a script holds.
func rowsIn(t *testing.T, script []byte) []string {
	t.Helper()
	_, arguments, _ := bytes.Cut(bytes.TrimSuffix(bytes.TrimSpace(script), []byte(");")), []byte(", "))
	var markup string
	if err := json.Unmarshal(arguments, &markup); err != nil {
		t.Fatal(err)
	}
	return rowOfPage.FindAllString(markup, -1)
}

// An entry may have a name that also stands in the addresses of pages of a list.
func TestEntriesNamedLikePagesOfAListKeepTheirOwn(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range largesite.New(12).Files() {
		files[name] = &fstest.MapFile{Data: text}
	}
	name := largesite.New(12).Document(0)
	_, rest, _ := strings.Cut(string(files[name].Data), "\nid = ")
	old, _, _ := strings.Cut(rest, "\n")
	ids := []string{"page", "page-2", "rows-1", "2", "index.2"}
	for _, id := range ids {
		files["documents/own/"+id+".md"] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte("id = "+old), []byte("id = \""+id+"\""), 1)}
	}
	o := brokenOptions(files)
	o.Editions, o.Room = []audience.Edition{audience.AuditorEdition}, little
	there := made(t, o)["auditor"]
	for _, id := range ids {
		if !bytes.Contains(there["documents/"+id+".html"], []byte("<p class=\"id\">Policy "+id+"</p>")) {
			t.Errorf("%s has no page of its own", id)
		}
	}
	if err := publish.CheckPaths(slices.Collect(maps.Keys(there))); err != nil {
		t.Error(err)
	}
}
