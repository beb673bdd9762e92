package generator_test

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/hostile"
)

// hostileContent returns testdata/hostile.txtar with those words.
func hostileContent(t *testing.T) fstest.MapFS {
	t.Helper()
	site := filesOf(readArchive(t, "../testdata/hostile.txtar").Files)
	fill := strings.NewReplacer("[^WORDS]", `[^"><script>alert(1)</script>]`, "TITLE", `"><img src=x onerror=alert(1)>`, "WORDS", hostile.Words, "TEXT", hostile.Text)
	for _, file := range site {
		file.Data = []byte(fill.Replace(string(file.Data)))
	}
	return site
}

func TestHostileWordsRunNowhere(t *testing.T) {
	sites, found := editionsOf(t, hostileContent(t))
	if found.HasErrors() {
		t.Fatalf("the hostile site cannot be built:\n%s", written(t, found))
	}
	for edition, files := range sites {
		shown := 0
		for name, data := range files {
			shown += bytes.Count(data, []byte("alert(1)"))
			for _, fault := range hostile.Harm(name, data, files) {
				t.Errorf("%s/%s: %s", edition, name, fault)
			}
		}
		if shown < 100 {
			t.Errorf("%s shows hardly any of the hostile words, so that this test shows nothing", edition)
		}
	}
}

// editionsOf returns the files of every edition of the content, by edition and
// path; none where something is wrong with it.
func editionsOf(t *testing.T, content fs.FS) (map[string]map[string][]byte, finding.List) {
	t.Helper()
	options := brokenOptions(content)
	options.Editions = audience.Editions
	sites, found, err := generator.Make(options)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]map[string][]byte{}
	for _, site := range sites {
		made[site.Name] = map[string][]byte{}
		for _, file := range filesIn(t, site) {
			if made[site.Name][file.Path], err = file.Content(); err != nil {
				t.Fatalf("%s/%s: %v", site.Name, file.Path, err)
			}
		}
	}
	return made, found
}

func TestHarmIsSeen(t *testing.T) {
	for _, page := range []string{
		"<script>alert(1)</script>", `<script src="other.js"></script>`, "<p onclick=x>", `<a href="javascript:x">`, "<a href=' java\nscript:x'>",
		`<a href="//example.com">`, `<p style="x">`, "<style>x</style>", `<img src="data:x">`, "<base href=x>", `<form action="x">`,
		`<meta http-equiv="refresh" content="0">`, "<svg><a xlink:href='javascript:x'>", "<svg onload=x>", "<iframe>",
		`<script type="application/ld+json">alert(1)</script>`, `<script type="application/ld+json">{"x": "<!--"}</script>`,
	} {
		if len(hostile.Harm("index.html", []byte(page), nil)) == 0 {
			t.Errorf("%s passes for harmless", page)
		}
	}
	const harmless = `<script src="a.js"></script><a href="x.html#y">x</a> <a href="https://example.com/?a:b">y</a> <form><input></form> <script type="application/ld+json">{"x": "\u003cscript"}</script>`
	if found := hostile.Harm("index.html", []byte(harmless), map[string][]byte{"a.js": nil}); len(found) > 0 {
		t.Errorf("%s passes for harmful: %v", harmless, found)
	}
}

// TestTheHostileSiteHasEveryKeyOfTheSample fails when a kind gains a field that
// the hostile site does not fill yet.
func TestTheHostileSiteHasEveryKeyOfTheSample(t *testing.T) {
	have := keysOf(t, hostileContent(t))
	for key := range keysOf(t, content.Sample) {
		if !have[key] {
			t.Errorf("the hostile site has no %s", key)
		}
	}
}

// keysOf returns the keys of all TOML in the content: "risk.action.due".
func keysOf(t *testing.T, content fs.FS) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	err := fs.WalkDir(content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		var data map[string]any
		switch path.Ext(name) {
		case ".toml":
			_, err = toml.Decode(string(text), &data)
		case ".md":
			_, err = toml.Decode(strings.SplitN(string(text), "+++\n", 3)[1], &data)
		}
		addKeys(keys, "", data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func addKeys(keys map[string]bool, within string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for key, below := range value {
			keys[within+key] = true
			addKeys(keys, within+key+".", below)
		}
	case []map[string]any:
		for _, row := range value {
			addKeys(keys, within, row)
		}
	case []any:
		for _, row := range value {
			addKeys(keys, within, row)
		}
	}
}

// policyWith returns a site with one document of that text.
func policyWith(t *testing.T, text string) fstest.MapFS {
	t.Helper()
	site := filesOf(readArchive(t, brokenFolder+"/base.txtar").Files)
	front := "+++\nid = \"POL-02\"\ntitle = \"Access\"\nsummary = \"Who.\"\ntype = \"policy\"\nstatus = \"draft\"\nowner = \"ROL-03\"\n+++\n\n"
	site["documents/POL-02.md"] = &fstest.MapFile{Data: []byte(front + text), Mode: 0o644}
	return site
}

func TestLinksThatWouldRunAreRefused(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "<java\tscript:alert(1)>",
		"vbscript:x", "data:text/html,<script>alert(1)</script>", "//example.com/x", `\\example.com\x`, "file:///etc/passwd", "blob:x",
	} {
		for _, text := range []string{"[x](" + address + ")", "![x](" + address + ")", "[x][1]\n\n[1]: " + address, "<" + address + ">"} {
			sites, _ := editionsOf(t, policyWith(t, text))
			for edition, files := range sites {
				for name, data := range files {
					for _, fault := range hostile.Harm(name, data, files) {
						t.Errorf("%s leads to %s/%s with %s", text, edition, name, fault)
					}
				}
			}
		}
	}
}
