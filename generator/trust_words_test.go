package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/script"
	"github.com/annex-isms/annex/themes"
)

// trustWords holds every word of the sample's trust edition, so that whoever
// reviews a change sees what the public would gain by it:
//
//	go test ./generator -run TrustWords -update
const trustWords = "../testdata/trust-words.txt"

func TestTrustWordsAreKnown(t *testing.T) {
	o := sample()
	o.Editions = []audience.Edition{audience.TrustEdition}
	got := strings.Join(publicWords(t, made(t, o)["trust"]), "\n") + "\n"
	if *update {
		if err := os.WriteFile(trustWords, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(trustWords)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("the sample's trust edition says other words than %s: where they may be public, rewrite it with -update\n%s",
			trustWords, difference(strings.Split(string(want), "\n"), strings.Split(got, "\n")))
	}
}

// difference returns the lines that only one of two lists has, each no longer than
// a reader takes in.
func difference(before, after []string) string {
	var b strings.Builder
	write := func(sign string, lines, others []string) {
		for _, line := range lines {
			if !slices.Contains(others, line) {
				fmt.Fprintf(&b, "%s %.200s\n", sign, line)
			}
		}
	}
	write("-", before, after)
	write("+", after, before)
	return b.String()
}

// publicWords returns everything that files say, each thing once, sorted: the
// names of files, the runs of words between tags, the values of attributes, and
// the words of other files line by line. What comes from the theme without a word
// of the content, such as scripts, is named and not repeated.
func publicWords(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	said := map[string]bool{}
	say := func(sort, words string) {
		if words = strings.Join(strings.Fields(words), " "); words != "" {
			said[sort+" "+hashes.ReplaceAllString(words, "…$1")] = true
		}
	}
	for name, data := range files {
		say("file", name)
		switch path.Ext(name) {
		case ".html":
			sayPage(t, name, data, say)
		case ".json":
			sayJSON(t, data, say)
		case ".svg", ".xml":
			sayXML(t, data, say)
		default:
			if fromTheme(name, data) || sayShard(t, data, say) {
				continue
			}
			for line := range strings.Lines(string(data)) {
				say("line", line)
			}
		}
	}
	return slices.Sorted(maps.Keys(said))
}

// fromTheme reports whether a file is the theme's own.
func fromTheme(name string, data []byte) bool {
	own, err := script.Read(themes.Default(), name)
	return err == nil && bytes.Equal(own, data)
}

// hashes are names of files after what they hold: any change to that would give
// another name, and tell a reviewer nothing.
var hashes = regexp.MustCompile(`\b[0-9a-f]{16,64}(\.[a-z0-9]+)`)

// drawn are attributes that say how something looks.
var drawn = []string{"class", "d", "viewBox", "viewbox", "fill", "stroke", "stroke-width", "stroke-linecap", "width", "height", "x", "y"}

func sayPage(t *testing.T, name string, data []byte, say func(sort, words string)) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var walk func(*html.Node)
	walk = func(node *html.Node) {
		switch node.Type {
		case html.TextNode:
			text.WriteString(node.Data)
		case html.CommentNode:
			say("comment", node.Data)
		case html.ElementNode:
			for _, attribute := range node.Attr {
				value := attribute.Val
				if isWithin := !strings.ContainsAny(value, ":#?"); isWithin && (attribute.Key == "href" || attribute.Key == "src") {
					value = path.Join(path.Dir(name), value)
				}
				if !slices.Contains(drawn, attribute.Key) {
					say("attribute", attribute.Key+"="+value)
				}
			}
		}
		parts := node.Type == html.ElementNode && !slices.Contains([]string{"a", "b", "code", "em", "span", "strong", "sub", "sup", "time"}, node.Data)
		flush := func() {
			if parts {
				say("text", text.String())
				text.Reset()
			}
		}
		flush()
		for child := range node.ChildNodes() {
			walk(child)
		}
		flush()
	}
	walk(root)
}

func sayJSON(t *testing.T, data []byte, say func(sort, words string)) {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	var walk func(key string, value any)
	walk = func(key string, value any) {
		switch value := value.(type) {
		case map[string]any:
			for key, below := range value {
				walk(key, below)
			}
		case []any:
			for _, below := range value {
				walk(key, below)
			}
		case string:
			say("json", key+": "+value)
		default:
			text, _ := json.Marshal(value)
			say("json", key+": "+string(text))
		}
	}
	walk("", value)
}

var (
	shard     = regexp.MustCompile(`(?s)^annexShard\("([a-z]+)[-0-9]*","[0-9a-f]+",(.*)\);\n$`)
	shardForm = regexp.MustCompile(`([A-Z])([^A-Z]*)`)
	quoted    = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
)

// sayShard says the words in a part of the search's index, and reports whether the
// file is one. All forms are said once; the other shards with forms repeat them, and
// where they stand and how often is in numbers, which follow from the texts.
func sayShard(t *testing.T, data []byte, say func(sort, words string)) bool {
	t.Helper()
	parts := shard.FindSubmatch(data)
	if parts == nil {
		return false
	}
	sort := string(parts[1])
	if sort == "words" || sort == "ends" || sort == "places" {
		return true
	}
	var before []rune
	for _, literal := range quoted.FindAll(parts[2], -1) {
		var words string
		if err := json.Unmarshal(literal, &words); err != nil {
			t.Fatal(err)
		}
		if sort != "forms" {
			say("search", words)
			continue
		}
		// A capital says how many letters a word shares with the one before.
		for _, form := range shardForm.FindAllStringSubmatch(words, -1) {
			before = append(before[:min(len(before), int(form[1][0]-'A'))], []rune(form[2])...)
			say("search", string(before))
		}
		break // behind the words come numbers
	}
	return true
}

func sayXML(t *testing.T, data []byte, say func(sort, words string)) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		switch token := token.(type) {
		case xml.CharData:
			say("text", string(token))
		case xml.Comment:
			say("comment", string(token))
		case xml.StartElement:
			for _, attribute := range token.Attr {
				if !slices.Contains(drawn, attribute.Name.Local) {
					say("attribute", attribute.Name.Local+"="+attribute.Value)
				}
			}
		}
	}
}

func TestANewPublicWordIsSeen(t *testing.T) {
	files := map[string][]byte{
		"index.html": []byte(`<p>Known <b>words</b>.</p><img alt="known">`), "index.json": []byte(`{"a":"known"}`), "feed.xml": []byte("<a>known</a>"),
		"texts.js": []byte(`annexShard("texts-0","0a",[["known",""]]);` + "\n"), "forms.js": []byte(`annexShard("forms-0","0a",["Aknown","b"]);` + "\n"),
	}
	before := publicWords(t, files)
	for name, data := range map[string]string{
		"new.html":   "",
		"index.html": `<p>Known <b>words</b> and more.</p><img alt="known">`,
		"index.json": `{"a":"known","b":"new"}`,
		"feed.xml":   `<a href="new">known</a>`,
		"robots.txt": "new",
		"texts.js":   `annexShard("texts-0","0a",[["known","new"]]);` + "\n",
		"forms.js":   `annexShard("forms-0","0a",["AknownFew","b"]);` + "\n",
	} {
		changed := maps.Clone(files)
		changed[name] = []byte(data)
		if slices.Equal(publicWords(t, changed), before) {
			t.Errorf("a change of %s is not seen", name)
		}
	}
}
