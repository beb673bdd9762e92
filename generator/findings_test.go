package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/content"
)

func TestFindingsReachTheRolesThatAnswerForThem(t *testing.T) {
	sites, _ := editionsOf(t, content.Sample)
	for _, edition := range []string{"staff", "auditor"} {
		for page, words := range map[string]string{
			"roles/ROL-06.html":     "MET-01 is at 9.7, but should be at most 8.",
			"documents/POL-05.html": "The review of POL-05 is overdue.",
			"risks/R-001.html":      "of R-001 is overdue.",
		} {
			if !strings.Contains(string(sites[edition][page]), words) {
				t.Errorf("%s/%s does not say “%s”", edition, page, words)
			}
		}
	}
}

func TestAuditorsHaveAllFindingsOnAPageAndNobodyElse(t *testing.T) {
	sites, found := editionsOf(t, content.Sample)
	page := string(sites["auditor"]["findings.html"])
	for _, f := range found {
		// What seeks risks is not told where a risk is withheld.
		if f.Code != "asset-without-risk" && !strings.Contains(page, f.Code) {
			t.Errorf("the page does not name %s", f.Code)
		}
	}
	for _, words := range []string{"waivers/WVR-01.html", "Waived until 31 Aug 2027", "Allowed by: Managing Director.", "called after one incident"} {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not show the waiver: no “%s”", words)
		}
	}
	for _, edition := range []string{"staff", "trust"} {
		for name, data := range sites[edition] {
			if name == "findings.html" || strings.Contains(string(data), "WVR-01") {
				t.Errorf("%s/%s is there, or names the waiver", edition, name)
			}
		}
	}
}

// A waiver is for auditors: staff see that something needs attention as before.
func TestAWaiverTakesNothingFromStaff(t *testing.T) {
	site := filesOf(readArchive(t, "../testdata/rules/waiver-lapsed/clean.txtar").Files)
	for name, file := range filesOf(readArchive(t, "../testdata/rules/base.txtar").Files) {
		if _, own := site[name]; !own {
			site[name] = file
		}
	}
	waived, found := editionsOf(t, site)
	if len(found.Waived()) != 1 || len(found.Standing()) != 0 {
		t.Fatalf("%d findings are waived and %d stand", len(found.Waived()), len(found.Standing()))
	}
	site["registers/waivers.toml"] = &fstest.MapFile{}
	plain, _ := editionsOf(t, site)
	const page = "documents/PRO-01.html"
	if got := string(waived["staff"][page]); got != string(plain["staff"][page]) || !strings.Contains(got, "The review of PRO-01 is overdue.") {
		t.Error("the waiver changes what staff read")
	}
	if !strings.Contains(string(waived["auditor"][page]), "Waived until 23 Nov 2026") {
		t.Error("auditors do not read of the waiver")
	}
}
