package generator_test

import (
	"strings"
	"testing"
)

// Whoever comes from a control sees which of its evidence shows nothing any more.
func TestExpiredEvidenceIsMarkedWhereAControlNamesIt(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		for path, want := range map[string]string{
			"controls/A.8.8.html":  "Weaknesses of September 2026 Expired on 20 Nov 2026",
			"controls/A.5.30.html": "Failover exercise of 23 June 2026 Valid until 30 Jun 2027",
			"evidence/EV-029.html": "Expired on 20 Nov 2026",
		} {
			if text := textOf(t, files[path]); !strings.Contains(text, want) {
				t.Errorf("%s, %s: there is no %q", edition, path, want)
			}
		}
	}
}
