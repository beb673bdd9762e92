package edition_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/check"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
)

// An edition shows part of the content, and a rule that looks at a part could
// take for missing what is only not shown. The property is worth something only
// for rules that find something, so more sites are tried until each has.
func TestFindingsOfAnEditionAreFindingsOfTheWhole(t *testing.T) {
	silent := map[string]bool{}
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			silent[rule.Code] = rule.Audience == audience.Staff
		}
	}
	maps.DeleteFunc(silent, func(_ string, toStaff bool) bool { return !toStaff })
	tried := 0
	for seed := uint64(0); seed < 20*seeds(40) && (tried < int(seeds(40)) || len(silent) > 0); seed++ {
		whole, _ := load.Load(newRandomSite(seed).contents(), clock)
		all := check.Run(whole)
		if slices.ContainsFunc(all, isForm) {
			continue // of which no edition is made
		}
		tried++
		for _, e := range audience.Editions {
			for _, f := range check.RunFor(e, edition.Admit(whole, e, "withheld").Handbook) {
				if !slices.ContainsFunc(all, func(of finding.Finding) bool { return says(of, f) }) {
					t.Errorf("seed %d: %s is told of %s: %s", seed, e, f.Code, f.Message)
				}
				if e == audience.StaffEdition {
					delete(silent, f.Code)
				}
			}
		}
	}
	for code := range silent {
		t.Errorf("%s tells staff of nothing on any of %d random sites", code, tried)
	}
}

func isForm(f finding.Finding) bool {
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			if rule.Code == f.Code {
				return rule.Fixed
			}
		}
	}
	return false
}

// says reports whether a finding tells of all that another one does: it may name
// more entries.
func says(f, other finding.Finding) bool {
	if f.Code != other.Code || f.Level != other.Level || len(other.Entries) > 0 && f.Entries[0] != other.Entries[0] {
		return false
	}
	return !slices.ContainsFunc(other.Entries, func(id string) bool { return !slices.Contains(f.Entries, id) })
}

// What staff may not see, waivers among it, changes nothing of what they are told.
func TestWhatStaffMayNotSeeChangesNoFinding(t *testing.T) {
	found := func(s *randomSite) string {
		whole, _ := load.Load(s.contents(), clock)
		var told strings.Builder
		for _, f := range check.RunFor(audience.StaffEdition, edition.Admit(whole, audience.StaffEdition, "").Handbook) {
			fmt.Fprintln(&told, f.Level, f.Code, f.Message, f.Hint, f.Entries, f.Waiver)
		}
		return told.String()
	}
	for seed := range seeds(20) {
		site := newRandomSite(seed)
		before := found(site)
		site.change(audience.StaffEdition)
		if after := found(site); before != after {
			t.Fatalf("seed %d: staff were told\n%s\nand then\n%s", seed, before, after)
		}
	}
}

func TestThePublicIsToldOfNoFinding(t *testing.T) {
	for _, subject := range check.Rules {
		for _, rule := range subject.Rules {
			if rule.Audience > audience.Staff {
				t.Errorf("%s is for %s", rule.Code, rule.Audience)
			}
			if rule.Seeks != nil && rule.Audience != audience.Auditor {
				t.Errorf("%s says that something is missing, which staff may just not see", rule.Code)
			}
		}
	}
}
