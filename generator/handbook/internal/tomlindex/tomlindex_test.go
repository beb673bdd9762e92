package tomlindex_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/handbook/internal/tomlindex"
)

// lines joins lines, for TOML that is easier to read one line at a time.
func lines(l ...string) string { return strings.Join(l, "\n") + "\n" }

// outline returns one line for each node below n: its path in the decoded
// data, the key as written, and the value as written; and where its key is
// given again, a line for that.
func outline(text string, n *tomlindex.Node, path string) []string {
	var out []string
	list := func(child *tomlindex.Node, path string) {
		out = append(out, fmt.Sprintf("%s: %s = %s", path, cut(text, child.Key), cut(text, child.Value)))
		for _, again := range child.Again {
			out = append(out, fmt.Sprintf("%s: again %s", path, cut(text, again)))
		}
		out = append(out, outline(text, child, path)...)
	}
	for _, child := range n.Children {
		list(child, strings.TrimPrefix(path+"."+child.Name, "."))
	}
	for i, element := range n.Elements {
		list(element, fmt.Sprintf("%s[%d]", path, i))
	}
	return out
}

func cut(text string, r tomlindex.Range) string { return text[r.Start:r.End] }

func TestEveryKeyAndValueIsPlaced(t *testing.T) {
	tests := []struct {
		behaviour string
		text      string
		want      []string
	}{{
		behaviour: "an empty text has nothing in it",
		text:      " # only a comment",
	}, {
		behaviour: "comments, space and a byte order mark are passed over",
		text:      "\ufeff# a = 0\n\t a  =\t1  # b = 2\nc=true#d\n",
		want:      []string{"a: a = 1", "c: c = true"},
	}, {
		behaviour: "a value of any kind is quoted as written",
		text: lines(`a = "x # y"`, `b = 'x'`, `c = -1_000`, `d = 0xdead_beef`, `e = 6.02e+23`, `f = +inf`,
			`g = 2026-01-01`, `h = 2026-01-01 10:00:00 # noon?`, `i = 2026-01-01T10:00:00.5+02:00`, `j = 10:00:00`),
		want: []string{`a: a = "x # y"`, `b: b = 'x'`, `c: c = -1_000`, `d: d = 0xdead_beef`, `e: e = 6.02e+23`, `f: f = +inf`,
			`g: g = 2026-01-01`, `h: h = 2026-01-01 10:00:00`, `i: i = 2026-01-01T10:00:00.5+02:00`, `j: j = 10:00:00`},
	}, {
		behaviour: "a quoted key is placed with its quotes and named without",
		text:      lines(`"x y" = 1`, `'C:\e' = 2`, `"\x41\u00e4\e\\e" = 3`, `"" = 4`, `7-a_B = 5`),
		want:      []string{`x y: "x y" = 1`, `C:\e: 'C:\e' = 2`, "Aä\x1b\\e: " + `"\x41\u00e4\e\\e" = 3`, `: "" = 4`, `7-a_B: 7-a_B = 5`},
	}, {
		behaviour: "each segment of a dotted key is placed, its tables at the whole key",
		text:      lines(`a.b . "c d" = 1`, `a.e = 2`),
		want:      []string{`a: a = a.b . "c d"`, `a.b: b = a.b . "c d"`, `a.b.c d: "c d" = 1`, `a.e: e = 2`},
	}, {
		behaviour: "a table is placed at its header",
		text:      lines(`x = 1`, `[a] # x = 2`, `b = 2`, `[ c . "d" ]`, `e.f = 3`),
		want:      []string{`x: x = 1`, `a: a = [a]`, `a.b: b = 2`, `c: c = [ c . "d" ]`, `c.d: "d" = [ c . "d" ]`, `c.d.e: e = e.f`, `c.d.e.f: f = 3`},
	}, {
		behaviour: "a table with a header of its own is placed there, even when implied before",
		text:      lines(`[a.b]`, `c = 1`, `['a']`, `d = 2`),
		want:      []string{`a: 'a' = ['a']`, `a.b: b = [a.b]`, `a.b.c: c = 1`, `a.d: d = 2`},
	}, {
		behaviour: "a table below an array of tables belongs to the last of them",
		text: lines(`[[risk]]`, `id = 1`, `[[risk.action]]`, `[[ "risk" ]]`, `id = 2`, `[risk.acceptance]`, `by = "CISO"`,
			`[[risk.action]]`, `due = 1`, `[[risk.action]]`, `due = 2`),
		want: []string{`risk: risk = [[risk]]`,
			`risk[0]: risk = [[risk]]`, `risk[0].id: id = 1`,
			`risk[0].action: action = [[risk.action]]`, `risk[0].action[0]: action = [[risk.action]]`,
			`risk[1]: "risk" = [[ "risk" ]]`, `risk[1].id: id = 2`,
			`risk[1].acceptance: acceptance = [risk.acceptance]`, `risk[1].acceptance.by: by = "CISO"`,
			`risk[1].action: action = [[risk.action]]`,
			`risk[1].action[0]: action = [[risk.action]]`, `risk[1].action[0].due: due = 1`,
			`risk[1].action[1]: action = [[risk.action]]`, `risk[1].action[1].due: due = 2`},
	}, {
		behaviour: "an array may go over several lines and have comments",
		text:      lines(`a = [ # ]`, `  1, "]" , # 2,`, ``, `  [true, 'x',], [],`, `]`, `b = 2`),
		want: []string{"a: a = [ # ]\n  1, \"]\" , # 2,\n\n  [true, 'x',], [],\n]",
			`a[0]:  = 1`, `a[1]:  = "]"`, `a[2]:  = [true, 'x',]`, `a[2][0]:  = true`, `a[2][1]:  = 'x'`, `a[3]:  = []`, `b: b = 2`},
	}, {
		behaviour: "the keys of an inline table are placed like any other",
		text:      lines(`a = {b = 1, c.d = {}, e = [{f = 2}]} # g`),
		want: []string{`a: a = {b = 1, c.d = {}, e = [{f = 2}]}`, `a.b: b = 1`, `a.c: c = c.d`, `a.c.d: d = {}`,
			`a.e: e = [{f = 2}]`, `a.e[0]:  = {f = 2}`, `a.e[0].f: f = 2`},
	}, {
		behaviour: "an inline table may go over several lines",
		text:      lines(`a = { # }`, `  b = 1,`, `  c = 2, # d`, `}`, `e = 3`),
		want:      []string{"a: a = { # }\n  b = 1,\n  c = 2, # d\n}", `a.b: b = 1`, `a.c: c = 2`, `e: e = 3`},
	}, {
		behaviour: "a line may end in CRLF",
		text:      "a = 1\r\n[b] # c\r\nd = [\r\n  2, # 3\r\n]\r\ne = \"\"\r\n",
		want:      []string{`a: a = 1`, `b: b = [b]`, "b.d: d = [\r\n  2, # 3\r\n]", `b.d[0]:  = 2`, `b.e: e = ""`},
	}, {
		behaviour: "a key given twice is placed where it is given first",
		text:      lines(`a.b = 1`, `a = "x"`, `c = [2]`, `'c' = 3`, `c.d = 4`, `[e]`, `["e"]`, `f = 5`, `[[e]]`, `g = 6`),
		want: []string{`a: a = a.b`, `a: again a`, `a.b: b = 1`, `c: c = [2]`, `c: again 'c'`, `c: again c`, `c.d: d = 4`, `c[0]:  = 2`,
			`e: e = [e]`, `e: again "e"`, `e: again e`, `e.f: f = 5`},
	}, {
		behaviour: "what cannot be understood is passed over, line by line",
		text:      lines(`a = 1`, `?`, `b`, `c = [2, }`, `d = "3`, `[e`, `f = 4`, `[[g]]`, `h = 5`),
		want:      []string{`a: a = 1`, `c: c = [2, `, `c[0]:  = 2`, `d: d = "3`, `g: g = [[g]]`, `g[0]: g = [[g]]`, `g[0].h: h = 5`},
	}}
	for _, test := range tests {
		t.Run(test.behaviour, func(t *testing.T) {
			got := outline(test.text, tomlindex.Parse(test.text, 0), "")
			if !slices.Equal(got, test.want) {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", test.text, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestContentStandsBetweenTheQuotes(t *testing.T) {
	tests := []struct {
		behaviour string
		written   string
		content   string
		plain     bool
	}{
		{"a basic string", `"x 'y'"`, `x 'y'`, true},
		{"a literal string", `'\x "y"'`, `\x "y"`, true},
		{"an empty basic string", `""`, ``, true},
		{"an empty literal string", `''`, ``, true},
		{"an escape", `"x\ty"`, `x\ty`, false},
		{"an escaped quote", `"x \" y"`, `x \" y`, false},
		{"an escaped backslash before the closing quote", `"x\\"`, `x\\`, false},
		{"characters of several bytes", `"Rückgrat – 🦴"`, `Rückgrat – 🦴`, true},
		{"a multi-line string", "\"\"\"x\ny\"\"\"", "x\ny", true},
		{"a multi-line literal string", `'''\x''y'''`, `\x''y`, true},
		{"an empty multi-line string", `""""""`, ``, true},
		{"a first newline", "'''\nx\n'''", "x\n", true},
		{"a first newline with CRLF", "\"\"\"\r\nx\r\n\"\"\"", "x\r\n", true},
		{"a second newline", "'''\n\nx'''", "\nx", true},
		{"a line-ending backslash", "\"\"\"x \\\n  y\"\"\"", "x \\\n  y", false},
		{"one quote before the closing ones", `"""x""""`, `x"`, true},
		{"two quotes before the closing ones", `'''x'''''`, `x''`, true},
		{"an escaped quote before the closing ones", `"""x\""""`, `x\"`, false},
		{"an escaped quote and two more before the closing ones", `"""x\""""""`, `x\"""`, false},
		{"anything but a string", `[ 1 ]`, `[ 1 ]`, false},
		{"an inline table", `{a = "b"}`, `{a = "b"}`, false},
	}
	for _, test := range tests {
		t.Run(test.behaviour, func(t *testing.T) {
			text := "a = " + test.written + " # \"'\nb = [" + test.written + ", 2]\n"
			index := tomlindex.Parse(text, 0)
			for _, n := range []*tomlindex.Node{index.Child("a"), index.Child("b").Element(0)} {
				if got := cut(text, n.Value); got != test.written {
					t.Errorf("value is %q, want %q", got, test.written)
				}
				if got := cut(text, n.Content); got != test.content {
					t.Errorf("content is %q, want %q", got, test.content)
				}
				if n.Plain != test.plain {
					t.Errorf("plain is %t", n.Plain)
				}
			}
			if index.Child("b").Element(1) == nil {
				t.Error("the element behind it is missing")
			}
		})
	}
}

func TestBaseIsAddedToEveryRange(t *testing.T) {
	page := "+++\n\"title\" = \"Backups\"\n[[risk]]\n+++\n"
	start := len("+++\n")
	index := tomlindex.Parse(page[start:len(page)-start], start)
	got := outline(page, index, "")
	want := []string{`title: "title" = "Backups"`, `risk: risk = [[risk]]`, `risk[0]: risk = [[risk]]`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := cut(page, index.Child("title").Content); got != "Backups" {
		t.Errorf("content is %q", got)
	}
	if got := cut(page, index.Value); got != "\"title\" = \"Backups\"\n[[risk]]\n" {
		t.Errorf("the root's value is %q", got)
	}
}

func TestWhatIsMissingIsNil(t *testing.T) {
	index := tomlindex.Parse("a = [1]", 0)
	for i, n := range []*tomlindex.Node{
		index.Child("b"), index.Child("b").Child("c"), index.Child("b").Element(0),
		index.Child("a").Child("b"), index.Child("a").Element(1), index.Child("a").Element(-1), index.Element(0),
	} {
		if n != nil {
			t.Errorf("node %d is %+v", i, n)
		}
	}
}

func TestDeepNestingDoesNotExhaustTheStack(t *testing.T) {
	for _, text := range []string{
		"a = " + strings.Repeat("[", 5_000_000),
		strings.Repeat("a = {", 1_000_000),
	} {
		if tomlindex.Parse(text, 0).Child("a") == nil {
			t.Error("what came before is lost")
		}
	}
}
