package generator_test

import (
	"bytes"
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
			"risks/R-016.html":     "EV-029 EV-030 1 expired",
			"thread.html":          "EV-029 EV-030 1 expired",
		} {
			if text := textOf(t, files[path]); !strings.Contains(text, want) {
				t.Errorf("%s, %s: there is no %q", edition, path, want)
			}
		}
	}
}

// Between two audits a surveillance auditor asks whether corrective action worked
// and which risks were accepted.
func TestWhatChangedSinceTheLastAuditTellsOfEffectsAndAcceptances(t *testing.T) {
	page := made(t, sample())["auditor"]["since-audit.html"]
	for id, want := range map[string]string{
		"acceptances": "Invoice database cannot be restored in time 10 Nov 2026",
		"effects":     "Assessments of two tier 1 suppliers late Effective, 30 Oct 2026",
	} {
		if words := wordsOfSection(t, page, id); !strings.Contains(words, want) {
			t.Errorf("%s: there is no %q in %q", id, want, words)
		}
	}
	if words := wordsOfSection(t, page, "effects"); strings.Contains(words, "NC-02") || strings.Contains(words, "Desk-top exercise") {
		t.Error("an effect that was seen before the audit is among those seen after it")
	}
}

// A number in the pack tells its day: two documents are late today although the
// last count of them is nought.
func TestTheReviewPackDatesEachResult(t *testing.T) {
	page := made(t, sample())["auditor"]["review-pack.html"]
	for id, want := range map[string]string{
		"d1": "Training records of three joiners missing 13 May 2026 Minor Head of People Closed Effective, 16 Oct 2026",
		"d2": "Documents past their review 0 documents 31 Oct 2026",
		"d3": "Surveillance audit 2 15 Oct 2026",
	} {
		if words := wordsOfSection(t, page, id); !strings.Contains(words, want) {
			t.Errorf("%s: there is no %q in %q", id, want, words)
		}
	}
}

// An audit of several days has one date wherever it is dated: its last.
func TestAnAuditHasOneDateOnAllPages(t *testing.T) {
	files := made(t, sample())["auditor"]
	for _, path := range []string{"index.html", "clauses/index.html", "review-pack.html", "since-audit.html"} {
		if text := textOf(t, files[path]); !strings.Contains(text, "15 Oct 2026") || strings.Contains(text, "13 Oct 2026") {
			t.Errorf("%s dates surveillance audit 2 otherwise", path)
		}
	}
}

// The log of acceptances answers the next question: what of the other risks?
func TestTheAcceptanceLogCountsTheRisksThatAreTreatedInstead(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		if text := textOf(t, files["acceptances.html"]); !strings.Contains(text, "have no acceptance, and are being treated") {
			t.Errorf("%s: the log says nothing of the others: %.300s", edition, text)
		}
	}
}

// A clause leads to the registers that answer it and to what has to be in writing.
func TestTheTrailDoesNotEndAtAClause(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		for path, links := range map[string][]string{
			"clauses/6.1.3.html": {`href="../in-writing.html#writing.plan"`, `href="../controls/index.html"`},
			"clauses/8.2.html":   {`href="../in-writing.html#writing.assessed"`, `href="../risks/index.html"`},
		} {
			main := files[path][bytes.Index(files[path], []byte("<main")):]
			for _, link := range links {
				if !bytes.Contains(main, []byte(link)) {
					t.Errorf("%s: there is no %s on %s", edition, link, path)
				}
			}
		}
	}
}
