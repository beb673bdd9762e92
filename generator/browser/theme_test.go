//go:build browser

package browser

import "testing"

// brightness is how bright the page's ground is, from 0 to 255.
const brightness = `(() => {
	const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
	return (red + green + blue) / 3;
})()`

func (b *tab) expectTheme(want, when string) {
	b.t.Helper()
	got := "light"
	if ask[float64](b, brightness) < 128 {
		got = "dark"
	}
	if got != want {
		b.t.Errorf("%s: the page is %s, want %s", when, got, want)
	}
}

func TestThemeFollowsTheReadersSystem(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, p := range everyPageType(t) {
		if p.isMissing() && p.edition != "trust" {
			continue // it has no stylesheet
		}
		b.visit(sites(p.edition)[1], p.path)
		b.prefer("dark")
		b.expectTheme("dark", p.String())
		b.prefer("light")
		b.expectTheme("light", p.String())
	}
}

func TestThemeFromTheButtonIsRemembered(t *testing.T) {
	t.Parallel()
	for _, edition := range []string{"trust", "staff"} {
		for _, from := range sites(edition) {
			t.Run(edition+"/"+from.name, func(t *testing.T) {
				b := open(t)
				b.visit(from, "index.html")
				label := ask[string](b, `document.querySelector("[data-theme-button]").getAttribute("aria-label")`)
				b.do(click(`[data-theme-button]`))
				b.expectTheme("dark", "after a click")
				if now := ask[string](b, `document.querySelector("[data-theme-button]").getAttribute("aria-label")`); now == label {
					t.Errorf("the button still says “%s”", now)
				}
				b.reload()
				b.expectTheme("dark", "after a reload")
				b.visit(from, "controls/A.8.8.html")
				b.expectTheme("dark", "on another page")
				b.prefer("dark")
				b.do(click(`[data-theme-button]`))
				b.expectTheme("light", "chosen where the system is dark")
				b.reload()
				b.expectTheme("light", "after another reload")
			})
		}
	}
}
