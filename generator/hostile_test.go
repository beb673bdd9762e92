package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/themes"
)

// hostileWords stand in every field that takes words. They try to leave an
// element, an attribute in quotes of either sort, a script and a comment.
const hostileWords = `javascript:alert(1) <script>alert(1)</script> "><img src=x onerror=alert(1)> ' onfocus=alert(1) autofocus x=' </style></title></textarea>--><svg onload=alert(1)><form action=//example.com><base href=//example.com> {{.}} &lt;script&gt; \u003cscript\u003e`

// hostileText goes into every field that takes Markdown.
const hostileText = hostileWords + " `" + hostileWords + "` **" + hostileWords + "** [" + hostileWords + "](https://example.com/?\"><script>alert(1)</script>) [x](https://example.com \"" + `\"><img src=x onerror=alert(1)>` + "\")"

// hostileContent returns testdata/hostile.txtar with those words.
func hostileContent(t *testing.T) fstest.MapFS {
	t.Helper()
	site := filesOf(readArchive(t, "../testdata/hostile.txtar").Files)
	fill := strings.NewReplacer("[^WORDS]", `[^"><script>alert(1)</script>]`, "TITLE", `"><img src=x onerror=alert(1)>`, "WORDS", hostileWords, "TEXT", hostileText)
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
			for _, fault := range harm(name, data, files) {
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
		for _, file := range site.Files {
			if made[site.Name][file.Path], err = file.Content(); err != nil {
				t.Fatalf("%s/%s: %v", site.Name, file.Path, err)
			}
		}
	}
	return made, found
}

// harm returns what in a file could run, or load what is not the theme's.
func harm(name string, data []byte, files map[string][]byte) []string {
	if strings.ContainsFunc(name, func(r rune) bool { return strings.ContainsRune(`<>:"|?*\`, r) }) {
		return []string{"its name cannot be stored everywhere"}
	}
	switch path.Ext(name) {
	case ".html":
		return harmOfPage(name, data, files)
	case ".json":
		if !json.Valid(data) {
			return []string{"it is no valid JSON"}
		}
		if bytes.Contains(data, []byte("<script")) {
			return []string{"it would run where a browser takes it for a page"}
		}
	case ".svg", ".xml":
		return harmOfXML(data)
	case ".js", ".css":
		if strings.HasPrefix(name, "search/") {
			return harmOfShard(data)
		}
		if own, err := fs.ReadFile(themes.Default(), name); err != nil || !bytes.Equal(own, data) {
			if bytes.Contains(data, []byte("alert(1)")) {
				return []string{"it holds words of the content"}
			}
		}
	}
	return nil
}

// harmOfShard looks at a file of the search index: it must be one call with plain
// data, even where a browser takes it for a page.
func harmOfShard(data []byte) []string {
	arguments, isCall := bytes.CutPrefix(data, []byte("annexShard("))
	arguments, isWhole := bytes.CutSuffix(arguments, []byte(");\n"))
	switch {
	case !isCall || !isWhole || !json.Valid(slices.Concat([]byte("["), arguments, []byte("]"))):
		return []string{"it is not a call with data"}
	case bytes.ContainsAny(data, "<\u2028\u2029"):
		return []string{"it would run where a browser takes it for a page, or not at all"}
	}
	return nil
}

func harmOfPage(name string, data []byte, files map[string][]byte) []string {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			if attributeOf(n, "type") == "application/ld+json" {
				found = append(found, harmOfData(n)...)
				continue
			}
			source := path.Join(path.Dir(name), attributeOf(n, "src"))
			if _, exists := files[source]; attributeOf(n, "src") == "" || !exists || n.FirstChild != nil {
				found = append(found, "a script that is not a file of the theme")
			}
		case "form":
			if _, exists := files[path.Join(path.Dir(name), attributeOf(n, "action"))]; !exists && attributeOf(n, "action") != "" {
				found = append(found, "a form that is sent elsewhere")
			}
		case "style", "iframe", "object", "embed", "base", "foreignobject", "animate", "set":
			found = append(found, "the element "+n.Data)
		case "meta":
			if to := attributeOf(n, "http-equiv"); to != "" && !strings.EqualFold(to, "Content-Security-Policy") {
				found = append(found, "a meta element for "+to)
			}
		}
		for _, a := range n.Attr {
			if fault := harmOfAttribute(a); fault != "" {
				found = append(found, fault)
			}
		}
	}
	return found
}

// harmOfData returns what makes a block of data in a page more than data.
func harmOfData(n *html.Node) []string {
	if n.FirstChild == nil || !json.Valid([]byte(n.FirstChild.Data)) || strings.Contains(n.FirstChild.Data, "<") || attributeOf(n, "src") != "" {
		return []string{"a block of data that is no harmless JSON"}
	}
	return nil
}

var (
	addresses = []string{"href", "src", "data", "poster", "srcset", "background", "cite", "ping"}
	harmless  = regexp.MustCompile(`^(https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])`)
)

func harmOfAttribute(a html.Attribute) string {
	key := strings.ToLower(a.Key)
	value := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1 // browsers skip these within a scheme
		}
		return r
	}, a.Val))
	switch {
	case strings.HasPrefix(key, "on"), key == "style", key == "srcdoc", key == "autofocus", key == "formaction":
		return "the attribute " + key
	case slices.Contains(addresses, key) && !harmless.MatchString(value):
		return "the address " + a.Val
	case slices.Contains(addresses, key) && strings.HasPrefix(value, "//"):
		return "an address on another site without its scheme: " + a.Val
	}
	return ""
}

func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func harmOfXML(data []byte) []string {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return []string{err.Error()}
		}
		if element, ok := token.(xml.StartElement); ok && strings.EqualFold(element.Name.Local, "script") {
			return []string{"a script in XML"}
		}
	}
}

func TestHarmIsSeen(t *testing.T) {
	for _, page := range []string{
		"<script>alert(1)</script>", `<script src="other.js"></script>`, "<p onclick=x>", `<a href="javascript:x">`, "<a href=' java\nscript:x'>",
		`<a href="//example.com">`, `<p style="x">`, "<style>x</style>", `<img src="data:x">`, "<base href=x>", `<form action="x">`,
		`<meta http-equiv="refresh" content="0">`, "<svg><a xlink:href='javascript:x'>", "<svg onload=x>", "<iframe>",
		`<script type="application/ld+json">alert(1)</script>`, `<script type="application/ld+json">{"x": "<!--"}</script>`,
	} {
		if len(harm("index.html", []byte(page), nil)) == 0 {
			t.Errorf("%s passes for harmless", page)
		}
	}
	const harmless = `<script src="a.js"></script><a href="x.html#y">x</a> <a href="https://example.com/?a:b">y</a> <form><input></form> <script type="application/ld+json">{"x": "\u003cscript"}</script>`
	if found := harm("index.html", []byte(harmless), map[string][]byte{"a.js": nil}); len(found) > 0 {
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
					for _, fault := range harm(name, data, files) {
						t.Errorf("%s leads to %s/%s with %s", text, edition, name, fault)
					}
				}
			}
		}
	}
}
