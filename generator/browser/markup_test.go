//go:build browser

package browser

import "testing"

// Scripts and styles are files: nothing in a page runs or draws by itself, not
// even what a script has put there. Only what ECharts draws sets the style of its
// own elements, which the policy allows to scripts.
func TestPagesHaveNoInlineScriptsOrStyles(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, p := range everyPageType(t) {
		b.visit(sites(p.edition)[1], p.path)
		faults := ask[[]string](b, `[...document.querySelectorAll("*:not(.chart-live *)")].flatMap((element) => {
			const faults = [];
			if (element.matches("script:not([src], [type$=json])")) faults.push("a script in the page");
			if (element.matches("style")) faults.push("a style in the page");
			for (const { name, value } of element.attributes) {
				if (name === "style" || name.startsWith("on")) faults.push(name + "=" + value);
				if (/^\s*(javascript|data):/i.test(value)) faults.push(name + "=" + value);
			}
			return faults.map((fault) => element.localName + ": " + fault);
		})`)
		for _, fault := range faults {
			t.Errorf("%s: %s", p, fault)
		}
	}
}
