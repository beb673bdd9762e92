package generator_test

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/catalogue"
	"github.com/annex-isms/annex/generator/finding"
)

// port is a site of its own framework, laid over the base of the broken cases.
const port = `
[[framework]]
id = "port"
title = "Rules of the port"
short-name = "Port rules"
why = "The port lets in only those who know them."
publisher = "Port authority"

[[item]]
id = "port:A"
title = "At the gate"
heading = true

[[item]]
id = "port:A.1"
label = "§ 1"
title = "Watch the gates"
parent = "port:A"

[[item]]
id = "port:A.2"
label = "§ 2"
title = "Keep lists"
parent = "port:A"

[[item]]
id = "port:A.2.1"
label = "§ 2(1)"
title = "Keep a list of visitors"
parent = "port:A.2"

[[item]]
id = "port:A.3"
label = "§ 3"
title = "Sound the horn"
note = "Addressed to ships."
position = "We have none: see [[POL-01]]."
parent = "port:A"

[[mapping]]
id = "MAP-10"
title = "ISO/IEC 27001:2022 to the port rules"
framework = "port"
publisher = "Lantern"
basis = "project"
confidence = "low"
attribution = "After the harbour master's list"

[[mapping.source]]
name = "Lantern"
text = "Written by us."

[[mapping.pair]]
control = "A.7.1"
items = ["port:A.1", "port:A.2.1"]
corroborated = ["port:A.1"]
by = ["Lantern"]

[[mapping.pair]]
control = "A.7.2"
items = ["port:A.1"]

[[mapping.pair]]
clause = "9.1"
items = ["port:A.1"]

[[control]]
id = "A.7.1"
applicable = true
status = "implemented"
owner = "ROL-02"
reasons = ["business"]
justification = "Nobody walks in."

[[control]]
id = "A.7.2"
applicable = false
justification = "There is one entrance."

[[evidence]]
id = "EV-01"
title = "Round of the gates"
description = "Who looked at which gate."
type = "record"
date = 2026-10-01
expires = 2027-10-01
owner = "ROL-02"
controls = ["A.7.1"]

[[evidence]]
id = "EV-02"
title = "Round of last year"
description = "Who looked at which gate."
type = "record"
date = 2025-10-01
expires = 2026-10-01
owner = "ROL-02"
clauses = ["9.1"]
`

// portSite returns the site, with the audiences that are needed and some words
// replaced by others.
func portSite(t *testing.T, replaced ...string) fstest.MapFS {
	t.Helper()
	site := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
	site["registers/port.toml"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(replaced...).Replace(port)), Mode: 0o644}
	const audiences = "[audience]\nclause = \"staff\"\nframework = \"staff\"\nitem = \"staff\"\nmapping = \"staff\"\nevidence = \"staff\"\n"
	site["annex.toml"].Data = []byte(strings.Replace(string(site["annex.toml"].Data), "[audience]\n", audiences, 1))
	return site
}

// pagesOf returns the pages of each edition of a sound site.
func pagesOf(t *testing.T, site fs.FS) map[string]map[string][]byte {
	t.Helper()
	editions, found := editionsOf(t, site)
	if found.HasErrors() {
		t.Fatal(written(t, found))
	}
	return editions
}

// mainOf returns what stands in the main part of a page.
func mainOf(t *testing.T, files map[string][]byte, at string) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(files[at]))
	if err != nil || files[at] == nil {
		t.Fatalf("%s: %v", at, err)
	}
	for node := range root.Descendants() {
		if node.DataAtom == atom.Main {
			return node
		}
	}
	t.Fatalf("%s has no main part", at)
	return nil
}

// wordsOf returns the text of a node with single spaces.
func wordsOf(node *html.Node) string {
	var text strings.Builder
	for below := range node.Descendants() {
		if below.Type == html.TextNode {
			text.WriteString(below.Data + " ")
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// tableOf returns the cells of the tables of a page, in words, by the first; not
// those of its charts.
func tableOf(t *testing.T, files map[string][]byte, at string) map[string][]string {
	t.Helper()
	rows := map[string][]string{}
	for node := range mainOf(t, files, at).Descendants() {
		if node.DataAtom != atom.Tr || node.Parent.DataAtom != atom.Tbody || isInChart(node) {
			continue
		}
		var cells []string
		for cell := range node.ChildNodes() {
			if cell.DataAtom == atom.Th || cell.DataAtom == atom.Td {
				cells = append(cells, strings.TrimSuffix(wordsOf(cell), " Details"))
			}
		}
		rows[cells[0]] = cells[1:]
	}
	return rows
}

func isInChart(node *html.Node) bool {
	for above := range node.Ancestors() {
		for _, a := range above.Attr {
			if a.Key == "class" && strings.HasPrefix(a.Val, "chart ") {
				return true
			}
		}
	}
	return false
}

func expectRow(t *testing.T, rows map[string][]string, first string, want ...string) {
	t.Helper()
	if got, there := rows[first]; !there {
		t.Errorf("no row %q among %q", first, slices.Sorted(maps.Keys(rows)))
	} else if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", first, got, want)
	}
}

func expectWords(t *testing.T, files map[string][]byte, at string, want ...string) {
	t.Helper()
	got := wordsOf(mainOf(t, files, at))
	for _, words := range want {
		if !strings.Contains(got, words) {
			t.Errorf("%s does not say %q:\n%s", at, words, got)
		}
	}
}

func TestAFrameworkShowsItsItemsBesideRelatedControls(t *testing.T) {
	staff := pagesOf(t, portSite(t))["staff"]
	const at = "frameworks/port.html"
	expectWords(t, staff, at,
		"The port lets in only those who know them.",
		"3 of 4 items have related controls or clauses (1 through parts alone). 1 has none.",
		"Mapping: After the harbour master's list.")
	rows := tableOf(t, staff, at)
	expectRow(t, rows, "§ 1 Watch the gates", "corroborated A.7.1 not corroborated A.7.2 9.1", "1 implemented 1 excluded", "1 of 3")
	expectRow(t, rows, "§ 2 Keep lists", "only through its parts", "", "")
	expectRow(t, rows, "§ 2(1) Keep a list of visitors", "not corroborated A.7.1", "1 implemented", "1 of 1")
	expectRow(t, rows, "§ 3 Sound the horn", "No related control Addressed to ships. We have none: see POL-01 .", "", "")
	expectRow(t, rows, "A At the gate")
}

func TestTheListOfFrameworksCountsAsTheirPagesDo(t *testing.T) {
	files := pagesOf(t, withFrameworks(t, catalogue.Frameworks()...))["staff"]
	list := tableOf(t, files, "frameworks/index.html")
	if len(list) < len(catalogue.Frameworks()) {
		t.Errorf("the list has %d frameworks", len(list))
	}
	for at, page := range files {
		id, isPage := strings.CutPrefix(strings.TrimSuffix(at, ".html"), "frameworks/")
		if !isPage || id == "index" || id == "FRW-01" {
			continue // staff may not read the items of the last
		}
		without, related := strings.Count(string(page), `data-facets="related=none`), strings.Count(string(page), `data-facets="related=some`)
		_, title, _ := strings.Cut(string(page), "<title>")
		title, _, _ = strings.Cut(title, " · ")
		cells := list[title]
		if got, want := cells[min(1, len(cells)):], []string{strconv.Itoa(related + without), strconv.Itoa(related), strconv.Itoa(without)}; !slices.Equal(got, want) {
			t.Errorf("%s: the list says %v, the page %v", id, got, want)
		}
	}
}

func TestAnItemTellsWhatIsRelatedAndWhoSaysSo(t *testing.T) {
	staff := pagesOf(t, portSite(t))["staff"]
	rows := tableOf(t, staff, "items/port/A.1.html")
	expectRow(t, rows, "A.7.1 Physical security perimeters", "Implemented", "EV-01", "Lantern · corroborated")
	expectRow(t, rows, "A.7.2 Physical entry", "Excluded", "", "not corroborated")
	expectRow(t, rows, "9.1 Monitoring, measurement, analysis and evaluation", "", "expired EV-02", "not corroborated")
	expectWords(t, staff, "items/port/A.1.html", "Home Frameworks Port rules § 1", "Port rules § 1 Watch the gates", "Confidence Low", "Basis Own work")
	expectWords(t, staff, "items/port/A.3.html", "No control and no clause is related to this item.", "Our position We have none")
	expectWords(t, staff, "items/port/A.2.html", "No control and no clause is related to this item itself; to its parts there are.")
}

func TestAControlAndAClauseTellWhatIsRelatedInOtherFrameworks(t *testing.T) {
	staff := pagesOf(t, portSite(t))["staff"]
	expectRow(t, tableOf(t, staff, "controls/A.7.1.html"), "Port rules", "corroborated § 1 not corroborated § 2(1)")
	expectRow(t, tableOf(t, staff, "clauses/9.1.html"), "Port rules", "not corroborated § 1")
	if strings.Contains(string(staff["controls/A.7.3.html"]), "In other frameworks") {
		t.Error("A.7.3 is related to nothing, but has a section for it")
	}
}

func TestEvidenceThatAnEditionLacksIsNotCountedInIt(t *testing.T) {
	editions := pagesOf(t, portSite(t, `id = "EV-01"`, "id = \"EV-01\"\naudience = \"auditor\""))
	const row = "§ 2(1) Keep a list of visitors"
	expectRow(t, tableOf(t, editions["staff"], "frameworks/port.html"), row, "not corroborated A.7.1", "1 implemented", "0 of 1")
	expectRow(t, tableOf(t, editions["auditor"], "frameworks/port.html"), row, "not corroborated A.7.1", "1 implemented", "1 of 1")
}

func TestAFrameworkWhoseMappingAnEditionLacksCountsNothing(t *testing.T) {
	staff := pagesOf(t, portSite(t, `id = "MAP-10"`, "id = \"MAP-10\"\naudience = \"auditor\""))["staff"]
	expectWords(t, staff, "frameworks/port.html", "This edition has no mapping to this framework.")
	expectRow(t, tableOf(t, staff, "frameworks/port.html"), "§ 3 Sound the horn")
	expectRow(t, tableOf(t, staff, "frameworks/index.html"), "Port rules Rules of the port", "Port authority", "4", "", "")
	for at, data := range staff {
		if strings.Contains(string(data), "harbour master") || at == "mappings/MAP-10.html" {
			t.Errorf("%s tells of the mapping", at)
		}
	}
}

func TestASecondMappingIsToldApart(t *testing.T) {
	site := portSite(t)
	site["registers/second.toml"] = &fstest.MapFile{Mode: 0o644, Data: []byte(`
[[mapping]]
id = "MAP-11"
title = "The insurer's comparison"
framework = "port"
publisher = "Insurer"
basis = "published"
confidence = "high"
[[mapping.source]]
name = "Insurer"
text = "Its questionnaire."
[[mapping.pair]]
control = "A.7.1"
items = ["port:A.1"]
`)}
	rows := tableOf(t, pagesOf(t, site)["staff"], "items/port/A.1.html")
	expectRow(t, rows, "A.7.1 Physical security perimeters", "Implemented", "EV-01",
		"ISO/IEC 27001:2022 to the port rules Confidence: Low · Lantern · corroborated The insurer's comparison Confidence: High")
}

func TestItemsAreListedByTheirFrameworkAlone(t *testing.T) {
	for edition, files := range pagesOf(t, portSite(t)) {
		if files["items/index.html"] != nil {
			t.Errorf("%s has a list of items", edition)
		}
		for at, data := range files {
			if strings.Contains(string(data), "items/index.html") {
				t.Errorf("%s/%s leads to a list of items", edition, at)
			}
		}
	}
}

func TestTextsLinkToItems(t *testing.T) {
	site := portSite(t, "The port lets in only those who know them.", "Above all [[port:A.2.1]] and [[port:A.1|the gates]].")
	staff := pagesOf(t, site)["staff"]
	for _, link := range []string{`href="../items/port/A.2.1.html" class="ref">port:A.2.1</a>`, `href="../items/port/A.1.html">the gates</a>`} {
		if !strings.Contains(string(staff["frameworks/port.html"]), link) {
			t.Errorf("there is no link %s", link)
		}
	}
}

// A mapping says what is related to what. It needs no control to be there.
func TestAMappingDoesNotRelyOnAControl(t *testing.T) {
	found := generator.Check(brokenOptions(portSite(t)))
	if slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == "excluded-in-use" }) {
		t.Error(written(t, found))
	}
}

func TestFrameworksThatShipHaveNoFindings(t *testing.T) {
	plain := generator.Check(brokenOptions(withFrameworks(t)))
	for _, name := range append(catalogue.Frameworks(), strings.Join(catalogue.Frameworks(), " ")) {
		found := generator.Check(brokenOptions(withFrameworks(t, strings.Fields(name)...)))
		if len(found) != len(plain) {
			t.Errorf("%s: %d findings, without it %d:\n%s", name, len(found), len(plain), written(t, found))
		}
	}
}

// The page is what somebody opens who asks about a law, so it must not say more
// than a mapping does.
func TestNoFrameworkIsSaidToBeCoveredOrMet(t *testing.T) {
	staff := pagesOf(t, portSite(t))["staff"]
	for _, at := range []string{"frameworks/port.html", "frameworks/index.html", "items/port/A.1.html", "mappings/MAP-10.html", "controls/A.7.1.html"} {
		words := strings.ToLower(wordsOf(mainOf(t, staff, at)))
		for _, never := range []string{"covered", "coverage", "compliant", "compliance", "fulfilled", "%"} {
			if strings.Contains(words, never) {
				t.Errorf("%s says %q", at, never)
			}
		}
	}
}

func TestENISAIsCreditedOnThePageOfNIS2(t *testing.T) {
	for edition, files := range pagesOf(t, withFrameworks(t, "nis2")) {
		if edition != "trust" {
			expectWords(t, files, "frameworks/nis2.html", "ENISA, NIS2 Technical Implementation Guidance 1.0 (June 2025), CC BY 4.0, rolled up to Article 21(2)")
		}
	}
}

func TestAllFrameworksTogetherMakeASoundAndLightSite(t *testing.T) {
	const largestPage = 400_000
	o := brokenOptions(withFrameworks(t, catalogue.Frameworks()...))
	o.Editions = []audience.Edition{audience.StaffEdition}
	files := made(t, o)["staff"]
	pages := map[string]page{}
	for at, data := range files {
		if path.Ext(at) == ".html" {
			pages[at] = parsePage(t, data)
			if len(data) > largestPage {
				t.Errorf("%s has %d bytes, more than %d", at, len(data), largestPage)
			}
		}
	}
	for at, p := range pages {
		for _, link := range p.links {
			if fault := linkFault(at, link, files, pages); fault != "" && at != "404.html" {
				t.Errorf("%s: %s: %s", at, link, fault)
			}
		}
		for id, count := range p.ids {
			if count > 1 {
				t.Errorf("%s: the id %q stands %d times", at, id, count)
			}
		}
	}
}

// withFrameworks returns a small site that asks for those of the frameworks that
// ship, and lets staff read them.
func withFrameworks(t *testing.T, names ...string) fstest.MapFS {
	t.Helper()
	site := portSite(t)
	if len(names) > 0 {
		site["annex.toml"].Data = []byte("frameworks = [\"" + strings.Join(names, `", "`) + "\"]\n" + string(site["annex.toml"].Data))
	}
	return site
}
