package edition_test

import (
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/themes"
)

// A link from a chart has to keep its promise: the list that it leads to shows
// just as many entries as the mark stands for.
func TestMarksOfChartsLeadToAsManyEntries(t *testing.T) {
	followed := 0
	for _, e := range []audience.Edition{audience.StaffEdition, audience.AuditorEdition} {
		h := viewOf(t, content.Sample, e)
		for _, c := range h.Charts {
			follow := func(what, path string, number float64) {
				if path == "" || !strings.Contains(path, "?") {
					return
				}
				followed++
				if got := rowsAt(t, h, path); float64(got) != number {
					t.Errorf("%s, %s: %q stands for %v entries, and leads to %d by %s", e, c.Key, what, number, got, path)
				}
			}
			for _, series := range c.Picture.Series {
				for _, value := range series.Values {
					follow(value.Label, value.Path, value.Number)
				}
			}
			for _, row := range c.Table.Rows {
				for _, cells := range row.Cells {
					for _, cell := range cells {
						var number float64
						if _, err := fmt.Sscan(cell.Text, &number); err == nil && cell.Form == "count" {
							follow("a number of its table", cell.Path, number)
						}
					}
				}
			}
		}
	}
	if followed < 100 {
		t.Errorf("only %d links were followed", followed)
	}
}

// From a chart there is always a way to the entries behind it, unless they stand
// on the same page.
func TestEveryChartLeadsToTheEntriesBehindIt(t *testing.T) {
	for _, e := range []audience.Edition{audience.StaffEdition, audience.AuditorEdition} {
		h := viewOf(t, content.Sample, e)
		for _, c := range h.Charts {
			if !slices.ContainsFunc(h.Lists, func(l view.List) bool { return l.Path == c.List.Path && l.Name == c.List.Text && l.Total > 0 }) {
				t.Errorf("%s: %s leads to %q at %q", e, c.Key, c.List.Text, c.List.Path)
			}
		}
		for _, list := range h.Lists {
			for _, c := range list.Charts {
				if c.List.Path == list.Path {
					t.Errorf("%s: %s leads to the page that it stands on, %s", e, c.Key, list.Path)
				}
			}
		}
	}
}

// rowsAt returns how many rows the list at an address shows, filtered as its
// script filters it.
func rowsAt(t *testing.T, h shown, address string) int {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	lists := slices.Clone(h.Lists)
	for entry := range h.all() {
		entry.Register.Path = entry.Path
		lists = append(lists, entry.Register)
	}
	at := slices.IndexFunc(lists, func(l view.List) bool { return l.Path == u.Path })
	if at < 0 {
		t.Fatalf("there is no list %s", u.Path)
	}
	list := lists[at]
	for key := range u.Query() {
		if !slices.ContainsFunc(list.Filters, func(f view.Filter) bool { return f.Key == key }) {
			t.Errorf("%s has no filter %q", u.Path, key)
		}
	}
	rows := 0
	for _, group := range list.Groups {
		for _, row := range group.Rows {
			fits := true
			for key, values := range u.Query() {
				fits = fits && slices.ContainsFunc(row.Facets, func(f view.Facet) bool { return f.Key == key && f.Value == values[0] })
			}
			if fits {
				rows++
			}
		}
	}
	return rows
}

// The picture and the table of a chart are two ways to say the same.
func TestPicturesAndTablesOfChartsAgree(t *testing.T) {
	for _, c := range viewOf(t, content.Sample, audience.AuditorEdition).Charts {
		switch c.Picture.Form {
		case "bars", "columns", "lines", "radar":
		default:
			continue
		}
		if len(c.Table.Rows) != len(c.Picture.Categories) {
			t.Errorf("%s: %d rows for %d categories", c.Key, len(c.Table.Rows), len(c.Picture.Categories))
			continue
		}
		rows := c.Table.Rows
		if rows[0].Cells[0][0].Text != c.Picture.Categories[0].Name {
			rows = slices.Clone(rows)
			slices.Reverse(rows) // the newest comes first
		}
		for i, category := range c.Picture.Categories {
			if got := rows[i].Cells[0][0].Text; got != category.Name {
				t.Errorf("%s: row %q for category %q", c.Key, got, category.Name)
			}
			for n, series := range c.Picture.Series {
				shown := ""
				for _, cell := range rows[i].Cells[n+1] {
					shown = cell.Text
				}
				want := ""
				if series.Values[i].Known {
					want = fmt.Sprint(series.Values[i].Number)
				}
				if shown != want {
					t.Errorf("%s: the table has %q where the picture has %q (%s, %s)", c.Key, shown, want, category.Name, series.Name)
				}
			}
		}
	}
}

func TestSampleShowsEveryChart(t *testing.T) {
	var keys []string
	for _, c := range viewOf(t, content.Sample, audience.AuditorEdition).Charts {
		keys = append(keys, c.Key)
		if strings.Contains(c.Title+c.Reading, "[") {
			t.Errorf("%s lacks words: %s %s", c.Key, c.Title, c.Reading)
		}
		if len(c.Table.Rows) == 0 {
			t.Errorf("%s has no table", c.Key)
		}
	}
	if !slices.Equal(keys, record.ChartNames) {
		t.Errorf("the sample shows %v", keys)
	}
}

func TestWithoutEntriesThereAreNoCharts(t *testing.T) {
	h := viewOf(t, chartSite(""), audience.AuditorEdition)
	for _, c := range h.Charts {
		t.Errorf("an empty site has the chart %s: %s", c.Key, c.Reading)
	}
	for _, page := range h.Pages {
		if page.Path == "dashboard.html" || page.Path == "board.html" {
			t.Errorf("an empty site has %s", page.Path)
		}
	}
}

func TestRiskLevelFollowsTheHistoryAndThePlan(t *testing.T) {
	c := chartOf(t, "risk-level", `
[[risk]]
id = "R-01"
title = "It was high, and is low"
description = "x"
affects = ["integrity"]
owner = "ROL-01"
treatment = ["modification"]
identified = 2026-02-01
assessed = 2026-08-01
status = "open"
inherent = { likelihood = 5, impact = 5 }
current = { likelihood = 1, impact = 5 }
history = [
  { date = 2026-02-01, likelihood = 5, impact = 5, note = "x" },
  { date = 2026-08-01, likelihood = 1, impact = 5, note = "x" },
]

[[risk]]
id = "R-02"
title = "It is high, and will be low in February"
description = "x"
affects = ["integrity"]
owner = "ROL-01"
treatment = ["modification"]
identified = 2026-10-01
assessed = 2026-10-01
target-date = 2027-02-01
status = "open"
inherent = { likelihood = 5, impact = 5 }
current = { likelihood = 4, impact = 5 }
target = { likelihood = 1, impact = 1 }
history = [{ date = 2026-10-01, likelihood = 4, impact = 5, note = "x" }]

[[risk]]
id = "R-03"
title = "It was high, and is no more"
description = "x"
affects = ["integrity"]
owner = "ROL-01"
treatment = ["avoidance"]
identified = 2026-02-01
assessed = 2026-05-01
status = "closed"
inherent = { likelihood = 5, impact = 5 }
current = { likelihood = 5, impact = 5 }
history = [{ date = 2026-02-01, likelihood = 5, impact = 5, note = "x" }]
`)
	want := "Q1 2026: 2 2 -, Q2 2026: 1 1 -, Q3 2026: 0 1 -, Q4 2026 so far: 1 2 1, Q1 2027: - - 0"
	if got := numbersOf(c.Picture); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if want := "1 of 2 open risks lie at or above the acceptance line. That is 1 more than at the end of Q3 2026. If all targets are reached in time, 0 will be left there at the end of Q1 2027."; c.Reading != want {
		t.Errorf("it says %q", c.Reading)
	}
}

func TestBurnDownComparesWhatIsOpenWithThePlan(t *testing.T) {
	c := chartOf(t, "corrective-actions", `
[[nonconformity]]
id = "NC-01"
title = "x"
description = "x"
source = "audit"
date = 2026-08-15
requirement = "x"
grade = "minor"
correction = "x"
owner = "ROL-01"
status = "action"
action = [
  { title = "in time", owner = "ROL-01", due = 2026-09-30, done = 2026-09-15 },
  { title = "late", owner = "ROL-01", due = 2026-09-30, done = 2026-10-15 },
  { title = "overdue", owner = "ROL-01", due = 2026-10-31 },
  { title = "to come", owner = "ROL-01", due = 2026-12-15 },
]
`)
	want := "Aug 2026: 4 4, Sep 2026: 3 2, Oct 2026: 2 1, Nov 2026 so far: 2 1, Dec 2026: - 0"
	if got := numbersOf(c.Picture); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if want := "2 of 4 actions still open, 1 overdue. Done in time: 1 of 2 finished actions."; c.Reading != want {
		t.Errorf("it says %q", c.Reading)
	}
}

func TestEachObjectiveIsCountedAsItStands(t *testing.T) {
	objective := func(id, status, until string) string {
		return "[[objective]]\nid = \"" + id + "\"\ntitle = \"x\"\ndescription = \"x\"\nresources = \"x\"\nevaluation = \"x\"\nwhat = [\"x\"]\nowner = \"ROL-01\"\nstatus = \"" + status + "\"\ntarget-date = " + until + "\n"
	}
	c := chartOf(t, "objectives", objective("OBJ-01", "met", "2026-06-30")+objective("OBJ-02", "missed", "2026-06-30")+
		objective("OBJ-03", "on-track", "2027-06-30")+objective("OBJ-04", "at-risk", "2027-06-30")+objective("OBJ-05", "on-track", "2026-06-30"))
	if want := "Of 5 objectives, 1 met, 1 missed and 3 under way; of the latter, at risk or late: 2."; c.Reading != want {
		t.Errorf("it says %q", c.Reading)
	}
}

func TestRhythmTellsLateAndMissedFromDone(t *testing.T) {
	c := chartOf(t, "operating-rhythm", `
[[activity]]
id = "ACT-01"
title = "Review access"
description = "x"
owner = "ROL-01"
every = "1 month"
start = 2026-07-31
grace = 3
occurrence = [
  { done = 2026-07-30 },
  { done = 2026-09-08 },
  { done = 2026-10-29 },
]
`)
	if want := "Expected 4 times in the last year: 2 in time, 1 late, 1 missed."; c.Reading != want {
		t.Errorf("it says %q", c.Reading)
	}
	marks := map[string]string{}
	for _, cell := range c.Picture.Cells {
		if cell.Label != "" {
			marks[cell.Label] = fmt.Sprint(cell.Number, cell.Flawed)
		}
	}
	for label, want := range map[string]string{
		"30 Jul 2026: done: Review access": "1 false", "8 Sep 2026: done, not all in time: Review access": "1 true",
		"29 Oct 2026: done: Review access": "1 false", "30 Sep 2026: missed: Review access": "0 true",
	} {
		if marks[label] != want {
			t.Errorf("%q is %q; there are %v", label, marks[label], marks)
		}
	}
}

// Words in charts are those of authors, who may write anything.
func TestOneEntryIsEnoughForAChart(t *testing.T) {
	c := chartOf(t, "metrics", `
[[metric]]
id = "MET-01"
title = "One result"
description = "x"
method = "x"
unit = "hours"
target = 8
direction = "at-most"
every = "1 month"
owner = "ROL-01"
analyst = "ROL-01"
series = [{ date = 2026-11-01, value = 123456789012345.5 }]
`)
	if len(c.Sparks) != 1 || c.Sparks[0].Value != "123456789012345.5 hours" || c.Sparks[0].Status.Text != "Target not reached" {
		t.Errorf("got %+v", c.Sparks)
	}
}

func TestALeaderSeesTheDashboardOnlyWhereItIsOpened(t *testing.T) {
	has := func(h shown) bool {
		return slices.ContainsFunc(h.Pages, func(p view.Page) bool { return p.Path == "dashboard.html" })
	}
	if !has(viewOf(t, content.Sample, audience.AuditorEdition)) {
		t.Error("the auditor edition has no dashboard")
	}
	if has(viewOf(t, content.Sample, audience.StaffEdition)) {
		t.Error("the staff edition has the dashboard, though annex.toml does not open it")
	}
}

func TestChartsInDocumentsAreThoseOfTheEdition(t *testing.T) {
	document := `+++
id = "PLN-01"
title = "Plan"
summary = "x"
type = "plan"
status = "draft"
owner = "ROL-01"
audience = "staff"
+++

Before.

` + "```chart metrics\n```\n\n```chart metrics\n```\n\nAfter.\n"
	metric := `
[[metric]]
id = "MET-01"
title = "One result"
audience = "auditor"
description = "x"
method = "x"
unit = "hours"
direction = "none"
every = "1 month"
owner = "ROL-01"
analyst = "ROL-01"
series = [{ date = 2026-11-01, value = 1 }]
`
	files := chartSite(metric)
	files["documents/plan.md"] = &fstest.MapFile{Data: []byte(document)}
	for e, want := range map[audience.Edition]int{audience.StaffEdition: 0, audience.AuditorEdition: 1} {
		for entry := range viewOf(t, files, e).all() {
			if entry.ID == "PLN-01" && len(entry.Charts) != want {
				t.Errorf("the document of the %s edition places %d charts, not %d: %q", e, len(entry.Charts), want, entry.Body)
			}
		}
	}
}

// What is internal is counted for the public where annex.toml says so by name,
// and nowhere else.
func TestThePublicSeesOnlyTheChartsThatArePublished(t *testing.T) {
	site := func(publish, status, words string) fstest.MapFS {
		return fstest.MapFS{
			"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n[trust]\nheadline = \"Security\"\n" + publish)},
			"registers/entries.toml": {Data: []byte(`
[[role]]
id = "ROL-01"
title = "` + words + `"
purpose = "` + words + `"

[[control]]
id = "A.5.1"
applicable = true
status = "` + status + `"
owner = "ROL-01"
reasons = ["business"]
justification = "` + words + `"

[[control]]
id = "OWN-01"
title = "` + words + `"
theme = "people"
control-type = ["` + words + `"]
applicable = true
status = "implemented"
owner = "ROL-01"
reasons = ["business"]
justification = "` + words + `"

[[supplier]]
id = "SUP-01"
title = "` + words + `"
description = "` + words + `"
tier = "critical"
owner = "ROL-01"
status = "active"
`)},
			"documents/public.md": {Data: []byte(`+++
id = "POL-01"
title = "Policy"
summary = "x"
type = "policy"
status = "in-force"
version = "1.0"
approved = 2026-01-01
approver = "ROL-01"
owner = "ROL-01"
next-review = 2027-01-01
audience = "public"
change = [{ version = "1.0", date = 2026-01-01, text = "x" }]
+++

How we stand.

` + "```chart soa-by-theme\n```\n\n```chart risk-level\n```\n")},
		}
	}
	const asked = "publish = [\"soa-by-theme\"]\n"
	theme := tellAll(t)
	made := func(files fs.FS) map[string][]byte {
		return maker{edition: audience.TrustEdition}.files(t, theme, loadContents(t, files))
	}
	without := made(site("", "planned", "quiet"))
	if difference := firstDifference(without, made(site("", "implemented", "loud"))); difference != "" {
		t.Errorf("without a word in annex.toml: %s", difference)
	}
	for path, data := range without {
		if strings.Contains(string(data), "How far are we") {
			t.Errorf("%s has a chart that nobody published", path)
		}
	}
	with := made(site(asked, "planned", "quiet"))
	if difference := firstDifference(with, made(site(asked, "planned", "loud"))); difference != "" {
		t.Errorf("a published count tells more than itself: %s", difference)
	}
	if firstDifference(with, made(site(asked, "implemented", "quiet"))) == "" {
		t.Error("the published count does not count")
	}
	shown := 0
	for path, data := range with {
		text := string(data)
		shown += strings.Count(text, "How far are we with the controls?")
		for _, secret := range []string{"quiet", "Are the risks", "Do we watch"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s says %q", path, secret)
			}
		}
	}
	if shown < 2 {
		t.Errorf("the chart is shown %d times, not on the first page and in the document", shown)
	}
}

// What may be published holds no word that an author could have written.
func TestPublishedChartsAreThereToBePublished(t *testing.T) {
	keys := map[string]bool{}
	for _, c := range viewOf(t, content.Sample, audience.AuditorEdition).Charts {
		keys[c.Key] = c.Picture.Form == "bars"
	}
	for _, option := range record.PublishedChart("").Options() {
		if !keys[option.Word] {
			t.Errorf("there is no chart of bars %q", option.Word)
		}
	}
}

// numbersOf writes what lines say, category by category.
func numbersOf(p view.Picture) string {
	var parts []string
	for i, category := range p.Categories {
		part := category.Name + ":"
		for _, series := range p.Series {
			if series.Values[i].Known {
				part += fmt.Sprint(" ", series.Values[i].Number)
			} else {
				part += " -"
			}
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// chartOf returns the chart that the auditor edition makes of some entries.
func chartOf(t *testing.T, key, entries string) view.Chart {
	t.Helper()
	for _, c := range viewOf(t, chartSite(entries), audience.AuditorEdition).Charts {
		if c.Key == key {
			return c
		}
	}
	t.Fatalf("there is no chart %s", key)
	return view.Chart{}
}

// chartSite is a small site with a role and these entries.
func chartSite(entries string) fstest.MapFS {
	return fstest.MapFS{
		"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")},
		"registers/entries.toml": {Data: []byte(`
[[role]]
id = "ROL-01"
title = "Managing Director"
purpose = "Answers for the company."
audience = "staff"
` + entries)},
	}
}

// shown is what an edition shows, with its entries.
type shown struct {
	view.Handbook
	Entries view.Entries
}

// all yields the entries.
func (s shown) all() iter.Seq[view.Entry] {
	return func(yield func(view.Entry) bool) {
		for i := range s.Entries.Paths {
			if !yield(s.Entries.At(i)) {
				return
			}
		}
	}
}

func shownOf(part *edition.Part, w *words.Catalogue) shown {
	h, entries := edition.Handbook(part, w)
	return shown{h, entries}
}

// viewOf returns what an edition shows of some content.
func viewOf(t *testing.T, files fs.FS, e audience.Edition) shown {
	t.Helper()
	w, err := words.Load(themes.Default(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return shownOf(edition.Admit(loadContents(t, files), e, "withheld"), w)
}
