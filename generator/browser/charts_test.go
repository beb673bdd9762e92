//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// bring scrolls each drawing of the page into view, and waits until all have come
// to life.
const bring = `(async () => {
	for (const drawing of document.querySelectorAll("[data-chart]")) {
		drawing.scrollIntoView({ block: "center" });
		while (!drawing.classList.contains("is-live")) await new Promise((go) => setTimeout(go, 20));
	}
	scrollTo(0, 0);
})()`

// places returns where everything on the page stands, from its top.
const places = `[...document.querySelectorAll("main *:not(.chart-live, .chart-live *)")].map((element) => Math.round(element.getBoundingClientRect().top + scrollY)).join(" ")`

// The policy of a page forbids styles and scripts in it, and nothing may be
// fetched: expectNoTrouble hears of any violation.
func TestChartsComeToLifeWithoutMovingAnything(t *testing.T) {
	t.Parallel()
	for _, from := range sites("auditor") {
		t.Run(from.name, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.visit(from, "dashboard.html")
			before := ask[string](b, places)
			ask[any](b, bring)
			if count := ask[int](b, `document.querySelectorAll(".is-live").length`); count < 12 {
				t.Errorf("%d charts came to life", count)
			}
			if after := ask[string](b, places); after != before {
				t.Error("the page has moved")
			}
			b.expectNoTrouble("alive")
		})
	}
}

func TestThePageHasNoStylesForItsCharts(t *testing.T) {
	t.Parallel()
	page := string(read(t, page{"auditor", "dashboard.html"}))
	for _, forbidden := range []string{"<style", " style=", "javascript:", "data:"} {
		if strings.Contains(page, forbidden) {
			t.Errorf("the dashboard has %q", forbidden)
		}
	}
	// Without ECharts, which is a file of its own.
	if size := len(page); size > 250_000 {
		t.Errorf("the dashboard has %d bytes", size)
	}
}

// What is drawn by the program and what is drawn in the browser are the same
// marks in the same tones.
func TestBothDrawingsHaveTheSameMarks(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "dashboard.html")
	ask[any](b, bring)
	differences := ask[[]string](b, `[...document.querySelectorAll(".chart-bars, .chart-columns, .chart-calendar")].flatMap((figure) => {
		const marks = (svg) => ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--bad)"]
			.map((fill) => [...svg.querySelectorAll("path[fill='" + fill + "']")].filter((path) => { const box = path.getBBox(); return box.width > 0 && box.height > 0; }).length).join(" ");
		const drawn = marks(figure.querySelector(".chart-drawing > .wide")), live = marks(figure.querySelector(".chart-live svg"));
		return drawn === live ? [] : [figure.className + ": " + drawn + " and " + live];
	})`)
	for _, difference := range differences {
		t.Error(difference)
	}
	texts := ask[[]string](b, `[...document.querySelectorAll(".chart-figure")].flatMap((figure) => {
		const words = (svg) => [...svg.querySelectorAll("text")].map((text) => text.textContent.replace(/\u200b/g, "").trim()).filter((text) => text && isNaN(text)).sort().join("|");
		const drawn = words(figure.querySelector(".chart-drawing > .wide")), live = words(figure.querySelector(".chart-live svg"));
		return drawn.length > 0 && !live ? [figure.className + " has no words"] : [];
	})`)
	for _, text := range texts {
		t.Error(text)
	}
}

// middleOf returns the middle of the first mark in a tone within a chart.
const middleOf = `((chart, fill, drawing) => {
	const mark = document.querySelector(chart + " " + drawing + " path[fill='" + fill + "']");
	mark.scrollIntoView({ block: "center" });
	const box = mark.getBoundingClientRect();
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
})`

type point struct{ X, Y float64 }

func TestAMarkLeadsToTheEntriesBehindIt(t *testing.T) {
	t.Parallel()
	const want = `location.pathname.endsWith("/controls/index.html") && location.search.includes("theme=organizational") && location.search.includes("status=implemented")`
	t.Run("alive", func(t *testing.T) {
		b := open(t)
		b.visit(onDisk("auditor"), "dashboard.html")
		ask[any](b, bring)
		at := ask[point](b, call(middleOf, ".chart-soa-by-theme", "var(--series-1)", ".chart-live"))
		b.do(chromedp.MouseClickXY(at.X, at.Y))
		b.until(want)
		b.until(`document.querySelector("output").textContent.startsWith("37 of")`)
	})
	t.Run("without scripts", func(t *testing.T) {
		b := open(t)
		b.withoutScripts()
		b.visit(onDisk("auditor"), "dashboard.html")
		at := ask[point](b, call(middleOf, ".chart-soa-by-theme", "var(--series-1)", ".wide"))
		b.do(chromedp.MouseClickXY(at.X, at.Y))
		b.until(want)
	})
}

func TestAPointerOnAMarkIsToldWhatItStandsFor(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "dashboard.html")
	ask[any](b, bring)
	at := ask[point](b, call(middleOf, ".chart-soa-by-theme", "var(--series-1)", ".chart-live"))
	b.do(chromedp.MouseEvent("mouseMoved", at.X-3, at.Y), chromedp.MouseEvent("mouseMoved", at.X, at.Y))
	b.until(`document.querySelector(".chart-soa-by-theme .chart-live").textContent.includes("Organizational, Implemented: 37")`)
}

// Without scripts there is all that the charts say, in the right drawing.
func TestChartsAreThereWithoutScripts(t *testing.T) {
	t.Parallel()
	for _, width := range []string{"wide", "narrow"} {
		b := open(t)
		if width == "narrow" {
			b.phone()
		}
		b.withoutScripts()
		b.visit(onDisk("auditor"), "dashboard.html")
		faults := ask[[]string](b, call(`((width) => [...document.querySelectorAll(".chart")].flatMap((chart) => {
			const faults = [];
			const drawing = chart.querySelector(".chart-drawing");
			if (drawing) {
				const shown = [...drawing.querySelectorAll(":scope > svg")].filter((svg) => svg.checkVisibility());
				if (shown.length !== 1 || !shown[0].classList.contains(width)) faults.push("shows another drawing than the " + width + " one");
				for (const text of shown[0]?.querySelectorAll("text") ?? []) {
					const box = text.getBoundingClientRect();
					if (box.left < 0 || box.right > innerWidth) faults.push("cuts off " + text.textContent);
				}
				if (!shown[0]?.querySelector(":scope > title")?.textContent || !shown[0]?.querySelector(":scope > desc")) faults.push("is not described");
			}
			if (!chart.querySelector("table")) faults.push("has no table");
			return faults.map((fault) => chart.id + " " + fault);
		}))`, width))
		for _, fault := range faults {
			t.Errorf("%s: %s", width, fault)
		}
	}
}

func TestChartsFollowTheTheme(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "dashboard.html")
	ask[any](b, bring)
	const colours = `[".wide", ".chart-live"].map((drawing) => getComputedStyle(document.querySelector(".chart-soa-by-theme " + drawing + " path[fill='var(--series-1)']")).fill).join(" ")`
	day := ask[string](b, colours)
	b.prefer("dark")
	night := ask[string](b, colours)
	if day == night || strings.Fields(day)[0] != strings.Fields(day)[3] {
		t.Errorf("by day %s, by night %s", day, night)
	}
}

// A chart that has been narrow, as on a phone that is turned, is laid out as if
// it had always been wide.
func TestAChartThatHasBeenNarrowBecomesWideAgain(t *testing.T) {
	t.Parallel()
	const layout = `[".chart-control-capabilities", ".chart-control-concepts"].map((chart) => [...document.querySelectorAll(chart + " .chart-live text")].map((text) => text.textContent + " " + text.getAttribute("transform")).join("|")).join("\n")`
	from := onDisk("auditor")
	b := open(t)
	b.visit(from, "controls/index.html")
	ask[any](b, bring)
	want := ask[string](b, layout)
	b.phone()
	b.until(`document.querySelector(".chart-live svg").getBoundingClientRect().width < 400`)
	if ask[string](b, layout) == want {
		t.Error("on a phone it stays wide")
	}
	b.desk()
	b.until(`document.querySelector(".chart-live svg").getBoundingClientRect().width > 400`)
	if got := ask[string](b, layout); got != want {
		t.Errorf("it is laid out as\n%s\nand was\n%s", got, want)
	}
}

// The sheet shows the drawing that was made for it, in the colours of the day.
func TestPaperShowsDrawings(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "dashboard.html")
	ask[any](b, bring)
	b.paper("dark")
	if left := ask[int](b, `[...document.querySelectorAll(".chart-live")].filter((live) => live.checkVisibility()).length`); left > 0 {
		t.Errorf("%d living charts are printed", left)
	}
	if hidden := ask[int](b, `[...document.querySelectorAll(".chart-drawing")].filter((drawing) => ![...drawing.querySelectorAll(":scope > svg")].some((svg) => svg.checkVisibility({ opacityProperty: true }))).length`); hidden > 0 {
		t.Errorf("%d drawings are missing", hidden)
	}
}

func TestTheBoardReportIsOneSheet(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.visit(onDisk("auditor"), "board.html")
	sheets := b.print()
	if len(sheets) != 1 {
		t.Fatalf("it has %d sheets", len(sheets))
	}
	for _, words := range []string{"Board report", "Are the risks getting smaller?", "How far are we with the controls?", "Waiting for a decision", "Objectives"} {
		if !strings.Contains(sheets[0].text, words) {
			t.Errorf("the sheet lacks %q", words)
		}
	}
}
