package themes_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/colour"
	"github.com/annex-isms/annex/themes"
)

// What a chart draws has to stand out from the paper, by its fill or by its
// outline, and words on it have to be read: WCAG 2.2, 1.4.11 and 1.4.3.
const (
	marksNeed = 3.0
	wordsNeed = colour.Enough
)

func TestChartsCanBeSeenByDayAndByNight(t *testing.T) {
	tokens := readTokens(t)
	for night := range 2 {
		at := func(name string) colour.Colour { return tokens.colour(t, name, night) }
		contrast := func(a, b string) float64 { return colour.Contrast(at(a), at(b)) }
		when := []string{"by day", "by night"}[night]

		// Each is drawn with its fill or its outline against the paper.
		for fill, outline := range map[string]string{
			"--series-1": "--series-1", "--series-2": "--series-2", "--series-3": "--line-control", "--series-4": "--series-4",
			"--bad": "--bad", "--paper-sunk": "--line-control", "--ink-faint": "--ink-faint",
			"--level-1": "--line-control", "--level-2": "--line-control", "--level-3": "--line-control", "--level-4": "--line-control", "--level-5": "--line-control",
		} {
			if c := contrast(outline, "--paper"); c < marksNeed {
				t.Errorf("%s %s has %s to the paper", when, fill, colour.Describe(c))
			}
		}
		for words, ground := range map[string]string{
			"--on-series-1": "--series-1", "--on-series-2": "--series-2", "--on-series-3": "--series-3", "--on-series-4": "--series-4",
		} {
			if c := contrast(words, ground); c < wordsNeed {
				t.Errorf("%s words on %s have %s", when, ground, colour.Describe(c))
			}
		}
		for _, ground := range []string{"--paper", "--paper-sunk", "--paper-raised", "--level-1", "--level-2", "--level-3", "--level-4", "--level-5"} {
			if c := contrast("--ink", ground); c < wordsNeed {
				t.Errorf("%s words on %s have %s", when, ground, colour.Describe(c))
			}
		}
		for _, words := range []string{"--ink-soft", "--ink-faint"} {
			if c := contrast(words, "--paper"); c < wordsNeed {
				t.Errorf("%s %s has %s to the paper", when, words, colour.Describe(c))
			}
		}
		// Neighbours in a bar can be told apart without their hue.
		for _, pair := range [][2]string{{"--series-1", "--series-2"}, {"--series-2", "--series-3"}} {
			if c := contrast(pair[0], pair[1]); c < 1.5 {
				t.Errorf("%s %s and %s have %s", when, pair[0], pair[1], colour.Describe(c))
			}
		}
	}
}

// tokens are the custom properties at the top of the stylesheet.
type tokens map[string]string

var (
	declaration = regexp.MustCompile(`(--[a-z0-9-]+):\s*([^;]+);`)
	lightDark   = regexp.MustCompile(`^light-dark\((.+?\)?), (.+)\)$`)
)

func readTokens(t *testing.T) tokens {
	t.Helper()
	css, err := fs.ReadFile(themes.Default(), "static/theme.css")
	if err != nil {
		t.Fatal(err)
	}
	top, _, _ := strings.Cut(string(css), "[data-theme=")
	all := tokens{}
	for _, match := range declaration.FindAllStringSubmatch(top, -1) {
		all[match[1]] = strings.TrimSpace(match[2])
	}
	return all
}

// colour returns what a custom property is by day (0) or by night (1).
func (all tokens) colour(t *testing.T, name string, night int) colour.Colour {
	t.Helper()
	value := all[name]
	if both := lightDark.FindStringSubmatch(value); both != nil {
		value = both[1+night]
	}
	if other, isOther := strings.CutPrefix(value, "var("); isOther {
		return all.colour(t, strings.TrimSuffix(other, ")"), night)
	}
	c, ok := colour.Parse(value)
	if !ok {
		t.Fatalf("%s is %q, which is no colour", name, value)
	}
	return c
}
