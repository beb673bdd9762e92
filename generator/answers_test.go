package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/content"
)

// today is the day that the sample fixes.
var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// Every number on a page that answers a question is counted once more here, from
// the files of the sample and by nothing that the program uses.
func TestAnswersCountWhatTheRegistersHold(t *testing.T) {
	files := made(t, sample())["auditor"]
	of := registers(t)
	review := latest(of["review"], "date")
	since := func(day any) bool { return isDay(day) && dayOf(day).After(dayOf(review["date"])) }

	for _, want := range []struct {
		page, section string
		rows          int
	}{
		{"review-pack.html", "a", count(rowsOf(of["review"], "decision"), func(d row) bool { return d["done"] == nil || !dayOf(d["done"]).Before(dayOf(review["date"])) })},
		{"review-pack.html", "b", len(of["issue"]) + count(of["change"], func(c row) bool { return c["status"] != "done" && c["status"] != "cancelled" || since(c["done"]) })},
		{"review-pack.html", "c", count(of["requirement"], func(r row) bool { return r["addressed"] != "yes" }) + count(of["obligation"], func(o row) bool { return since(o["applies-since"]) })},
		{"review-pack.html", "d1", count(of["nonconformity"], func(n row) bool {
			check, _ := n["effectiveness"].(row)
			return n["status"] != "closed" || since(n["date"]) || since(check["date"])
		}) +
			count(of["incident"], func(i row) bool { return i["status"] != "closed" || since(i["detected"]) })},
		{"review-pack.html", "d2", count(of["metric"], func(m row) bool { return m["series"] != nil })},
		{"review-pack.html", "d3", count(of["audit"], func(a row) bool { return a["status"] == "planned" || since(a["to"]) || since(a["from"]) })},
		{"review-pack.html", "d4", len(of["objective"])},
		{"review-pack.html", "e", count(rowsOf(of["party"], "feedback"), func(f row) bool { return since(f["date"]) })},
		{"review-pack.html", "f", count(of["risk"], func(r row) bool { return r["status"] != "closed" && isShown(r) && level(r["current"]) >= 10 })},
		{"review-pack.html", "g", count(of["finding"], func(f row) bool {
			return f["status"] != "closed" && (f["grade"] == "observation" || f["grade"] == "opportunity")
		}) +
			count(rowsOf(of["incident"], "lesson"), func(l row) bool { return l["done"] == nil })},
		{"scorecard.html", "calm", count(of["finding"], func(f row) bool { return f["status"] != "closed" })},
		{"scorecard.html", "learning", len(rowsOf(of["incident"], "lesson"))},
		{"scorecard.html", "inputs", 10},
		{"for-data-protection.html", "personal-assets", count(of["asset"], func(a row) bool { return a["personal-data"] == true && a["status"] != "retired" })},
		{"for-data-protection.html", "processors", count(of["supplier"], func(s row) bool { return s["personal-data"] == true && s["status"] != "ended" })},
		{"for-data-protection.html", "breaches", count(of["incident"], func(i row) bool { return i["personal-data"] == true })},
		{"for-data-protection.html", "laws", count(of["obligation"], func(o row) bool { return o["type"] == "law" || o["type"] == "regulation" })},
		{"for-business.html", "processes", len(of["process"])},
		{"for-business.html", "suppliers", count(of["supplier"], func(s row) bool { return s["status"] != "ended" })},
		{"for-business.html", "exceptions", count(of["exception"], func(e row) bool { return e["status"] != "ended" })},
		{"for-leadership.html", "objectives", len(of["objective"])},
		{"for-leadership.html", "nonconformities", count(of["nonconformity"], func(n row) bool { return n["status"] != "closed" })},
		{"why.html", "how-far", len(of["objective"]) + len(of["certificate"])},
	} {
		if got := rowsInSection(t, files[want.page], want.section); got != want.rows {
			t.Errorf("%s: %d rows in %s, the registers have %d", want.page, got, want.section, want.rows)
		}
	}

	yearAgo := today.AddDate(-1, 0, 0)
	lessons, decisions := rowsOf(of["incident"], "lesson"), rowsOf(of["review"], "decision")
	dueOrDone := func(d row) bool { return d["done"] != nil || d["due"] != nil && !dayOf(d["due"]).After(today) }
	for page, figures := range map[string][]string{
		"scorecard.html": {
			figure(0, count(of["incident"], func(i row) bool { return dayOf(i["detected"]).After(yearAgo) })),
			figure(count(of["finding"], func(f row) bool { return f["status"] != "closed" }), len(of["finding"])),
			figure(count(lessons, func(l row) bool { return l["verified"] != nil }), len(lessons)),
			figure(10, 10),
			figure(count(decisions, func(d row) bool { return d["done"] != nil }), count(decisions, dueOrDone)),
		},
		"for-leadership.html": {
			figure(count(of["risk"], func(r row) bool { return r["status"] != "closed" && isShown(r) && level(r["current"]) >= 10 }),
				count(of["risk"], func(r row) bool { return r["status"] != "closed" && isShown(r) })),
			figure(count(of["objective"], func(o row) bool { return o["status"] == "met" || o["status"] == "on-track" }), len(of["objective"])),
			figure(count(of["nonconformity"], func(n row) bool { return n["status"] != "closed" }), len(of["nonconformity"])),
		},
		"drift.html": {figure(count(of["risk"], func(r row) bool { return r["status"] != "closed" && isShown(r) && level(r["current"]) >= 10 }),
			count(of["risk"], func(r row) bool { return r["status"] != "closed" && isShown(r) }))},
	} {
		text := textOf(t, files[page])
		for _, figure := range figures {
			if !strings.Contains(text, figure) {
				t.Errorf("%s does not say %q", page, figure)
			}
		}
	}
}

// The pack has something to say about every input, and each line leads to where
// it comes from.
func TestTheReviewPackHasNoEmptyInput(t *testing.T) {
	page := made(t, sample())["auditor"]["review-pack.html"]
	for _, section := range []string{"a", "b", "c", "d1", "d2", "d3", "d4", "e", "f", "g"} {
		rows := 0
		for node := range sectionOf(t, page, section).Descendants() {
			if node.DataAtom != atom.Th || !within(node, atom.Tbody) {
				continue
			}
			rows++
			links := 0
			for below := range node.Descendants() {
				if below.DataAtom == atom.A {
					links++
				}
			}
			if links == 0 {
				t.Errorf("input %s has a line without a source", section)
			}
		}
		if rows == 0 {
			t.Errorf("input %s is empty", section)
		}
	}
}

// Who leads begins there and comes from it to all that is made for them.
func TestThePageForLeadershipLeadsToTheOthers(t *testing.T) {
	opened := sample()
	opened.Content = withReplaced(t, "annex.toml", "[audience]\n", "[audience]\nleadership = \"staff\"\n")
	for edition, files := range made(t, opened) {
		if edition == "trust" {
			continue
		}
		text := wordsOfSection(t, files["for-leadership.html"], "read-on")
		for _, want := range []string{"Pack for the management review", "Scorecard", "What is drifting"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not among %q", edition, want, text)
			}
		}
		// When the reviews are held is for auditors.
		if told := strings.Contains(text, "Next management review"); told != (edition == "auditor") {
			t.Errorf("%s: the day of the next review is told: %v", edition, told)
		}
	}
}

func TestPagesForLeadershipAreForAuditorsUnlessOpened(t *testing.T) {
	leadership := []string{"review-pack.html", "scorecard.html", "for-leadership.html"}
	opened := sample()
	opened.Content = withReplaced(t, "annex.toml", "[audience]\n", "[audience]\nleadership = \"staff\"\n")
	closed, open := made(t, sample()), made(t, opened)
	for _, page := range leadership {
		if closed["auditor"][page] == nil || closed["staff"][page] != nil {
			t.Errorf("%s is not for auditors alone", page)
		}
		if open["staff"][page] == nil {
			t.Errorf("annex.toml does not open %s to staff", page)
		}
	}
}

// withReplaced returns the sample with some words of a file replaced.
func withReplaced(t *testing.T, name, old, new string) fs.FS {
	t.Helper()
	files := sampleInMemory(t)
	files[name].Data = bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)
	return files
}

// sampleInMemory returns the files of the sample, to be changed.
func sampleInMemory(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.Sample, ".", func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Sample, at)
		files[at] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// row is a table of a register as TOML has it.
type row = map[string]any

// registers returns the tables of all registers of the sample by their names.
func registers(t *testing.T) map[string][]row {
	t.Helper()
	tables := map[string][]row{}
	err := fs.WalkDir(content.Sample, "registers", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".toml" {
			return err
		}
		text, err := fs.ReadFile(content.Sample, name)
		if err != nil {
			return err
		}
		var file map[string][]row
		if _, err := toml.Decode(string(text), &file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for kind, rows := range file {
			tables[kind] = append(tables[kind], rows...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// rowsOf returns the rows that the entries have in a table of their own.
func rowsOf(entries []row, key string) []row {
	var rows []row
	for _, entry := range entries {
		within, _ := entry[key].([]row)
		rows = append(rows, within...)
	}
	return rows
}

func count(rows []row, holds func(row) bool) int {
	n := 0
	for _, row := range rows {
		if holds(row) {
			n++
		}
	}
	return n
}

// isShown reports whether auditors read the entry.
func isShown(entry row) bool { return entry["audience"] != "withheld" }

func level(score any) int {
	table, _ := score.(row)
	likelihood, _ := table["likelihood"].(int64)
	impact, _ := table["impact"].(int64)
	return int(likelihood * impact)
}

func isDay(value any) bool { _, ok := value.(time.Time); return ok }

// dayOf returns a date of TOML in UTC, zero where there is none.
func dayOf(value any) time.Time {
	day, _ := value.(time.Time)
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}

func latest(entries []row, key string) row {
	return slices.MaxFunc(entries, func(a, b row) int { return dayOf(a[key]).Compare(dayOf(b[key])) })
}

func figure(count, of int) string { return fmt.Sprintf("%d of %d", count, of) }

// sectionOf returns the section of a page that has the ID.
func sectionOf(t *testing.T, page []byte, id string) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for node := range root.Descendants() {
		if node.DataAtom == atom.Section && slices.Contains(node.Attr, html.Attribute{Key: "id", Val: "page." + id}) {
			return node
		}
	}
	return &html.Node{}
}

func rowsInSection(t *testing.T, page []byte, id string) int {
	t.Helper()
	rows := 0
	for node := range sectionOf(t, page, id).Descendants() {
		if node.DataAtom == atom.Tr && within(node, atom.Tbody) {
			rows++
		}
	}
	return rows
}

// textOf returns the words of a page, with single spaces between them.
func textOf(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			words = append(words, strings.Fields(node.Data)...)
		}
	}
	return strings.Join(words, " ")
}
