//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// shownRows gives the IDs of the rows of a register that can be seen.
const shownRows = `[...document.querySelectorAll("#entries tbody tr:not(.group)")].filter((row) => row.checkVisibility()).map((row) => row.id)`

// allRows gives the IDs of all its rows.
const allRows = `[...document.querySelectorAll("#entries tbody tr:not(.group)")].map((row) => row.id)`

// count is what the filters say about how many rows are shown.
const count = `document.querySelector("form.filters output").textContent`

func TestLinkShowsJustTheRisksOfOneCell(t *testing.T) {
	t.Parallel()
	for _, from := range sites("staff") {
		b := open(t)
		b.visit(from, "risks/index.html?current=3-4#register")
		want := ask[[]string](b, `[...document.querySelectorAll('#entries tr[data-facets~="current=3-4"]')].map((row) => row.id)`)
		all := len(ask[[]string](b, allRows))
		shown := ask[[]string](b, shownRows)
		if len(want) == 0 || len(want) == all || fmt.Sprint(shown) != fmt.Sprint(want) {
			t.Errorf("%s: of %d risks it shows %q, want %q", from.name, all, shown, want)
		}
		if says := ask[string](b, count); !strings.Contains(says, fmt.Sprint(len(want))) || !strings.Contains(says, fmt.Sprint(all)) {
			t.Errorf("%s: it says “%s” of %d among %d", from.name, says, len(want), all)
		}
		if !ask[bool](b, `document.querySelector("#register").getBoundingClientRect().top < innerHeight`) {
			t.Errorf("%s: the register is not in view", from.name)
		}

		// The choice stands there as a button that takes it back.
		b.do(focus(`form.filters .chip`))
		b.press(kb.Enter)
		if shown := ask[[]string](b, shownRows); len(shown) != all {
			t.Errorf("%s: after clearing it shows %d of %d", from.name, len(shown), all)
		}
		if query := ask[string](b, `location.search`); query != "" {
			t.Errorf("%s: after clearing the address still says %s", from.name, query)
		}
		if chips := ask[int](b, `document.querySelectorAll(".chip").length`); chips != 0 {
			t.Errorf("%s: after clearing there are %d chips", from.name, chips)
		}
	}
}

func TestItemsOfAFrameworkWithoutRelatedControlsCanBeSingledOut(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "frameworks/soc2-tsc-2017.html?related=none")
	all, shown := ask[[]string](b, allRows), ask[[]string](b, shownRows)
	if len(shown) == 0 || len(shown) == len(all) {
		t.Errorf("of %d items it shows %d", len(all), len(shown))
	}
	if refs := ask[int](b, `[...document.querySelectorAll("#entries td.main .ref")].filter((ref) => ref.checkVisibility() && !ref.closest(".note")).length`); refs > 0 {
		t.Errorf("%d related controls are shown", refs)
	}
}

// A cell of the heat map is a link to its risks, or to its risk where it has one.
func TestHeatMapCountsTheRisksThatItLeadsTo(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "risks/index.html")
	cells := ask[[]struct {
		Facet, Entry string
		Count, Rows  int
	}](b, `[...document.querySelectorAll(".matrices a")].map((link) => {
		const facet = new URL(link.href).search.slice(1);
		const entry = facet ? "" : link.getAttribute("href");
		const rows = facet
			? document.querySelectorAll('#entries tr[data-facets~="' + facet + '"]')
			: document.querySelectorAll('#entries tbody th a[href="' + entry + '"]');
		return { facet, entry, count: Number(link.textContent), rows: rows.length };
	})`)
	if len(cells) < 10 {
		t.Fatalf("the heat maps have %d links", len(cells))
	}
	for _, cell := range cells {
		if cell.Count == 0 || cell.Count != cell.Rows {
			t.Errorf("a cell says %d and leads to %d risks: %s%s", cell.Count, cell.Rows, cell.Facet, cell.Entry)
		}
	}
}

// Whoever holds a role asks what is theirs to do, and sees no empty groups.
func TestWhatIsDueIsFilteredByRoleAndKind(t *testing.T) {
	t.Parallel()
	for _, from := range sites("staff") {
		b := open(t)
		b.visit(from, "due.html")
		all := ask[[]string](b, shownRows)
		for _, facets := range [][]string{{"role=rol-06"}, {"role=rol-06", "kind=document"}} {
			b.visit(from, "due.html?"+strings.Join(facets, "&"))
			want := ask[[]string](b, `[...document.querySelectorAll('#entries tr[data-facets~="`+strings.Join(facets, `"][data-facets~="`)+`"]')].map((row) => row.id)`)
			shown := ask[[]string](b, shownRows)
			if len(want) == 0 || len(want) == len(all) || fmt.Sprint(shown) != fmt.Sprint(want) {
				t.Errorf("%s: of %d tasks %v shows %q, want %q", from.name, len(all), facets, shown, want)
			}
			if empty := ask[int](b, `[...document.querySelectorAll("#entries tbody")].filter((group) => group.checkVisibility() && ![...group.rows].some((row) => !row.matches(".group") && row.checkVisibility())).length`); empty != 0 {
				t.Errorf("%s: %v leaves %d groups without a task", from.name, facets, empty)
			}
			if says := ask[string](b, count); says != fmt.Sprintf("%d of %d", len(want), len(all)) {
				t.Errorf("%s: it says “%s” of %d among %d", from.name, says, len(want), len(all))
			}
		}
	}
}

func TestFiltersStandInTheAddress(t *testing.T) {
	t.Parallel()
	for _, from := range sites("auditor") {
		b := open(t)
		b.visit(from, "controls/index.html")
		all := ask[[]string](b, shownRows)

		b.do(focus(`form.filters [name="q"]`))
		b.press("access")
		few := ask[[]string](b, shownRows)
		if len(few) == 0 || len(few) == len(all) {
			t.Errorf("%s: “access” leaves %d of %d", from.name, len(few), len(all))
		}
		if query := ask[string](b, `location.search`); query != "?q=access" {
			t.Errorf("%s: the address says %q", from.name, query)
		}

		b.do(focus(`form.filters select`))
		b.press(kb.ArrowDown)
		fewer := ask[[]string](b, shownRows)
		if len(fewer) == 0 || len(fewer) >= len(few) {
			t.Errorf("%s: with a choice of the first list it shows %d, before %d", from.name, len(fewer), len(few))
		}

		b.reload()
		if after := ask[[]string](b, shownRows); fmt.Sprint(after) != fmt.Sprint(fewer) {
			t.Errorf("%s: after a reload it shows %q, before %q", from.name, after, fewer)
		}

		b.do(focus(`form.filters select`))
		b.press(kb.ArrowUp)
		b.do(focus(`form.filters [name="q"]`))
		b.press(kb.Escape) // empties a search field
		if after := ask[[]string](b, shownRows); fmt.Sprint(after) != fmt.Sprint(all) {
			t.Errorf("%s: after clearing it shows %d of %d", from.name, len(after), len(all))
		}
		if query := ask[string](b, `location.search`); query != "" {
			t.Errorf("%s: after clearing the address still says %s", from.name, query)
		}
	}
}

func TestFilterWithoutAMatchSaysSo(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "assets/index.html?q=no+such+thing+anywhere")
	if shown := ask[[]string](b, shownRows); len(shown) != 0 {
		t.Errorf("it shows %q", shown)
	}
	if !ask[bool](b, `document.querySelector("#entries-none").checkVisibility()`) {
		t.Error("it does not say that there is nothing")
	}
	if ask[bool](b, `document.querySelector("#entries").checkVisibility()`) {
		t.Error("the head of the table stays")
	}
}

func TestAddressThatNamesNoChoiceIsIgnored(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("staff"), "risks/index.html?current=9-9&nothing=here&owner=%3Cscript%3E")
	if shown, all := ask[[]string](b, shownRows), ask[[]string](b, allRows); len(shown) != len(all) {
		t.Errorf("it shows %d of %d", len(shown), len(all))
	}
}

func TestWithoutJavaScriptEveryRowIsThere(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.withoutScripts()
	for _, list := range []struct {
		path string
		rows int
	}{
		{"controls/index.html", 94}, // Annex A and the sample's own control
		{"risks/index.html?current=3-4", 30},
	} {
		b.visit(onDisk("auditor"), list.path)
		if shown := ask[[]string](b, shownRows); len(shown) != list.rows {
			t.Errorf("%s shows %d rows, want %d", list.path, len(shown), list.rows)
		}
		if ask[bool](b, `document.querySelector("form.filters").checkVisibility()`) {
			t.Errorf("%s shows filters that do nothing", list.path)
		}
		if ask[bool](b, `document.querySelector("[data-theme-button]").checkVisibility()`) {
			t.Errorf("%s shows a button that does nothing", list.path)
		}
	}
}
