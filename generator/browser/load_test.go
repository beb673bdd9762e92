//go:build browser

package browser

import "testing"

// A page loads without a word of complaint, from disk and from a host.
func TestPagesLoad(t *testing.T) {
	t.Parallel()
	for _, edition := range editions {
		for _, from := range sites(edition) {
			t.Run(edition+"/"+from.name, func(t *testing.T) {
				t.Parallel()
				b := open(t)
				for _, p := range pageTypes(t, edition) {
					if edition == "trust" && from.name == "file" && p.isMissing() {
						continue // it has the address of the host in it, and only a host ever shows it
					}
					b.visit(from, p.path)
					if title := ask[string](b, `document.querySelector("h1").textContent`); title == "" {
						t.Errorf("%s: the page has no title", p)
					}
					if !p.isMissing() && !ask[bool](b, `document.styleSheets.length > 0`) {
						t.Errorf("%s: the page has no stylesheet", p)
					}
					b.expectNoTrouble(p.String())
				}
			})
		}
	}
}

// Where a page names no icon, browsers ask its host for /favicon.ico, and put into
// the console that there is none.
func TestPagesNameTheirIcon(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, edition := range editions {
		b.visit(onDisk(edition), "index.html")
		if !ask[bool](b, `document.querySelector('link[rel~="icon"]') !== null`) {
			t.Errorf("%s: the first page names no icon", edition)
		}
	}
}
