package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/content"
)

// A number that a reader meets in two places of an edition is the same in both,
// and the same as a count of the entries in index.json.
func TestNumbersAgreeWithinAnEdition(t *testing.T) {
	for name, files := range made(t, sample()) {
		if name == "trust" {
			continue // which has pages of another form
		}
		n := newNumbers(t, files)
		for _, fault := range n.compare() {
			t.Errorf("%s: %s", name, fault)
		}
		if n.compared < 500 {
			t.Errorf("%s: only %d numbers were compared", name, n.compared)
		}
	}
}

// The comparison is worth something only if it notices a number that is wrong.
func TestANumberThatIsWrongIsNoticed(t *testing.T) {
	right := newNumbers(t, made(t, sample())["auditor"])
	if faults := right.compare(); len(faults) > 0 {
		t.Fatal("the numbers disagree already")
	}
	for _, place := range []struct{ page, number string }{
		{"index.html", `risks/index\.html">[^<]*</a></dt><dd>(\d+)`},
		{"index.html", `risks/index\.html">[^<]*</a></dt><dd>\d+ <small>of (\d+)`},
		{"index.html", `controls/index\.html">[^<]*</a></dt><dd>(\d+)`},
		{"index.html", `documents/index\.html">[^<]*</a></dt><dd>(\d+)`},
		{"index.html", `due\.html">[^<]*</a></dt><dd>(\d+)`},
		{"index.html", `due\.html">[^<]*</a></dt><dd>\d+ <small>of (\d+)`},
		{"index.html", `metrics/index\.html">[^<]*</a> <small>(\d+)`},
		{"index.html", `>(\d+) of \d+ open risks`},
		{"index.html", `>Policies <span>(\d+)`},
		{"risks/index.html", `class="lede">(\d+) of`},
		{"risks/index.html", `class="lede">\d+ of (\d+)`},
		{"risks/index.html", `Current · (\d+) at or above`},
		{"risks/index.html", `aria-label="[^"]*">(\d+)</a></td>`},
		{"controls/index.html", `class="lede">(\d+) of`},
		{"controls/index.html", `class="lede">[^<]*reason: (\d+)`},
		{"controls/index.html", `data-label="Partly" class="n"><span class="value">(\d+)`},
		{"controls/index.html", `<small>(\d+) of \d+ applicable`},
		{"documents/index.html", `<small>(\d+) entries`},
		{"audits/index.html", `<span>(\d+) entries`},
		{"findings/index.html", `<span>(\d+) entries`},
		{"due.html", `class="lede">(\d+) things`},
		{"due.html", `class="lede">[^<]*today: (\d+)`},
		{"due.html", `<small>(\d+) things to do`},
		{"audits/AUD-04.html", `<h3>Findings <span>(\d+)`},
		{"controls/A.5.1.html", `<h3>[^<]* <span>(\d+)`},
	} {
		wrong := *right
		wrong.pages = maps.Clone(right.pages)
		wrong.pages[place.page] = parsed(t, oneMore(t, right.files[place.page], place.number))
		if len(wrong.compare()) == 0 {
			t.Errorf("nobody notices one more than %s on %s", place.number, place.page)
		}
	}
	missing := *right
	missing.pages = maps.Clone(right.pages)
	delete(missing.pages, "suppliers/SUP-01.html")
	if len(missing.compare()) == 0 {
		t.Error("nobody notices that a page is missing")
	}
}

// oneMore returns the page with one added to the number.
func oneMore(t *testing.T, page []byte, number string) []byte {
	t.Helper()
	at := regexp.MustCompile(number).FindSubmatchIndex(page)
	if at == nil {
		t.Fatalf("there is no %s", number)
	}
	value, _ := strconv.Atoi(string(page[at[2]:at[3]]))
	return slices.Concat(page[:at[2]], []byte(strconv.Itoa(value+1)), page[at[3]:])
}

// twin is index.json.
type twin struct {
	Date    string
	Entries []twinEntry
}

type twinEntry struct {
	Kind, ID, Path, Status string
	Stages                 []struct {
		Name  string
		Level int
	}
	Facts []struct {
		Field  string
		Values []string
	}
	Related []struct {
		Label string
		IDs   []string
	}
}

// fact returns the first value of a field of the entry.
func (e twinEntry) fact(field string) string {
	for _, fact := range e.Facts {
		if fact.Field == field && len(fact.Values) > 0 {
			return fact.Values[0]
		}
	}
	return ""
}

// level returns how high a risk is at a stage; 0 where it has not been scored.
func (e twinEntry) level(stage string) int {
	for _, s := range e.Stages {
		if s.Name == stage {
			return s.Level
		}
	}
	return 0
}

// numbers compares what the pages of an edition say.
type numbers struct {
	files      map[string][]byte
	pages      map[string]*html.Node
	twin       twin
	acceptance int
	compared   int
	faults     []string
}

func newNumbers(t *testing.T, files map[string][]byte) *numbers {
	t.Helper()
	n := &numbers{files: files, pages: map[string]*html.Node{}}
	for name, data := range files {
		if path.Ext(name) == ".html" {
			n.pages[name] = parsed(t, data)
		}
	}
	if err := json.Unmarshal(files["index.json"], &n.twin); err != nil {
		t.Fatal(err)
	}
	var config struct{ Risk struct{ Acceptance int } }
	if _, err := toml.DecodeFS(content.Sample, "annex.toml", &config); err != nil {
		t.Fatal(err)
	}
	n.acceptance = config.Risk.Acceptance
	return n
}

func parsed(t *testing.T, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// compare returns where the pages disagree with each other or with index.json.
func (n *numbers) compare() []string {
	n.registers()
	n.risks()
	n.controls()
	n.documents()
	n.due()
	n.relations()
	return n.faults
}

func (n *numbers) same(where string, got, want int) {
	n.compared++
	if got != want {
		n.faults = append(n.faults, fmt.Sprintf("%s says %d, and it is %d", where, got, want))
	}
}

// of returns the entries of a kind.
func (n *numbers) of(kind string) []twinEntry {
	return slices.DeleteFunc(slices.Clone(n.twin.Entries), func(e twinEntry) bool { return e.Kind != kind })
}

// registers compares how many entries a kind has.
func (n *numbers) registers() {
	entries, pages := map[string]int{}, map[string]int{}
	for _, e := range n.twin.Entries {
		entries[path.Dir(e.Path)]++
	}
	for name := range n.pages {
		if path.Dir(name) != "." && path.Base(name) != "index.html" {
			pages[path.Dir(name)]++
		}
	}
	for folder, count := range entries {
		n.same("the number of pages in "+folder, pages[folder], count)
		if strings.Contains(folder, "/") {
			continue // entries within others have no list of their own
		}
		// Chapters of the standard are entries too, and head the groups of their list.
		list, headings := n.pages[folder+"/index.html"], 0
		for _, group := range all(list, atom.Tr, "group") {
			headings += len(all(group, atom.A, ""))
		}
		count -= headings
		section := first(list, atom.Section, "register-section")
		n.same("the head of "+folder+"/index.html", numbersIn(first(section, atom.Span, ""))[0], count)
		n.same("the number of rows of "+folder+"/index.html", len(taggedRows(list)), count)
		n.same("the first page of "+folder, numbersIn(first(n.homeTopic(folder), atom.Small, ""))[0], count)
	}
	for _, framework := range n.of("framework") {
		section := first(n.pages[framework.Path], atom.Section, "register-section")
		n.same("the head of the crosswalk of "+framework.ID, numbersIn(first(section, atom.Span, ""))[0], len(taggedRows(section)))
	}
}

// homeTopic returns what the first page says of a register.
func (n *numbers) homeTopic(folder string) *html.Node {
	for _, topic := range all(n.pages["index.html"], atom.Div, "topic") {
		if attribute(first(topic, atom.A, ""), "href") == folder+"/index.html" {
			return topic
		}
	}
	return nil
}

// figure returns the two numbers of a figure of the first page, by where it leads.
func (n *numbers) figure(href string) []int {
	for _, figure := range all(first(n.pages["index.html"], atom.Dl, "figures"), atom.Div, "") {
		if attribute(first(figure, atom.A, ""), "href") == href {
			return numbersIn(first(figure, atom.Dd, ""))
		}
	}
	return []int{-1, -1}
}

func (n *numbers) risks() {
	open, above := map[string]int{}, map[string]int{}
	for _, risk := range n.of("risk") {
		for _, stage := range []string{"Inherent", "Current", "Target"} {
			if level := risk.level(stage); level > 0 && risk.Status != "Closed" {
				open[stage]++
				if level >= n.acceptance {
					above[stage]++
				}
			}
		}
	}
	list := n.pages["risks/index.html"]
	for where, got := range map[string][]int{
		"the figure of risks":          n.figure("risks/index.html"),
		"the lede of risks":            numbersIn(first(list, atom.P, "lede")),
		"the first page on open risks": numbersIn(first(n.homeTopic("risks"), atom.P, "")),
	} {
		n.same(where+" (above)", got[0], above["Current"])
		n.same(where+" (open)", got[1], open["Current"])
	}
	for _, matrix := range all(list, atom.Table, "matrix") {
		note := text(first(matrix, atom.Small, ""))
		stage, _, _ := strings.Cut(note, " ")
		count, high := n.countCells(matrix)
		n.same("the matrix “"+stage+"”", count, open[stage])
		n.same("the matrix “"+stage+"” above the line", high, above[stage])
		n.same("the note of the matrix “"+stage+"”", numbersIn(first(matrix, atom.Small, ""))[0], above[stage])
	}
}

// countCells returns the sum of the cells of a matrix, and that of the cells at
// or above the acceptance line.
func (n *numbers) countCells(matrix *html.Node) (count, above int) {
	rows := all(first(matrix, atom.Tbody, ""), atom.Tr, "")
	for i, row := range rows {
		for j, cell := range all(row, atom.Td, "") {
			for _, number := range numbersIn(cell) {
				number = max(0, number)
				count += number
				if (len(rows)-i)*(j+1) >= n.acceptance {
					above += number
				}
			}
		}
	}
	return count, above
}

func (n *numbers) controls() {
	list := n.pages["controls/index.html"]
	columns := []string{"Implemented", "Partly", "Planned", "Excluded", "All"}
	sums := map[string]map[string]int{"all": {}}
	for _, control := range n.of("control") {
		theme := control.fact("control.theme")
		if sums[theme] == nil {
			sums[theme] = map[string]int{}
		}
		for _, sum := range []map[string]int{sums[theme], sums["all"]} {
			sum["All"]++
			state, _, _ := strings.Cut(control.Status, ",")
			sum[state]++
		}
	}
	applicable := func(theme string) int { return sums[theme]["All"] - sums[theme]["Excluded"] }
	for where, got := range map[string][]int{
		"the figure of controls":     n.figure("controls/index.html"),
		"the lede of controls":       numbersIn(first(list, atom.P, "lede")),
		"the first page on controls": numbersIn(first(n.homeTopic("controls"), atom.P, "")),
	} {
		n.same(where+" (implemented)", got[0], sums["all"]["Implemented"])
		n.same(where+" (applicable)", got[1], applicable("all"))
		if got[2] >= 0 {
			n.same(where+" (excluded)", got[2], sums["all"]["Excluded"])
		}
	}
	for _, row := range all(first(first(list, atom.Table, "table-sum"), atom.Tbody, ""), atom.Tr, "") {
		theme := strings.TrimPrefix(attribute(first(row, atom.A, ""), "href"), "#")
		if theme == "" {
			theme = "all"
		}
		for i, cell := range all(row, atom.Td, "") {
			n.same("the summary of controls, "+theme+", "+columns[i], numbersIn(cell)[0], sums[theme][columns[i]])
		}
	}
	for _, body := range all(first(list, atom.Table, "register"), atom.Tbody, "") {
		note := numbersIn(first(body, atom.Small, ""))
		theme := attribute(body, "id")
		n.same("the note of "+theme+" (implemented)", note[0], sums[theme]["Implemented"])
		n.same("the note of "+theme+" (applicable)", note[1], applicable(theme))
		n.same("the rows of "+theme, len(taggedRows(body)), sums[theme]["All"])
	}
	n.same("the tiles of controls", len(all(first(list, atom.Nav, "tiles"), atom.Li, "")), sums["all"]["All"])
}

func (n *numbers) documents() {
	inForce, reviewed, kept := 0, 0, 0
	for _, d := range n.of("document") {
		if d.Status != "Withdrawn" {
			kept++
		}
		if d.Status == "In force" {
			inForce++
			if next := d.fact("document.next-review"); next == "" || next >= n.twin.Date {
				reviewed++
			}
		}
	}
	figure := n.figure("documents/index.html")
	n.same("the figure of documents (reviewed)", figure[0], reviewed)
	n.same("the figure of documents (in force)", figure[1], inForce)
	shelved := 0
	for _, shelf := range all(n.pages["index.html"], atom.Section, "shelf") {
		heading := first(shelf, atom.H3, "")
		items := len(all(shelf, atom.Li, ""))
		n.same("the shelf “"+text(heading)+"”", numbersIn(heading)[0], items)
		shelved += items
	}
	n.same("the shelves of the first page", shelved, kept)
	for _, body := range all(n.pages["documents/index.html"], atom.Tbody, "") {
		n.same("the note of "+attribute(body, "id"), numbersIn(first(body, atom.Small, ""))[0], len(taggedRows(body)))
	}
}

// due compares what is due with what the pages of entries and roles say.
func (n *numbers) due() {
	page := n.pages["due.html"]
	rows := taggedRows(page)
	overdue := len(taggedRows(byID(page, "overdue")))
	for where, got := range map[string][]int{
		"the lede of due.html": numbersIn(first(page, atom.P, "lede")),
		"the figure of what is due": func() []int {
			figure := n.figure("due.html")
			return []int{figure[1], figure[0]}
		}(),
	} {
		n.same(where+" (all)", got[0], len(rows))
		n.same(where+" (overdue)", got[1], overdue)
	}
	for _, body := range all(first(page, atom.Table, "register"), atom.Tbody, "") {
		n.same("the note of “"+attribute(body, "id")+"”", numbersIn(first(body, atom.Small, ""))[0], len(taggedRows(body)))
	}
	n.same("the pages of the entries (overdue)", n.overdueOnPages(), overdue)

	today, _ := time.Parse(time.DateOnly, n.twin.Date)
	soon := today.AddDate(0, 0, 60).Format(time.DateOnly)
	ofRole, ofAll := map[string]int{}, 0
	for _, row := range rows {
		if attribute(first(row, atom.Time, ""), "datetime") > soon {
			continue
		}
		ofAll++
		for _, facet := range strings.Fields(attribute(row, "data-facets")) {
			if role, ok := strings.CutPrefix(facet, "role="); ok {
				ofRole[role]++
			}
		}
	}
	for _, role := range n.of("role") {
		tasks := 0
		if section := byID(n.pages[role.Path], "page.to-do"); section != nil {
			tasks = len(all(first(section, atom.Tbody, ""), atom.Tr, ""))
		}
		n.same("the tasks of "+role.ID, tasks, ofRole[strings.ToLower(role.ID)])
	}
	n.same("the tasks of the first page", len(all(first(n.pages["index.html"], atom.Ul, "rows"), atom.Li, "")), min(8, ofAll))
}

// overdueOnPages counts what the pages of entries show as overdue: days in facts
// and rows, and activities that nobody has done.
func (n *numbers) overdueOnPages() int {
	count := 0
	for _, e := range n.twin.Entries {
		if e.Kind == "role" {
			continue // which repeats what others have to have done
		}
		if e.Kind == "activity" && e.Status == "Missed" {
			count++
		}
		main := first(n.pages[e.Path], atom.Main, "")
		places := all(main, atom.Dl, "facts")
		for _, table := range all(main, atom.Table, "table-stack") {
			places = append(places, first(table, atom.Tbody, ""))
		}
		for _, place := range places {
			for _, badge := range all(place, atom.Span, "badge") {
				if strings.HasPrefix(text(badge), "Overdue") {
					count++
				}
			}
		}
	}
	return count
}

// relations compares how many entries stand in a relation to another.
func (n *numbers) relations() {
	findings := map[string]int{}
	for _, finding := range n.of("finding") {
		findings[finding.fact("finding.audit")]++
	}
	for _, e := range n.twin.Entries {
		shown := map[string]int{}
		if relations := first(n.pages[e.Path], atom.Div, "relations"); relations != nil {
			for _, section := range all(relations, atom.Section, "") {
				heading := first(section, atom.H3, "")
				count := numbersIn(first(heading, atom.Span, ""))[0]
				label := strings.TrimSpace(strings.TrimSuffix(text(heading), strconv.Itoa(count)))
				n.same(e.ID+", “"+label+"”", count, len(all(section, atom.Li, "")))
				shown[label] = count
			}
		}
		n.same("the relations of "+e.ID, len(shown), len(e.Related))
		for _, related := range e.Related {
			n.same(e.ID+", “"+related.Label+"” and index.json", shown[related.Label], len(related.IDs))
		}
		if e.Kind == "audit" {
			n.same("the findings of "+e.ID, shown["Findings"], findings[e.ID])
		}
	}
}
