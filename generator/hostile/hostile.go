// Package hostile makes content that attacks whoever reads it, and finds in
// finished files what could do so. It is for tests.
package hostile

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

	"golang.org/x/net/html"

	"github.com/annex-isms/annex/themes"
)

// Words stand in every field that takes words. They try to leave an
// element, an attribute in quotes of either sort, a script and a comment.
const Words = `javascript:alert(1) <script>alert(1)</script> "><img src=x onerror=alert(1)> ' onfocus=alert(1) autofocus x=' </style></title></textarea>--><svg onload=alert(1)><form action=//example.com><base href=//example.com> {{.}} &lt;script&gt; \u003cscript\u003e`

// Text goes into every field that takes Markdown.
const Text = Words + " `" + Words + "` **" + Words + "** [" + Words + "](https://example.com/?\"><script>alert(1)</script>) [x](https://example.com \"" + `\"><img src=x onerror=alert(1)>` + "\")"

// Harm returns what in a file could run, or load what is not the theme's.
func Harm(name string, data []byte, files map[string][]byte) []string {
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
