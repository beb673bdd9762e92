package catalogue_test

import (
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/catalogue"
)

// framework is a register of a framework that ships, as far as it is counted.
type framework struct {
	Items []struct {
		ID      string
		Heading bool
	} `toml:"item"`
	Mappings []struct {
		Pairs []struct {
			Control, Clause     string
			Items, Corroborated []string
		} `toml:"pair"`
	} `toml:"mapping"`
}

// count is how much a framework and its mapping hold.
type count struct{ headings, items, pairs, corroborated, controls, clauses, mapped int }

func (f framework) count() count {
	var c count
	controls, clauses, mapped := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, item := range f.Items {
		if item.Heading {
			c.headings++
		} else {
			c.items++
		}
	}
	for _, mapping := range f.Mappings {
		for _, pair := range mapping.Pairs {
			c.pairs += len(pair.Items)
			c.corroborated += len(pair.Corroborated)
			controls[pair.Control] = true
			clauses[pair.Clause] = true
			for _, item := range pair.Items {
				mapped[item] = true
			}
		}
	}
	delete(controls, "")
	delete(clauses, "")
	c.controls, c.clauses, c.mapped = len(controls), len(clauses), len(mapped)
	return c
}

func TestFrameworksHoldWhatTheirSourcesCount(t *testing.T) {
	want := map[string]count{
		"dora":          {headings: 5, items: 27, pairs: 102, corroborated: 57, controls: 47, clauses: 18, mapped: 22},
		"gdpr":          {headings: 3, items: 23, pairs: 78, corroborated: 23, controls: 47, clauses: 8, mapped: 22},
		"nis2":          {headings: 0, items: 13, pairs: 133, corroborated: 89, controls: 70, clauses: 22, mapped: 12},
		"nist-800-53r5": {headings: 20, items: 348, pairs: 642, corroborated: 0, controls: 91, clauses: 29, mapped: 220},
		"nist-csf-2.0":  {headings: 28, items: 106, pairs: 388, corroborated: 158, controls: 93, clauses: 21, mapped: 106},
		"soc2-tsc-2017": {headings: 20, items: 61, pairs: 203, corroborated: 165, controls: 92, clauses: 29, mapped: 42},
	}
	names := catalogue.Frameworks()
	if len(names) != len(want) {
		t.Errorf("%d frameworks ship: %v", len(names), names)
	}
	for _, name := range names {
		var f framework
		if _, err := toml.Decode(catalogue.Framework(name), &f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := f.count(); got != want[name] {
			t.Errorf("%s holds %+v, want %+v", name, got, want[name])
		}
	}
}

// NIST maps neither of these two.
func TestTwoControlsHaveNoPairWithNIST80053(t *testing.T) {
	var f framework
	if _, err := toml.Decode(catalogue.Framework("nist-800-53r5"), &f); err != nil {
		t.Fatal(err)
	}
	var without []string
	for _, control := range catalogue.AnnexA() {
		isMapped := false
		for _, pair := range f.Mappings[0].Pairs {
			isMapped = isMapped || pair.Control == control.ID
		}
		if !isMapped {
			without = append(without, control.ID)
		}
	}
	if want := []string{"A.7.6", "A.8.34"}; !slices.Equal(without, want) {
		t.Errorf("without a pair are %v, want %v", without, want)
	}
}
