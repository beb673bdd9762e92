package generator_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/content"
)

// daysIn returns the days of the first <time> of each row of a section.
func daysIn(t *testing.T, page []byte, section string) []string {
	t.Helper()
	var days []string
	for node := range sectionOf(t, page, section).Descendants() {
		if node.DataAtom != atom.Tr || !within(node, atom.Tbody) {
			continue
		}
		for below := range node.Descendants() {
			if below.DataAtom == atom.Time {
				days = append(days, below.Attr[0].Val)
				break
			}
		}
	}
	return days
}

func TestWhatChangedSinceTheAuditIsToldFromTheLatestOn(t *testing.T) {
	page := made(t, sample())["auditor"]["since-audit.html"]
	for _, section := range []string{"documents", "incidents", "nonconformities", "objectives"} {
		days := daysIn(t, page, section)
		latestFirst := slices.Sorted(slices.Values(days))
		slices.Reverse(latestFirst)
		if len(days) < 2 || !slices.Equal(days, latestFirst) {
			t.Errorf("%s: the days are %q", section, days)
		}
	}
}

// The reviews are for auditors, so nothing was so “at the last review” in the
// staff edition, and no empty column says that there was one.
func TestATableHasNoColumnWithoutAWord(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		for page, section := range map[string]string{"for-business.html": "accept", "for-operations.html": "measured"} {
			words := wordsOfSection(t, files[page], section)
			if told := strings.Contains(words, "At the last review"); told != (edition == "auditor") {
				t.Errorf("%s/%s: “At the last review” heads a column: %v", edition, page, told)
			}
			if !strings.Contains(words, "Entry") {
				t.Errorf("%s/%s: no table in %q", edition, page, words)
			}
		}
	}
}

func TestMonthsOfTheYearAheadAreToldApart(t *testing.T) {
	head := wordsOf(sectionOf(t, made(t, sample())["staff"]["calendar.html"], "by-role"))
	if want := "Overdue Nov 2026 Dec Jan 2027 Feb Mar Apr May Jun Jul Aug Sep Oct Nov 2027"; !strings.Contains(head, want) {
		t.Errorf("the months are not %q in %q", want, head)
	}
}

func TestTheAcceptanceLogTellsTheLastDayOnce(t *testing.T) {
	expectRow(t, tableOf(t, made(t, sample())["staff"], "acceptances.html"), "R-017 Laptop lost or stolen",
		"4 Low", "4 Low", "Workplace Lead", "", "8 Sep 2026", "Accepted until 17 Aug 2027")
}

// isoDay is a day as files write it, but for one in the name of a file.
var isoDay = regexp.MustCompile(`(?:^| )\d{4}-\d{2}-\d{2}\b`)

func TestPagesWriteDaysOut(t *testing.T) {
	for edition, files := range made(t, sample()) {
		for at := range files {
			if strings.HasSuffix(at, ".html") && !strings.HasPrefix(at, "search/") {
				if found := isoDay.FindString(wordsOf(mainOf(t, files, at))); found != "" {
					t.Errorf("%s/%s: %s", edition, at, found)
				}
			}
		}
	}
}

func TestAFindingThatNamesAFileLeavesItsNameAlone(t *testing.T) {
	site := withReplaced(t, "registers/activities.toml", `title = "Review of badges"`, `title = "List of 2026-01-02.csv"`)
	sites, _ := editionsOf(t, site)
	words := textOf(t, sites["auditor"]["findings.html"])
	day, _ := time.Parse(time.DateOnly, "2026-09-30")
	for _, want := range []string{"was due on " + day.Format("2 Jan 2006") + " and", "2026-01-02.csv"} {
		if !strings.Contains(words, want) {
			t.Errorf("the findings do not say %q", want)
		}
	}
}

// People call a framework by its name; the ID that files refer to it by is for
// addresses.
func TestFrameworksAndMappingsAreCalledByTheirName(t *testing.T) {
	sites, _ := editionsOf(t, content.Sample)
	for edition, files := range sites {
		for at, data := range files {
			if strings.HasSuffix(at, ".html") {
				for _, id := range []string{"nist-csf-2.0", "soc2-tsc-2017", "iso27001-2022--gdpr"} {
					if strings.Contains(textOf(t, data), id) {
						t.Errorf("%s/%s calls something %s", edition, at, id)
					}
				}
			}
		}
	}
	if page := string(sites["staff"]["frameworks/nist-csf-2.0.html"]); !strings.Contains(page, "<title>NIST CSF 2.0 ") {
		t.Error("the page of NIST CSF 2.0 has another title")
	}
}

func TestTheLatestProgressComesFirstAndAnIncidentIsToldAsItWent(t *testing.T) {
	files := made(t, sample())["staff"]
	for page, latestFirst := range map[string]bool{"objectives/OBJ-01.html": true, "incidents/INC-01.html": false} {
		var days []string
		for node := range mainOf(t, files, page).Descendants() {
			if node.DataAtom == atom.Time && node.Parent.DataAtom == atom.Li {
				days = append(days, node.Attr[0].Val)
			}
		}
		sorted := slices.Sorted(slices.Values(days))
		if latestFirst {
			slices.Reverse(sorted)
		}
		if len(days) < 2 || !slices.Equal(days, sorted) {
			t.Errorf("%s: the days are %q", page, days)
		}
	}
}

func TestAnEntryThatIsTiedAnywayIsNotMentionedBesides(t *testing.T) {
	files := made(t, sample())["staff"]
	words := wordsOf(mainOf(t, files, "updates/UPD-09.html"))
	if strings.Count(words, "Scanning of waybills") != 1 || strings.Contains(words, "Mentioned in") {
		t.Errorf("the update says twice that it is about a supplier: %s", words)
	}
	if words := wordsOf(mainOf(t, files, "suppliers/SUP-01.html")); !strings.Contains(words, "Mentioned in") {
		t.Error("nothing mentions a supplier that answers do mention")
	}
}
