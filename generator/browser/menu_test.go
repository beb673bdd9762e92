//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	allInARow = `!document.querySelector("[data-menu] > summary").checkVisibility()
		&& [...document.querySelectorAll("[data-menu] a")].every((place) => [...document.querySelectorAll(".nav a")].some((link) => link.href === place.href && link.checkVisibility()))`
	menuIsOpen   = `document.querySelector("[data-menu]").open`
	onTheMenu    = `document.activeElement === document.querySelector("[data-menu] > summary")`
	inTheMenu    = `document.activeElement.matches("[data-menu] li a")`
	menuIsInView = `(() => { const box = document.querySelector("[data-menu] > ul").getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.width > 0; })()`
)

func TestMenuWorksWithTheKeyboard(t *testing.T) {
	t.Parallel()
	for _, place := range []struct {
		name, edition string
		size          func(*tab)
	}{
		{"auditor at a desk", "auditor", (*tab).desk},
		{"auditor on a phone", "auditor", (*tab).phone},
		{"trust on a phone", "trust", (*tab).phone},
	} {
		t.Run(place.name, func(t *testing.T) {
			b := open(t)
			place.size(b)
			b.visit(onDisk(place.edition), "index.html")
			if ask[bool](b, allInARow) {
				return // and nobody needs a menu
			}
			b.tabUntil(onTheMenu)
			b.press(kb.Enter)
			b.until(menuIsOpen)
			if !ask[bool](b, menuIsInView) {
				t.Error("the open menu is not wholly in view")
			}
			for range ask[int](b, `[...document.querySelector("[data-menu]").querySelectorAll("li a")].filter((link) => link.checkVisibility()).length`) {
				b.press(kb.Tab)
				if !ask[bool](b, inTheMenu) {
					t.Fatal("Tab leaves the menu before its end")
				}
			}
			b.press(kb.Escape)
			if ask[bool](b, menuIsOpen) || !ask[bool](b, onTheMenu) {
				t.Error("Esc does not close the menu and go back to where it was opened")
			}
			b.press(" ")
			b.until(menuIsOpen)
			b.tabUntil(`!(` + onTheMenu + ` || ` + inTheMenu + `)`)
			if ask[bool](b, menuIsOpen) {
				t.Error("the menu stays open when the keyboard has left it")
			}
		})
	}
}

func TestMenuClosesOnAClickElsewhere(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.phone()
	b.visit(onDisk("staff"), "index.html")
	b.do(click(`[data-menu] > summary`))
	b.until(menuIsOpen)
	b.do(click(`.foot`)) // far below it
	b.until(`!` + menuIsOpen)
}

func TestMenuWorksWithoutJavaScript(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.phone()
	b.withoutScripts()
	b.visit(onDisk("staff"), "index.html")
	b.do(click(`[data-menu] > summary`))
	b.until(menuIsOpen)
	b.do(click(`[data-menu] a[href="risks/index.html"]`))
	b.until(`document.querySelector("#entries") !== null`)
}
