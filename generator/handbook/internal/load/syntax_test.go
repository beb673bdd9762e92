package load

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// FuzzWhateverIsRefusedIsExplained feeds the explanations what BurntSushi/toml
// refuses: each has to be at a place in the text, and to speak in our words.
func FuzzWhateverIsRefusedIsExplained(f *testing.F) {
	for _, seed := range []string{
		"a", "a =", "a = ", "a = [", "a = [1,", "a = [1\nb = 2\n", "a = {", "a = {b", "a = \"", "a = '''", "\"a", "[", "[[a", "[a]]", "[]", "= 1",
		"a = 1\na = 2\n", "[a]\n[a]\n", "[a.b]\n[[a]]\n", "a = 1\n[a.b]\n", "a = [1]\n[[a]]\n", "a.b = 1\na.b.c = 2\n",
		"a = \"\\q\"", "a = \"\\u1\"", "a = \"\\ud800\"", "a = 2026-02-30", "a = 2026-13-01", "a = 1/2/2026", "a = 01", "a = +", "a = 0x", "a = 99999999999999999999",
		"a = “x”", "a = True", "a = é", "é = 1", "a b = 1", "a: 1", "// a", "<<<<<<< a\n", "a = 1;", "a = \"b\" c", "[a] b", "a = [1 2]", "a = {b = 1 c = 2}", "a = \t\n\n", "a = {\n", "a = 1 #\n\n=\n", "a = .5", "a = 1,5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, isControl) {
			return // the loader refuses such a file before
		}
		const above = "+++\n"
		var data map[string]any
		_, err := toml.Decode(text, &data)
		var syntax toml.ParseError
		if !errors.As(err, &syntax) {
			return
		}
		fault := explain(above+text, len(above), false, syntax)
		if fault.start < 0 || fault.start > fault.end || fault.end > len(above+text) {
			t.Errorf("%q is at fault from %d to %d", text, fault.start, fault.end)
		}
		if !utf8.ValidString(fault.message) || strings.Contains(fault.message, "\n") || fault.message == "" || fault.hint == "" {
			t.Errorf("%q is explained by %q and %q", text, fault.message, fault.hint)
		}
		if strings.HasPrefix(fault.message, "not valid TOML") {
			t.Logf("%q is explained in the words of the library: %s", text, fault.message)
		}
	})
}
