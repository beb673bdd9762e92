package main

import "testing"

// Names in a bundle were chosen by whoever made it, and a terminal obeys some.
func TestNamesArePrintedAsTheyAre(t *testing.T) {
	for name, want := range map[string]string{
		"site/Über uns.html": "site/Über uns.html",
		"site/\x1b[2J":       `"site/\x1b[2J"`,
		"site/a\nb":          `"site/a\nb"`,
		"site/a\u202eb":      `"site/a\u202eb"`,
		"site/a\xff":         `"site/a\xff"`,
	} {
		if got := printable(name); got != want {
			t.Errorf("%q is printed as %s, want %s", name, got, want)
		}
	}
}
