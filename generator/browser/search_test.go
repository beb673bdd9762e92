//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/search"
)

const (
	shownHits  = `[...document.querySelectorAll(".hits .what a")].map((link) => link.textContent)`
	shownCount = `document.querySelector(".found")?.textContent ?? ""`
	dialogOpen = `document.querySelector("dialog.dialog")?.open === true`
	inTheField = `document.activeElement?.matches("dialog .search input") === true`
)

// slash presses / as a keyboard does: what the key writes goes nowhere where the page
// has taken the key itself. The events of press are apart.
func (b *tab) slash() {
	b.t.Helper()
	key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Code: "Slash", Text: "/", UnmodifiedText: "/"}
	command(b, input.DispatchKeyEvent, key)
	key.Type, key.Text, key.UnmodifiedText = input.DispatchKeyEventTypeKeyUp, "", ""
	command(b, input.DispatchKeyEvent, key)
}

// expectHits waits until the results stand there that the terminal has for the query.
func (b *tab) expectHits(e audience.Edition, query string) (titles []string) {
	b.t.Helper()
	count, titles := found(b.t, e, query)
	want, err := json.Marshal(titles)
	if err != nil {
		b.t.Fatal(err)
	}
	b.until(fmt.Sprintf(`(%s).endsWith(": %d") && JSON.stringify(%s) === %q`, shownCount, count, shownHits, want))
	return titles
}

// firstPage is how many results a list shows at first.
const firstPage = 5

// found returns how many entries of an edition the terminal finds, and the titles
// of the first.
func found(t *testing.T, e audience.Edition, query string) (count int, titles []string) {
	t.Helper()
	root := os.DirFS(filepath.Join(dist, e.String()))
	searcher, err := search.Open(func(path string) ([]byte, error) { return fs.ReadFile(root, path) })
	if err != nil {
		t.Fatal(err)
	}
	answer, err := searcher.Search(query)
	if err != nil {
		t.Fatal(err)
	}
	titles = []string{}
	for _, hit := range answer.Hits[:min(firstPage, len(answer.Hits))] {
		entry, err := searcher.Entry(hit.Document)
		if err != nil {
			t.Fatal(err)
		}
		titles = append(titles, entry.Title)
	}
	return len(answer.Hits), titles
}

func TestSearchFindsWhileOneTypes(t *testing.T) {
	t.Parallel()
	for _, from := range sites("staff") {
		b := open(t)
		b.visit(from, "risks/R-001.html")
		b.slash()
		b.until(inTheField)
		b.press("lost laptop")
		b.expectHits(audience.StaffEdition, "lost laptop")
		b.until(`document.querySelector(".hits .snip mark") !== null`)
		if !ask[bool](b, `[...document.querySelectorAll(".hits .under[href]")].every((link) => link.href.includes("#"))`) {
			t.Errorf("%s: a heading does not lead to its place", from.name)
		}
	}
}

// Some queries in a real browser, in an unzipped bundle and without a network.
func TestSearchWorksInABundleWithoutANetwork(t *testing.T) {
	t.Parallel()
	from := folderOnDisk(filepath.Join(handedOver(t), "site"))
	b := open(t)
	b.withoutNetwork()
	b.visit(from, "search/index.html")
	for _, query := range []string{
		"restore test", `"restore test"`, "A813", "R12", "kind:finding status:open", "backup -mail", "pasword", "who approves a new supplier",
		"owner:security risk", "nonconformity audit", "zzzz", "gdansk",
	} {
		b.do(focus(`.search-page input`))
		ask[any](b, `document.querySelector(".search-page input").select()`)
		b.press(query)
		b.until(fmt.Sprintf(`new URLSearchParams(location.search).get("q") === %q`, query))
		b.expectHits(audience.AuditorEdition, query)
	}
}

func TestSearchAddressCanBeSentToSomebody(t *testing.T) {
	t.Parallel()
	for _, from := range sites("auditor") {
		b := open(t)
		b.visit(from, "search/index.html?q=access&kind=risk")
		b.expectHits(audience.AuditorEdition, "access kind:risk")
		if chosen := ask[string](b, `document.querySelector(".results select").value`); chosen != "risk" {
			t.Errorf("%s: the filter says %q", from.name, chosen)
		}
		b.do(focus(`.results select`))
		b.press(kb.Home) // all kinds
		b.expectHits(audience.AuditorEdition, "access")
		if query := ask[string](b, `location.search`); query != "?q=access" {
			t.Errorf("%s: the address says %s", from.name, query)
		}
	}
}

func TestSearchNeedsNoMouse(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "documents/POL-02.html")
	ask[any](b, `document.querySelector("main a").focus()`)
	b.press("k", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	b.until(inTheField)
	b.press("backup")
	titles := b.expectHits(audience.StaffEdition, "backup")

	at := func() string { return ask[string](b, `document.activeElement.textContent`) }
	for _, step := range []struct{ key, want string }{
		{kb.ArrowDown, titles[0]}, {kb.ArrowDown, titles[1]}, {kb.ArrowUp, titles[0]}, {kb.End, titles[firstPage-1]}, {kb.Home, titles[0]},
	} {
		if b.press(step.key); at() != step.want {
			t.Errorf("the keyboard is at %q, want %q", at(), step.want)
		}
	}
	if b.press(kb.ArrowUp); !ask[bool](b, inTheField) {
		t.Error("up from the first result does not lead back to the field")
	}
	b.press(kb.ArrowDown)
	if b.press("s"); !ask[bool](b, inTheField+` && document.activeElement.value === "backups"`) {
		t.Errorf("a letter does not go on in the field, which says %q", ask[string](b, `document.querySelector("dialog input").value`))
	}

	// Whatever one does, the keyboard stays in the dialog, and the page is out of reach.
	for range 40 {
		b.press(kb.Tab)
		if !ask[bool](b, `document.activeElement === document.body || document.activeElement.closest("dialog") !== null`) {
			t.Fatal("the keyboard has left the open dialog")
		}
	}
	b.press(kb.Escape)
	b.until(`!(` + dialogOpen + `)`)
	if !ask[bool](b, `document.activeElement === document.querySelector("main a")`) {
		t.Error("after Esc the keyboard is not where it was")
	}
	b.slash()
	b.until(inTheField)
	b.press("A.8.13")
	b.press(kb.Enter) // at once, before anything is shown
	b.until(`location.href.endsWith("controls/A.8.13.html")`)
}

func TestSearchRemembersWhatWasLookedFor(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "index.html")
	b.do(click(`main a.search`))
	b.until(inTheField)
	b.press("lost laptop")
	b.expectHits(audience.StaffEdition, "lost laptop")
	first := ask[string](b, `document.querySelector("dialog .hits a").href`)
	b.press(kb.Enter)
	b.until(`location.href === ` + quoted(first) + ` && document.readyState === "complete"`)
	b.slash()
	b.until(`document.querySelector("dialog .queries .chip")?.textContent === "lost laptop"`)
	b.do(click(`dialog .queries .chip`))
	b.expectHits(audience.StaffEdition, "lost laptop")

	// Each edition has a memory of its own.
	b.visit(onDisk("trust"), "index.html")
	b.slash()
	b.until(`document.querySelector("dialog .links-row") !== null`)
	if ask[bool](b, `document.querySelector("dialog .chip") !== null`) {
		t.Error("the trust edition remembers what was looked for in the staff edition")
	}
}

func TestNothingFoundSaysWhatToTry(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "search/index.html?q=laptop+kind%3Aclause")
	b.until(`document.querySelector(".notes .chip")?.textContent === "laptop"`)
	b.do(click(`.notes .chip`))
	b.expectHits(audience.StaffEdition, "laptop")
	b.visit(onDisk("staff"), "search/index.html?q=pasword")
	b.until(`document.querySelector(".notes")?.textContent.includes("“password”") === true`)
}

// Where words follow each other takes long to load; meanwhile entries that have them
// are there, and say that they are not all there is to it.
func TestASlowPhraseIsNearlyAnsweredAtFirst(t *testing.T) {
	t.Parallel()
	for _, from := range sites("staff") {
		b := open(t)
		b.visit(from, "search/index.html")
		b.until(`document.querySelector(".results .filters") !== null`)
		ask[any](b, `{
			const load = annexSearch.load;
			annexSearch.load = async (name) => {
				if (name.startsWith("places")) await new Promise((resolve) => { window.letGo = resolve; });
				return load(name);
			};
			0;
		}`)
		b.do(focus(`.search-page input`))
		b.press(`"restore test"`)
		b.until(`document.querySelector(".found").textContent.includes("Looking") && document.querySelectorAll(".hits li").length > 0`)
		ask[any](b, `setInterval(() => window.letGo(), 20)`)
		b.expectHits(audience.StaffEdition, `"restore test"`)
	}
}

func TestMoreResultsFollow(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "search/index.html?q=access")
	b.expectHits(audience.AuditorEdition, "access")
	b.do(focus(`.more-hits button`))
	b.press(kb.Enter)
	b.until(fmt.Sprintf(`document.querySelectorAll(".hits li").length === %d`, 2*firstPage))
	if !ask[bool](b, fmt.Sprintf(`document.activeElement === document.querySelectorAll(".hits .what a")[%d]`, firstPage)) {
		t.Error("the keyboard is not at the first of the results that came")
	}
}

func TestWithoutScriptsThereIsAnIndexOfAllEntries(t *testing.T) {
	t.Parallel()
	for _, edition := range editions {
		b := open(t)
		b.withoutScripts()
		b.visit(onDisk(edition), "index.html")
		b.do(click(`a[data-search]`))
		b.until(`document.querySelector("noscript") !== null`)
		if says := ask[string](b, `document.querySelector("main").innerText`); !strings.Contains(says, "JavaScript") {
			t.Errorf("%s: the search page does not say that it needs JavaScript: %.200s", edition, says)
		}
		if ask[bool](b, `document.querySelector(".search-page").checkVisibility()`) {
			t.Errorf("%s: there is a field that does nothing", edition)
		}
		b.do(click(`main a[href$="search/all.html"]`))
		b.until(`document.querySelector(".a-z") !== null && document.readyState === "complete"`)
		entries := ask[int](b, `document.querySelectorAll(".a-z li").length`)
		if all := len(allPages(t, edition)); entries < all/2 {
			t.Errorf("%s: the index has %d entries of %d pages", edition, entries, all)
		}
	}
}

// A page does not move when the scripts come.
func TestSearchShiftsNothing(t *testing.T) {
	t.Parallel()
	for _, size := range []func(*tab){(*tab).desk, (*tab).phone} {
		var places []string
		for _, scripts := range []bool{true, false} {
			b := open(t)
			size(b)
			if !scripts {
				command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			}
			b.visit(onDisk("staff"), "index.html")
			places = append(places, ask[string](b, `JSON.stringify([...document.querySelectorAll("main h1, main h2, .brand")].map((element) => Math.round(element.getBoundingClientRect().top)))`))
		}
		if places[0] != places[1] {
			t.Errorf("with scripts headings stand at %s, without at %s", places[0], places[1])
		}
	}
}
