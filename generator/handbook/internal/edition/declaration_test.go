package edition_test

import (
	"testing"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// Entries of a kind share what it declares of their fields, so it cannot depend on
// what one of them says.
func TestWhatAKindDeclaresHoldsForAllItsEntries(t *testing.T) {
	sample, _ := load.Load(content.Sample, clock)
	random, _ := load.Load(newRandomSite(1).contents(), clock)
	for _, h := range []*record.Handbook{sample, random} {
		for _, r := range h.Entries() {
			declared, shared := r.Declare(), record.Fields(r)
			if len(declared) != len(shared) {
				t.Fatalf("%s has %d fields, and its kind %d", r.Head().ID.Value, len(declared), len(shared))
			}
			for i, own := range declared {
				if own.Value != shared[i].Value {
					t.Errorf("%s: %s has the value of another entry", r.Head().ID.Value, own.Key)
				}
				kinds := *shared[i].Declaration
				if own.Value, kinds.Value = nil, nil; own != kinds {
					t.Fatalf("%s: %s is declared as %+v, and for its kind as %+v", r.Head().ID.Value, own.Key, own, kinds)
				}
			}
		}
	}
}
