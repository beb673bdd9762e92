//go:build browser

package browser

import (
	"strconv"
	"strings"
	"testing"
)

// A host shows 404.html at any depth, where the address of the page says nothing
// about where its files are.
func TestMissingAddressShowsAPageThatLeadsHome(t *testing.T) {
	t.Parallel()
	b := open(t)
	from := sites("trust")[1]
	b.visit(from, "some/where/else.html")
	for _, trouble := range b.takeTrouble() {
		if !strings.Contains(trouble, "404") {
			t.Error(trouble)
		}
	}
	if margin := ask[string](b, `getComputedStyle(document.body).margin`); margin != "0px" {
		t.Errorf("the page has no style: its margin is %s", margin)
	}
	b.do(click(`main a`))
	b.until(`location.href === ` + strconv.Quote(from.root))
}
