package generator_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
)

func TestSecurityTextHoldsWhatRFC9116AsksFor(t *testing.T) {
	policy := "+++\nid = \"POL-01\"\ntitle = \"Disclosure\"\naudience = \"public\"\nsummary = \"How to tell us.\"\ntype = \"policy\"\nstatus = \"in-force\"\nowner = \"ROL-01\"\n+++\nText.\n"
	site := trustSite(map[string]string{"documents/POL-01.md": policy})
	site["annex.toml"].Data = append(site["annex.toml"].Data,
		"disclosure = \"POL-01\"\nlanguages = [\"en\", \"fr\"]\nencryption = \"https://lantern.example/key.txt\"\nacknowledgements = \"https://lantern.example/thanks\"\n"...)
	const want = `Contact: mailto:security@lantern.example
Expires: 2027-10-23T00:00:00Z
Encryption: https://lantern.example/key.txt
Acknowledgments: https://lantern.example/thanks
Preferred-Languages: en, fr
Canonical: https://trust.lantern.example/.well-known/security.txt
Policy: https://trust.lantern.example/documents/POL-01.html
`
	if got := trustOf(t, site)[".well-known/security.txt"]; got != want {
		t.Errorf("security.txt is\n%s\nrather than\n%s", got, want)
	}
}

func TestSecurityTextNeedsAnAddress(t *testing.T) {
	for contact, want := range map[string]string{
		"security@lantern.example":       "Contact: mailto:security@lantern.example\n",
		"https://lantern.example/report": "Contact: https://lantern.example/report\n",
		"the switchboard":                "",
		"javascript:alert(1)@example":    "",
		"a@example?bcc=b@example":        "",
	} {
		site := trustSite(nil)
		site["annex.toml"].Data = []byte(strings.Replace(string(site["annex.toml"].Data), "security@lantern.example", contact, 1))
		text, there := trustOf(t, site)[".well-known/security.txt"]
		if there != (want != "") || !strings.HasPrefix(text, want) {
			t.Errorf("for %q security.txt is %q", contact, text)
		}
	}
}

func TestSitemapListsThePublicPagesAndNoOther(t *testing.T) {
	files := made(t, sample())["trust"]
	var listed struct {
		Pages []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &listed); err != nil {
		t.Fatal(err)
	}
	var want []string
	for name := range files {
		if path.Ext(name) == ".html" && name != "404.html" && path.Dir(name) != "search" {
			want = append(want, strings.TrimSuffix("https://trust.harbourline.example/"+name, "index.html"))
		}
	}
	slices.Sort(want)
	slices.Sort(listed.Pages)
	if !slices.Equal(listed.Pages, want) {
		t.Errorf("the sitemap lists\n%s\nrather than\n%s", strings.Join(listed.Pages, "\n"), strings.Join(want, "\n"))
	}
	if robots := string(files["robots.txt"]); !strings.Contains(robots, "\nSitemap: https://trust.harbourline.example/sitemap.xml\n") {
		t.Errorf("robots.txt is %s", robots)
	}
}

// Whatever needs the address of the site is left out where nobody knows it, and
// the author is told.
func TestWithoutABaseURLNothingIsAbsolute(t *testing.T) {
	site := trustSite(map[string]string{"registers/suppliers.toml": oneSupplier, "registers/updates.toml": twoUpdates})
	site["annex.toml"].Data = []byte(strings.Replace(string(site["annex.toml"].Data), "base-url = \"https://trust.lantern.example\"\n", "", 1))
	files := trustOf(t, site)
	for _, name := range []string{"sitemap.xml", "robots.txt", "updates.atom", "subprocessors.atom"} {
		if _, there := files[name]; there {
			t.Errorf("there is %s", name)
		}
	}
	for name, text := range files {
		for _, words := range []string{`property="og:`, `rel="canonical"`, ".atom", "lantern.example/"} {
			if strings.Contains(text, words) {
				t.Errorf("%s has %s", name, words)
			}
		}
	}
	for _, name := range []string{"trust.json", ".well-known/security.txt", "subprocessors.csv"} {
		if _, there := files[name]; !there {
			t.Errorf("there is no %s", name)
		}
	}
	if !hasCode(generator.Check(brokenOptions(site)), "no-base-url") {
		t.Error("nobody tells the author")
	}
	if hasCode(generator.Check(brokenOptions(trustSite(nil))), "no-base-url") {
		t.Error("an author with a base-url is told of none")
	}
}

func TestPagesCanBeSharedAndReadByMachines(t *testing.T) {
	files := made(t, sample())["trust"]
	root := parseHTML(t, files["questions/Q-01.html"])
	want := map[string]string{
		"og:title": "Where is our data kept?", "og:url": "https://trust.harbourline.example/questions/Q-01.html",
		"og:site_name": "Harbourline", "og:type": "website",
	}
	for n := range root.Descendants() {
		if property := attributeOf(n, "property"); n.Data == "meta" && want[property] == attributeOf(n, "content") {
			delete(want, property)
		}
	}
	if len(want) > 0 {
		t.Errorf("the page of a question lacks %v", want)
	}

	blocks := 0
	for n := range parseHTML(t, files["index.html"]).Descendants() {
		if attributeOf(n, "type") != "application/ld+json" || n.Data != "script" {
			continue
		}
		blocks++
		var data struct {
			Type  string `json:"@type"`
			Email []struct {
				Email string
			} `json:"contactPoint"`
			Certificates []struct {
				Number  string `json:"certificationIdentification"`
				Expires string `json:"expires"`
			} `json:"hasCertification"`
		}
		if err := json.Unmarshal([]byte(n.FirstChild.Data), &data); err != nil {
			t.Fatal(err)
		}
		if data.Type != "Organization" || len(data.Certificates) != 1 || data.Certificates[0].Expires != "2027-11-17" {
			t.Errorf("machines read %+v", data)
		}
	}
	if blocks != 1 {
		t.Errorf("the first page has %d blocks of data", blocks)
	}
}

func TestTwinStatesWhatThePagesDo(t *testing.T) {
	var stated struct {
		Date          string
		Certificates  []struct{ State, Number, ValidUntil, Page string }
		Subprocessors []struct {
			Name, Place, Since, Page string
		}
		Questions []struct{ ID, Topic, Question, Answer, Page string }
		Updates   []struct{ ID, Page string }
		OnRequest []struct{ Title, Access, Page string }
		Documents []struct{ Title, Access, File, Page string }
	}
	files := made(t, sample())["trust"]
	if err := json.Unmarshal(files["trust.json"], &stated); err != nil {
		t.Fatal(err)
	}
	if stated.Date != "2026-11-23" || len(stated.Certificates) != 1 || stated.Certificates[0].State != "valid" || stated.Certificates[0].ValidUntil != "2027-11-17" {
		t.Errorf("it states %+v", stated.Certificates)
	}
	var pages []string
	for _, s := range stated.Subprocessors {
		pages = append(pages, s.Page)
		if !strings.Contains(string(files["subprocessors.html"]), s.Name) {
			t.Errorf("the page of subprocessors lacks %s", s.Name)
		}
	}
	for _, q := range stated.Questions {
		pages = append(pages, q.Page)
		if !strings.Contains(string(files["questions.html"]), html.EscapeString(q.Question)) {
			t.Errorf("the page of questions lacks %s", q.Question)
		}
	}
	for _, u := range stated.Updates {
		pages = append(pages, u.Page)
	}
	for _, d := range stated.OnRequest {
		pages = append(pages, d.Page)
		if d.Access == "public" {
			t.Errorf("%s is public and has to be asked for", d.Title)
		}
	}
	for _, d := range stated.Documents {
		pages = append(pages, d.Page)
		if d.File != "" {
			pages = append(pages, d.File)
		}
	}
	for _, page := range pages {
		if _, there := files[page]; !there {
			t.Errorf("there is no %s", page)
		}
	}
	if len(stated.Questions) < 25 || len(stated.Subprocessors) != 5 || len(stated.Updates) < 6 || len(stated.OnRequest) < 3 {
		t.Errorf("it states %d questions, %d subprocessors, %d updates, %d papers on request",
			len(stated.Questions), len(stated.Subprocessors), len(stated.Updates), len(stated.OnRequest))
	}
}

func TestSheetsRunNothing(t *testing.T) {
	files := trustOf(t, trustSite(map[string]string{
		"registers/questions.toml": "[[question]]\nid = \"Q-01\"\ntitle = \"=HYPERLINK(\\\"x\\\")\"\naudience = \"public\"\ntopic = \"data\"\nanswer = \"@SUM(1), “quoted”,\\n\\n+2\"\nowner = \"ROL-01\"\n",
	}))
	text := files["questions.csv"]
	if !strings.HasPrefix(text, "\uFEFFid,topic,") || strings.Count(text, "\r\n") != 2 {
		t.Errorf("the sheet is no table for a spreadsheet: %q", text)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range rows[1] {
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
			t.Errorf("a spreadsheet would run %q", cell)
		}
	}
}

// The policy that a host sends must allow what pages need and nothing else. What
// a page says itself may be narrower where it has no form.
func TestNetlifySendsThePolicyOfThePages(t *testing.T) {
	var netlify struct {
		Build   struct{ Command, Publish string }
		Headers []struct {
			For    string
			Values map[string]string
		}
	}
	if _, err := toml.DecodeFile("../netlify.toml", &netlify); err != nil {
		t.Fatal(err)
	}
	if netlify.Build.Publish != "dist/trust" || !strings.HasSuffix(netlify.Build.Command, "build --edition trust") {
		t.Errorf("Netlify is told to publish %s made by “%s”", netlify.Build.Publish, netlify.Build.Command)
	}
	sent := directives(netlify.Headers[0].Values["Content-Security-Policy"])
	if netlify.Headers[0].For != "/*" || sent["frame-ancestors"] != "'none'" {
		t.Errorf("pages can be framed: %v", sent)
	}
	delete(sent, "frame-ancestors") // which a page cannot say itself
	files := trustOf(t, handoutSite("form = \"netlify\"\n"))
	for n := range parseHTML(t, []byte(files["documents.html"])).Descendants() {
		if attributeOf(n, "http-equiv") == "Content-Security-Policy" {
			if own := directives(attributeOf(n, "content")); !maps.Equal(own, sent) {
				t.Errorf("the page asks for %v, the host sends %v", own, sent)
			}
		}
	}
	sample := made(t, sample())["trust"]
	for _, rule := range netlify.Headers {
		if _, there := sample[strings.TrimPrefix(rule.For, "/")]; !there && !strings.HasSuffix(rule.For, "/*") {
			t.Errorf("there are headers for %s, but no such file", rule.For)
		}
	}
}

func directives(policy string) map[string]string {
	named := map[string]string{}
	for directive := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
		named[name] = sources
	}
	return named
}

func hasCode(found finding.List, code string) bool {
	return slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == code })
}
