package colour_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/annex-isms/annex/generator/colour"
)

func parse(t *testing.T, text string) colour.Colour {
	t.Helper()
	c, ok := colour.Parse(text)
	if !ok {
		t.Fatalf("%s is no colour", text)
	}
	return c
}

// The expected values are those of the formula in WCAG 2.2, computed by hand.
func TestContrastFollowsWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#ffffff", "#ffffff", 1},
		{"#777777", "#ffffff", 4.48},
		{"#0000ff", "#ffffff", 8.59},
	} {
		if got := colour.Contrast(parse(t, c.a), parse(t, c.b)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("contrast of %s and %s is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestAReadableColourStaysAsItIs(t *testing.T) {
	if got := parse(t, "#0b5878").Palette().Day.String(); got != "#0b5878" {
		t.Errorf("got %s", got)
	}
}

func TestEveryColourBecomesReadableOnBothPapers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const digits = "0123456789abcdef"
	for range 2000 {
		text := []byte("#000000")
		for i := 1; i < len(text); i++ {
			text[i] = digits[random.IntN(16)]
		}
		c := parse(t, string(text))
		p := c.Palette()
		for _, pair := range [][2]colour.Colour{{p.Day, colour.DayPaper}, {p.Day, p.DayWash}, {p.Night, colour.NightPaper}, {p.Night, p.NightWash}} {
			if got := colour.Contrast(pair[0], pair[1]); got < colour.Enough {
				t.Errorf("%s: %s on %s has a contrast of %.2f", text, pair[0], pair[1], got)
			}
		}
	}
}

func TestOnlySixDigitsAreAColour(t *testing.T) {
	for _, text := range []string{"", "red", "#fff", "#12345g", "0b5878", "#0b5878ff"} {
		if _, ok := colour.Parse(text); ok {
			t.Errorf("%q was taken for a colour", text)
		}
	}
}
