package tomlindex_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
)

// FuzzIndexAgreesWithTheDecodedData walks whatever BurntSushi/toml decodes and
// the index side by side. Everything in the data must be in the index, and the
// characters there must, decoded by themselves, be that key or value again.
func FuzzIndexAgreesWithTheDecodedData(f *testing.F) {
	for _, seed := range []string{
		"",
		"a = 1\nb = \"x\" # c\nd = 2026-01-01 10:00:00 \n",
		"a.\"b c\" . 'd' = 1\na.e = {f.g = 1, h = [{}, {i = 2,},],\n}\n",
		"[a.b]\nc = 1\n[a]\nd = '''\r\nx'''''\r\n",
		"[[risk]]\nid = 1\n[risk.acceptance]\nby = 'x'\n[[risk.action]]\n[[risk]]\n[[risk.action]]\n[[risk.action]]\n",
		"a = [ # ]\n  1, [\"]\", ''],\n]\n",
		"a = \"\"\"\n\\\"x\"\" \\\n  y\"\"\"\"\"\nb = \"\\\\\"\n",
		"\"\\e\\x41\\u00e4\\U0001f9b4\\\\e\" = -0.1e-1_0\n' ' = nan\n",
		"\ufeffa = true",
		// Not TOML, but BurntSushi/toml takes it.
		"a = [1]\na.b = 2\n",
		"a.b = 1\na = [2]\n",
		"a.b = 1\na = 2\n",
		"[[a]]\nb.c = 1\n[[a]]\nb = 2\nb = 3\n[a.b]\n",
		"a = [{b.c = 1, b = 2}]\n",
		"a = {b = 1}\na.c = 2\n[a.d]\n",
		"[[x.a]]\n[x]\na.b = 1\n",
		"\xff\xfea = 1",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := "+++\n" + text
		base := len(file) - len(text)
		index := tomlindex.Parse(text, base)
		w := walker{t: t, file: file, base: base}
		w.everyRangeIsInside(index)

		var data map[string]any
		if _, err := toml.Decode(text, &data); err == nil && !losesData(index) {
			w.compare("", data, index)
		}
	})
}

// losesData reports whether BurntSushi/toml (as of v1.6.0) may be without some
// of what n holds: one of two values for the same key, or the elements of an
// array next to an inline table that has an empty key.
func losesData(n *tomlindex.Node) bool {
	return len(n.Again) > 0 || n.Child("") != nil ||
		slices.ContainsFunc(n.Children, losesData) || slices.ContainsFunc(n.Elements, losesData)
}

type walker struct {
	t    *testing.T
	file string
	base int
}

func (w walker) everyRangeIsInside(n *tomlindex.Node) {
	for _, r := range []tomlindex.Range{n.Key, n.Value, n.Content} {
		if r != (tomlindex.Range{}) && (r.Start < w.base || r.End < r.Start || r.End > len(w.file)) {
			w.t.Fatalf("%q: range %v is outside the text", n.Name, r)
		}
	}
	for _, child := range n.Children {
		w.everyRangeIsInside(child)
	}
	for _, element := range n.Elements {
		w.everyRangeIsInside(element)
	}
}

// compare fails unless n is the index of data.
func (w walker) compare(path string, data any, n *tomlindex.Node) {
	if n == nil {
		w.t.Fatalf("%s is not in the index", path)
	}
	switch data := data.(type) {
	case map[string]any:
		for key, value := range data {
			path := fmt.Sprintf("%s.%q", path, key)
			child := n.Child(key)
			w.compare(path, value, child)
			if got := w.key(child); got != key || child.Name != key {
				w.t.Errorf("%s is named %q and written as %q", path, child.Name, got)
			}
		}
	case []map[string]any:
		w.compareLength(path, len(data), n)
		for i, element := range data {
			path := fmt.Sprintf("%s[%d]", path, i)
			w.compare(path, element, n.Element(i))
			if got := w.key(n.Element(i)); got != n.Name {
				w.t.Errorf("%s has a header of %q", path, got)
			}
		}
	case []any:
		w.compareLength(path, len(data), n)
		for i, element := range data {
			w.compare(fmt.Sprintf("%s[%d]", path, i), element, n.Element(i))
		}
	default:
		w.compareValue(path, data, n)
	}
}

func (w walker) compareLength(path string, length int, n *tomlindex.Node) {
	if len(n.Elements) != length {
		w.t.Fatalf("%s has %d elements in the index, %d in the data", path, len(n.Elements), length)
	}
}

func (w walker) compareValue(path string, data any, n *tomlindex.Node) {
	written := w.cut(n.Value)
	// Compared as text, because nan differs from itself.
	if got := w.decode(written); fmt.Sprint(got) != fmt.Sprint(data) {
		w.t.Errorf("%s is %v and written as %q", path, data, written)
	}
	decoded, isString := data.(string)
	content := w.cut(n.Content)
	switch {
	case !isString && n.Content != n.Value:
		w.t.Errorf("%s is %q, but its content %q", path, written, content)
	case !isString && n.Plain, n.Plain && content != decoded:
		w.t.Errorf("%s is %q, but its plain content %q", path, data, content)
	case isString && !n.Plain && !(written[0] == '"' && strings.Contains(content, `\`)):
		w.t.Errorf("%s is plainly %q, but not said to be", path, written)
	}
}

// decode returns the value that is written so.
func (w walker) decode(written string) any {
	var data map[string]any
	if _, err := toml.Decode("value = "+written, &data); err != nil {
		w.t.Fatalf("%q is no value: %v", written, err)
	}
	return data["value"]
}

// key returns the key of n, decoded from where the index says it is written.
func (w walker) key(n *tomlindex.Node) string {
	written := w.cut(n.Key)
	var data map[string]any
	if _, err := toml.Decode(written+" = 0", &data); err != nil {
		w.t.Fatalf("%q is no key: %v", written, err)
	}
	for key, value := range data {
		if value == int64(0) {
			return key
		}
	}
	w.t.Fatalf("%q is more than one segment of a key", written)
	return ""
}

func (w walker) cut(r tomlindex.Range) string { return w.file[r.Start:r.End] }
