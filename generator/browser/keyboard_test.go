//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// findReachable puts into “reachable” what a keyboard must reach, in the order of
// the page, and into “stand” a function that tells where the keyboard is.
const findReachable = `(() => {
	const describe = (element) => element ? element.localName + (element.id && "#" + element.id) + (element.className && "." + element.className)
		+ " “" + (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40) + "”" : "nothing";
	reachable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) =>
		element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
	stand = (next) => {
		const element = document.activeElement;
		const style = getComputedStyle(element);
		const box = element.getClientRects()[0] ?? new DOMRect();
		const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
		return {
			name: describe(element),
			wanted: describe(reachable[next]),
			arrived: element === reachable[next],
			// Browsers let a keyboard scroll what scrolls and has nothing to stop at.
			scrolls: !reachable.includes(element) && element !== document.body
				&& (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
			ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
			under: element.contains(above) ? "" : describe(above),
		};
	};
	return reachable.length;
})()`

// stand is where the keyboard is.
type stand struct {
	Name, Wanted     string
	Arrived, Scrolls bool
	Ring             float64 // the width of the outline
	Under            string  // what covers it
}

func TestTabReachesEverythingInOrder(t *testing.T) {
	t.Parallel()
	for _, device := range []struct {
		name     string
		size     func(*tab)
		editions []string
	}{
		{"desk", (*tab).desk, []string{"trust", "auditor"}},
		{"phone", (*tab).phone, []string{"trust", "staff"}},
	} {
		t.Run(device.name, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			device.size(b)
			for _, edition := range device.editions {
				for _, p := range pageTypes(t, edition) {
					if p.isMissing() {
						continue // it has no frame and next to no links
					}
					b.visit(onDisk(edition), p.path)
					b.tabThrough(p)
				}
			}
		})
	}
}

// tabThrough presses Tab from the beginning to the end of the page.
func (b *tab) tabThrough(p page) {
	b.t.Helper()
	all := ask[int](b, findReachable)
	for next, scrollers := 0, 0; next < all; {
		b.press(kb.Tab)
		at := b.stand(next)
		switch {
		case next == 0 && !ask[bool](b, `document.activeElement.matches('a[href="#main"]')`):
			b.t.Errorf("%s: the first stop is %s, not the link that skips to the text", p, at.Name)
		case at.Scrolls && scrollers < 100: // or else the keyboard is trapped
			scrollers++
			continue
		case !at.Arrived:
			b.t.Errorf("%s: stop %d is %s, want %s", p, next+1, at.Name, at.Wanted)
			return
		}
		b.expectToBeSeen(p, at)
		next++
	}
}

// The heads of a register stay in view, and must not lie over where the keyboard is.
func TestShiftTabGoesBackInSight(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, list := range []string{"controls/index.html", "risks/index.html"} {
		p := page{"auditor", list}
		b.visit(onDisk(p.edition), p.path)
		last := ask[int](b, findReachable) - 1
		ask[bool](b, `(reachable.at(-1).focus(), true)`)
		for next := last - 1; next >= 0; next-- {
			b.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
			at := b.stand(next)
			if !at.Arrived {
				t.Errorf("%s: going back, stop %d is %s, want %s", p, next+1, at.Name, at.Wanted)
				break
			}
			b.expectToBeSeen(p, at)
		}
	}
}

// tabUntil presses Tab until the expression is true.
func (b *tab) tabUntil(expression string) {
	b.t.Helper()
	for range 100 {
		if ask[bool](b, expression) {
			return
		}
		b.press(kb.Tab)
	}
	b.t.Fatalf("%s: a hundred times Tab, and it is not true that %s", b.address, expression)
}

func (b *tab) stand(next int) stand {
	b.t.Helper()
	return ask[stand](b, call("stand", next))
}

func (b *tab) expectToBeSeen(p page, at stand) {
	b.t.Helper()
	if at.Ring == 0 {
		b.t.Errorf("%s: nothing shows that the keyboard is at %s", p, at.Name)
	}
	if at.Under != "" {
		b.t.Errorf("%s: %s has the keyboard and lies under %s", p, at.Name, at.Under)
	}
}

func TestSkipLinkLeadsToTheText(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, edition := range editions {
		b.visit(onDisk(edition), "index.html")
		b.press(kb.Tab)
		if !ask[bool](b, `(() => { const box = document.activeElement.getBoundingClientRect(); return box.left >= 0 && box.top >= 0 && box.right <= innerWidth; })()`) {
			t.Errorf("%s: the link that skips to the text is out of sight while it has the keyboard", edition)
		}
		b.press(kb.Enter)
		b.until(`document.activeElement.localName === "main"`)
		b.press(kb.Tab)
		if !ask[bool](b, `document.activeElement === document.querySelector("main a[href], main button")`) {
			t.Errorf("%s: after it, the next stop is not the first link of the text", edition)
		}
	}
}
