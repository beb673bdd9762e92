//go:build browser

package browser

import (
	"strings"
	"testing"
)

// violation is a rule of axe-core that a page breaks.
type violation struct {
	ID, Help string
	Nodes    []string
}

// allRules are those that axe-core has on by itself and the one on the size of
// targets; colourRules are those that the other theme alone can break.
const (
	allRules    = `{ rules: { "target-size": { enabled: true } } }`
	colourRules = `{ runOnly: ["color-contrast", "link-in-text-block"] }`
)

// What axe-core looks at: everything, or all that an open menu does not cover.
const (
	everything  = `document`
	besidesMain = `{ exclude: ["main"] }`
)

// violations asks axe-core for what it finds on the page.
func (b *tab) violations(context, rules string) []violation {
	b.t.Helper()
	return ask[[]violation](b, `axe.run(`+context+`, { resultTypes: ["violations"], ...`+rules+` }).then(({ violations }) =>
		violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => target.join(" ") + ": " + failureSummary.replace(/\s+/g, " ")) })))`)
}

func TestAxeFindsNothing(t *testing.T) {
	t.Parallel()
	axe := axeCore(t)
	for _, edition := range editions {
		for _, width := range []string{"desk", "phone"} {
			t.Run(edition+"/"+width, func(t *testing.T) {
				t.Parallel()
				b := open(t)
				if width == "phone" {
					b.phone()
				}
				for _, p := range pageTypes(t, edition) {
					b.visit(sites(edition)[1], p.path)
					ask[any](b, axe+";null")
					b.prefer("light")
					b.expectNoViolations(everything, allRules, p.String())
					b.prefer("dark")
					b.expectNoViolations(everything, colourRules, p.String()+", dark")
					if p.isMissing() {
						continue
					}
					ask[any](b, openAll)
					b.expectNoViolations(everything, allRules, p.String()+", dark, with all details open")
					ask[any](b, openMenu)
					b.expectNoViolations(besidesMain, allRules, p.String()+", dark, with the menu open")
				}
			})
		}
	}
}

func (b *tab) expectNoViolations(context, rules, where string) {
	b.t.Helper()
	for _, v := range b.violations(context, rules) {
		b.t.Errorf("%s: %s (%s), %d times:\n  %s", where, v.Help, v.ID, len(v.Nodes), strings.Join(v.Nodes[:min(3, len(v.Nodes))], "\n  "))
	}
}

// Nothing would be found, either, if axe-core did not look.
func TestAxeSeesAFault(t *testing.T) {
	t.Parallel()
	axe := axeCore(t)
	b := open(t)
	b.visit(sites("trust")[1], "index.html") // from disk it could not read the stylesheets
	ask[any](b, axe+";null")
	ask[any](b, `document.documentElement.removeAttribute("lang")`)
	if found := b.violations(everything, allRules); len(found) != 1 || found[0].ID != "html-has-lang" {
		t.Errorf("without the language of the page it finds %+v", found)
	}
	ask[any](b, `document.documentElement.lang = "en"`)
	b.prefer("dark")
	ask[any](b, `document.querySelector("h1").style.setProperty("color", "black")`)
	if found := b.violations(everything, colourRules); len(found) != 1 || found[0].ID != "color-contrast" {
		t.Errorf("with black words on a dark ground it finds %+v", found)
	}
}
