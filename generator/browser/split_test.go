//go:build browser

package browser

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/largesite"
	"github.com/annex-isms/annex/generator/render"
)

// splitSite returns a staff edition on disk whose lists lie over several pages.
func splitSite(t *testing.T) site {
	t.Helper()
	folder := t.TempDir()
	day, _ := time.Parse(time.DateOnly, largesite.Day)
	o := generator.Options{
		Content: largesite.New(120).FS(), Clock: handbook.Clock{Asked: day},
		Editions: []audience.Edition{audience.StaffEdition}, Room: render.Room{Rows: 10, Part: 5, Cell: 2},
	}
	if _, found, err := generator.Build(o, folder); err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	root := url.URL{Scheme: "file", Path: filepath.ToSlash(folder) + "/staff/"}
	return site{"file", root.String()}
}

// turn goes on to the next page of a list, and reports whether there is one.
func turn(b *tab) bool {
	b.t.Helper()
	if !ask[bool](b, `document.querySelector('.leaf a[rel="next"]') !== null`) {
		return false
	}
	before := ask[string](b, `location.pathname`)
	b.do(click(`.leaf a[rel="next"]`))
	b.until(fmt.Sprintf(`location.pathname !== %q && document.readyState === "complete"`, before))
	return true
}

// everyRow returns the IDs of the rows of a list in their order, and which of them
// have the facet, by going from page to page.
func everyRow(b *tab, from site, path, facet string) (all, having []string) {
	b.t.Helper()
	b.visit(from, path)
	for more := true; more; more = turn(b) {
		all = append(all, ask[[]string](b, shownRows)...)
		having = append(having, ask[[]string](b, `[...document.querySelectorAll('#entries tr[data-facets~="`+facet+`"]')].map((row) => row.id)`)...)
	}
	return all, having
}

func TestFiltersSearchAllPagesOfASplitList(t *testing.T) {
	t.Parallel()
	from, b := splitSite(t), open(t)
	all, want := everyRow(b, from, "documents/index.html", "type=procedure")
	if len(all) < 100 || len(want) < 20 {
		t.Fatalf("going from page to page shows %d rows, and %d of the facet", len(all), len(want))
	}
	for _, page := range []string{"documents/index.html", "documents/page/3.html"} {
		b.visit(from, page+"?type=procedure")
		b.until(shownRows + `.length === 10`)
		if shown := ask[[]string](b, shownRows); !slices.Equal(shown, want[:10]) {
			t.Errorf("%s: it shows %q, want %q", page, shown, want[:10])
		}
		says := ask[string](b, count)
		for _, number := range []int{10, len(want), len(all)} {
			if !strings.Contains(says, fmt.Sprint(number)) {
				t.Errorf("%s: it says “%s”, which lacks %d", page, says, number)
			}
		}
		b.do(focus(`#entries-none ~ button`))
		b.press(kb.Enter)
		b.until(shownRows + `.length === 20`)
		if focused := ask[string](b, `document.activeElement.closest("tr").id`); focused != want[10] {
			t.Errorf("%s: after more was asked for, the focus is on %s, want %s", page, focused, want[10])
		}
	}

	// Links lead where they lead on the first page of the list.
	b.do(click(`#entries tbody tr:nth-child(3) th a`))
	b.until(`document.querySelector("h1") !== null && location.pathname.endsWith("/documents/` + want[1] + `.html")`)
}

func TestTextFoundOnAnotherPageIsShown(t *testing.T) {
	t.Parallel()
	from, b := splitSite(t), open(t)
	all, _ := everyRow(b, from, "documents/index.html", "none")
	wanted := all[len(all)-1]
	b.visit(from, "documents/index.html")
	b.do(focus(`form.filters input`))
	b.press(strings.ToLower(wanted))
	b.until(fmt.Sprintf(`%s.join() === %q`, shownRows, wanted))
	if ask[bool](b, `[...document.querySelectorAll(".leaf")].some((nav) => nav.checkVisibility())`) {
		t.Error("the way to other pages is still shown")
	}
	for range wanted {
		b.press(kb.Backspace)
	}
	b.until(fmt.Sprintf(`%s.join() === %q`, shownRows, strings.Join(all[:10], ",")))
	if !ask[bool](b, `document.querySelector(".leaf").checkVisibility()`) {
		t.Error("the way to other pages has not come back")
	}
	b.press("no such words")
	b.until(`document.querySelector("#entries-none").checkVisibility() && ` + shownRows + `.length === 0`)
}

func TestSortingASplitListSortsAllOfIt(t *testing.T) {
	t.Parallel()
	from, b := splitSite(t), open(t)
	all, having := everyRow(b, from, "documents/index.html", "type=policy")
	b.visit(from, "documents/index.html")
	b.do(click(`#entries thead th:nth-child(3) button`))
	b.until(`!document.querySelector("#entries-none ~ button").hidden`)
	owners := ask[[]string](b, `[...document.querySelectorAll("#entries tbody:first-of-type tr:not(.group) td:nth-child(3)")].map((cell) => cell.textContent)`)
	shown := ask[[]string](b, shownRows)
	if len(shown) != 10 || !slices.IsSorted(owners) || slices.Equal(shown, all[:10]) || !slices.Contains(having, shown[0]) {
		t.Errorf("sorted it shows %q: %q", shown, owners)
	}
}

func TestLinkToARowOfASplitListLeadsToItsPage(t *testing.T) {
	t.Parallel()
	from, b := splitSite(t), open(t)
	all, _ := everyRow(b, from, "documents/index.html", "none")
	b.visit(from, "documents/index.html#"+all[47])
	b.until(`location.pathname.endsWith("/documents/page/5.html") && document.querySelector(":target")?.id === ` + fmt.Sprintf("%q", all[47]))
}

func TestSplitListReadsWithoutScripts(t *testing.T) {
	t.Parallel()
	from, b := splitSite(t), open(t)
	b.withoutScripts()
	b.visit(from, "due.html")
	seen, pages := 0, 0
	for more := true; more; more = turn(b) {
		seen += ask[int](b, shownRows+`.length`)
		pages++
	}
	if says := ask[string](b, `document.querySelector(".leaf p").textContent`); pages < 5 || !strings.Contains(says, fmt.Sprint(seen)) {
		t.Errorf("on %d pages there are %d rows, and the last says “%s”", pages, seen, says)
	}
	b.phone()
	if width := ask[int](b, `document.documentElement.scrollWidth`); width > phoneWidth {
		t.Errorf("on a phone the page is %d wide", width)
	}
}
