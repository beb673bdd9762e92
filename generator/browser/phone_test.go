//go:build browser

package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// openAll opens everything in the text that can be opened, and openMenu the menu.
const (
	openAll  = `document.querySelectorAll("main details").forEach((details) => { details.open = true; })`
	openMenu = `document.querySelector("[data-menu]").open = true`
)

func TestNoPageScrollsSidewaysOnAPhone(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.phone()
	for _, p := range everyPageType(t) {
		b.visit(sites(p.edition)[1], p.path)
		b.expectNoSidewaysScrolling(phoneWidth, p.String())
		ask[any](b, openAll)
		b.expectNoSidewaysScrolling(phoneWidth, fmt.Sprint(p, ", with all details open"))
		if !p.isMissing() {
			ask[any](b, openMenu)
			b.expectNoSidewaysScrolling(phoneWidth, fmt.Sprint(p, ", with the menu open"))
		}
	}
}

// A page magnified to four times its size is 320 px wide (WCAG 2.2, 1.4.10).
func TestNoPageScrollsSidewaysWhenMagnified(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.do(chromedp.EmulateViewport(320, 256))
	for _, p := range everyPageType(t) {
		b.visit(sites(p.edition)[1], p.path)
		b.expectNoSidewaysScrolling(320, p.String())
	}
}

func (b *tab) expectNoSidewaysScrolling(most int, where string) {
	b.t.Helper()
	width := ask[int](b, `document.scrollingElement.scrollWidth`)
	if width <= most {
		return
	}
	widest := ask[string](b, `[...document.querySelectorAll("body *")].map((element) => ({ element, right: element.getBoundingClientRect().right }))
		.filter(({ element }) => element.checkVisibility()).sort((a, b) => b.right - a.right)
		.slice(0, 3).map(({ element, right }) => element.localName + "." + element.className + " ends at " + Math.round(right)).join(", ")`)
	b.t.Errorf("%s: the page is %d px wide: %s", where, width, widest)
}

// smallTargets finds what is too small for a finger, by WCAG 2.2, 2.5.8: less than
// 24 px wide or high, not within a sentence, and for a link (a button has no
// excuse) a circle of 24 px around its middle meets another target.
const findSmallTargets = `smallTargets = (within) => {
	const shown = (element) => {
		if (!element.checkVisibility({ visibilityProperty: true })) return false;
		for (let up = element; up; up = up.parentElement) if (getComputedStyle(up).clipPath === "inset(50%)") return false;
		return element.getBoundingClientRect().right > 0; // the skip link waits beside the page
	};
	const targets = [...document.querySelectorAll(within)].flatMap((part) => [...part.querySelectorAll("a[href], button, input, select, textarea, summary")]).filter(shown)
		.map((element) => ({ element, box: element.getBoundingClientRect() }));
	const small = ({ box }) => box.width < 24 || box.height < 24;
	const inSentence = ({ element }) => {
		if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
		let block = element.parentElement;
		while (getComputedStyle(block).display === "inline") block = block.parentElement;
		const own = [...block.querySelectorAll("a")].map((link) => link.textContent).join("");
		return block.textContent.replace(/\s+/g, "").length > own.replace(/\s+/g, "").length;
	};
	const far = (one, other) => {
		const x = one.box.x + one.box.width / 2, y = one.box.y + one.box.height / 2;
		if (small(other)) {
			return Math.hypot(x - other.box.x - other.box.width / 2, y - other.box.y - other.box.height / 2) >= 24;
		}
		const dx = Math.max(other.box.left - x, 0, x - other.box.right), dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
		return Math.hypot(dx, dy) >= 12;
	};
	return targets.filter((target) => small(target) && !inSentence(target)
		&& (target.element.localName !== "a" || !targets.every((other) => other === target || far(target, other))))
		.map(({ element, box }) => element.localName + "." + element.className + " “" + (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30)
			+ "” in " + element.parentElement.localName + "." + element.parentElement.className + ": " + Math.round(box.width) + " × " + Math.round(box.height));
}`

func TestFingersHitTheirTargets(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.phone()
	for _, p := range everyPageType(t) {
		b.visit(sites(p.edition)[1], p.path)
		ask[any](b, findSmallTargets+`, null`)
		b.expectNoSmallTargets(p.String(), "body")
		if !p.isMissing() {
			ask[any](b, openAll)
			b.expectNoSmallTargets(fmt.Sprint(p, ", with all details open"), "body")
			ask[any](b, openMenu)
			b.expectNoSmallTargets(fmt.Sprint(p, ", in the menu"), "[data-menu]") // which covers other targets
		}
	}
}

func (b *tab) expectNoSmallTargets(where, within string) {
	b.t.Helper()
	small := ask[[]string](b, call("smallTargets", within))
	for i, target := range small {
		if i == 5 {
			b.t.Errorf("%s: … and %d more", where, len(small)-i)
			return
		}
		b.t.Errorf("%s: too small for a finger: %s", where, target)
	}
}
