package generator_test

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

// staticOf returns the names of the theme's files that lie in an edition.
func staticOf(files map[string][]byte) []string {
	var names []string
	for at := range files {
		if name, isStatic := strings.CutPrefix(at, "static/"); isStatic {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestAnEditionHasTheStaticFilesThatItsPagesUse(t *testing.T) {
	only := map[string][]string{
		"certificate-end.js": {"trust"},
		"trust.css":          {"trust"},
		"handbook.css":       {"staff", "auditor"},
		"table-filter.js":    {"staff", "auditor"},
		"table-sort.js":      {"staff", "auditor"},
		"table-split.js":     {"staff", "auditor"},
		"workbook.js":        {"auditor"},
	}
	for edition, files := range made(t, sample()) {
		there := staticOf(files)
		for name, editions := range only {
			if got, want := slices.Contains(there, name), slices.Contains(editions, edition); got != want {
				t.Errorf("%s has %s: %t, want %t", edition, name, got, want)
			}
		}
		for _, name := range []string{"theme.css", "menu.js", "search-open.js", "search.js"} {
			if !slices.Contains(there, name) {
				t.Errorf("%s lacks %s", edition, name)
			}
		}
	}
}

// Without charts there is nothing that shows them, neither a file nor a link.
func TestWhatShowsChartsIsThereOnlyWithCharts(t *testing.T) {
	nothing := fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")}}
	published := fstest.MapFS{"controls.toml": small["controls.toml"], "annex.toml": {Data: append([]byte("[trust]\npublish = [\"soa-by-theme\"]\n"), small["annex.toml"].Data...)}}
	drawing := generator.NewCharts(pinned(t), "")
	for _, c := range []struct {
		name     string
		content  fs.FS
		charts   *generator.Charts
		editions string // that show charts
		drawn    bool
	}{
		{"a site without charts", nothing, drawing, "", false},
		{"a site that publishes none, and shows staff none", small, drawing, "auditor", true},
		{"a site that publishes one", published, drawing, "trust, auditor", true},
		{"a site whose charts nothing draws", published, nil, "trust, auditor", false},
	} {
		o := sample()
		o.Content, o.Charts = c.content, c.charts
		for edition, files := range made(t, o) {
			shown := strings.Contains(c.editions, edition)
			for name, want := range map[string]bool{"static/charts.css": shown, "static/charts.js": shown && c.drawn, "static/echarts/": shown && c.drawn} {
				has, linked := false, false
				for at, data := range files {
					has = has || strings.HasPrefix(at, name)
					linked = linked || path.Ext(at) == ".html" && bytes.Contains(data, []byte(name))
				}
				if has != want || linked != want {
					t.Errorf("%s: %s has %s: %t, its pages name it: %t, want %t", c.name, edition, name, has, linked, want)
				}
			}
		}
	}
}

// What lies in a site's own theme is no more public than what its pages show.
func TestStaticFilesThatNoPageRefersToAreNotPublished(t *testing.T) {
	ours := fstest.MapFS{}
	for name, text := range map[string]string{
		"templates/trust/missing.html": `{{/* static/draft.ico */}}<p>{{if eq .Edition "staff"}}static/staff.ico{{else if ne .Edition "trust"}}static/inner.ico` +
			`{{else}}{{with .Site.Links}}<img src="{{link "static/seal.ico"}}">{{end}}{{end}}`,
		"templates/trust/update.html": `{{template "flag" .Update.Type}}{{define "flag"}}<img src="{{link (print "static/flags/" . ".ico")}}">{{end}}`,
		"templates/trust/sent.html":   `<img src="{{link "static/sent.ico"}}">`, // without a form there is no such page
		"static/theme.css":            `@import "print/sheet.css"; body { background: url(paper.ico) }`,
		"static/print/sheet.css":      `@font-face { src: url("../letters.woff2?v=1") }`,
		"static/menu.js":              `load("static/menu-" + name + ".js")`,
	} {
		ours["ours/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	wanted := []string{"flags/audit.ico", "flags/other.ico", "letters.woff2", "menu-wide.js", "paper.ico", "print/sheet.css", "seal.ico"}
	unwanted := []string{"board-meeting.txt", "draft.ico", "inner.ico", "print/notes.txt", "sent.ico", "staff.ico"}
	for _, name := range slices.Concat(wanted, unwanted) {
		if at := "ours/static/" + name; ours[at] == nil {
			ours[at] = &fstest.MapFile{Data: []byte("x")}
		}
	}
	site := trustSite(map[string]string{"registers/updates.toml": strings.NewReplacer("See [[SUP-01]] & more.", "More.", `suppliers = ["SUP-01"]`, "").Replace(twoUpdates)})
	site["annex.toml"] = &fstest.MapFile{Data: append([]byte("theme = \"ours\"\n"), site["annex.toml"].Data...)}
	options := brokenOptions(site)
	options.Themes, options.Editions = ours, []audience.Edition{audience.TrustEdition}
	there := staticOf(made(t, options)["trust"])
	for _, name := range wanted {
		if !slices.Contains(there, name) {
			t.Errorf("%s is referred to, but was not copied", name)
		}
	}
	for _, name := range unwanted {
		if slices.Contains(there, name) {
			t.Errorf("%s was copied, but no page refers to it", name)
		}
	}
}

// A script in parts is one file on the site, and a theme may replace one part.
func TestOwnPartOfAScriptReplacesOurs(t *testing.T) {
	site := trustSite(nil)
	site["annex.toml"] = &fstest.MapFile{Data: append([]byte("theme = \"ours\"\n"), site["annex.toml"].Data...)}
	options := brokenOptions(site)
	options.Themes = fstest.MapFS{"ours/static/search-view.js": {Data: []byte("annexSearch.view = () => 'our own view';\n")}}
	options.Editions = []audience.Edition{audience.TrustEdition}
	files := made(t, options)["trust"]
	text := string(files["static/search.js"])
	for wanted, want := range map[string]bool{"our own view": true, "annexShard": true, "IntersectionObserver": false} {
		if strings.Contains(text, wanted) != want {
			t.Errorf("search.js has “%s”: %t, want %t", wanted, !want, want)
		}
	}
	if _, there := files["static/search-view.js"]; there {
		t.Error("a part is published besides")
	}
}
