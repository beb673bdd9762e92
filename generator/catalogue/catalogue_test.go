package catalogue_test

import (
	"testing"

	"github.com/annex-isms/annex/generator/catalogue"
)

func TestAnnexAHas93ControlsWithAllAttributes(t *testing.T) {
	controls := catalogue.AnnexA()
	if len(controls) != 93 {
		t.Errorf("got %d controls, want 93", len(controls))
	}
	themes := map[string]int{}
	for _, c := range controls {
		themes[c.Theme]++
		for _, words := range [][]string{c.ControlType, c.Properties, c.Concepts, c.Capabilities, c.Domains} {
			if len(words) == 0 || words[0] == "" {
				t.Errorf("%s lacks an attribute: %+v", c.ID, c)
			}
		}
	}
	for theme, want := range map[string]int{"organizational": 37, "people": 8, "physical": 14, "technological": 34} {
		if themes[theme] != want {
			t.Errorf("theme %s has %d controls, want %d", theme, themes[theme], want)
		}
	}
}

func TestClausesFormATreeOf41(t *testing.T) {
	clauses := catalogue.Clauses()
	if len(clauses) != 41 {
		t.Errorf("got %d clauses, want 41", len(clauses))
	}
	known := map[string]bool{"": true}
	for _, c := range clauses {
		if !known[c.Parent] {
			t.Errorf("clause %s stands before its parent %q", c.ID, c.Parent)
		}
		known[c.ID] = true
	}
}
