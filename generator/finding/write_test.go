package finding

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/annex-isms/annex/generator/source"
)

// risks is a file of which the tests complain.
var risks = source.NewFile("risks.toml", strings.Repeat("\n", 13)+`controls = ["A.8.9", "A.8.99"]`+"\n")

var unknownEntry = Finding{
	Code: "unknown-entry", Message: "no control A.8.99", Hint: "did you mean A.8.9?",
	At: spanOf(risks, `"A.8.99"`),
}

// three is a list with a finding of each level: on a line, on a file, nowhere.
var three = List{
	unknownEntry,
	{Level: Warning, Code: "not-text", Message: "the file is not text", At: source.Span{File: source.NewFile("a b/x.toml", "")}},
	{Level: Note, Code: "no-base-url", Message: "no sitemap is written"},
}

// withWaived is a list of which one finding may stand.
var withWaived = List{
	{Level: Warning, Code: "review-overdue", Message: "the review of POL-01 is overdue", At: spanOf(risks, "controls"), Entries: []string{"POL-01", "ROL-02"}, Waiver: &Waiver{
		ID: "WVR-01", Reason: "The merger changes it all.", Approver: "Managing Director", Until: time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC),
	}},
	three[2],
}

// spanOf returns where the words stand in the file.
func spanOf(file *source.File, words string) source.Span {
	start := strings.Index(file.Text, words)
	if start < 0 {
		panic("no " + words + " in " + file.Name)
	}
	return source.Span{File: file, Start: start, End: start + len(words)}
}

// written returns what Write makes of the findings.
func written(t testing.TB, l List, format Format, how Writing) string {
	t.Helper()
	var b strings.Builder
	if err := l.Write(&b, format, how); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestEveryFormatIsKnownByItsName(t *testing.T) {
	for _, format := range Formats {
		if got, ok := ParseFormat(string(format)); got != format || !ok {
			t.Errorf("ParseFormat(%q) = %q, %t", format, got, ok)
		}
		written(t, three, format, Writing{})
	}
	for _, word := range []string{"", "TEXT", "xml"} {
		if got, ok := ParseFormat(word); got != "" || ok {
			t.Errorf("ParseFormat(%q) = %q, %t", word, got, ok)
		}
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	var b strings.Builder
	if err := three.Write(&b, "xml", Writing{}); err == nil || b.Len() > 0 {
		t.Errorf("got error %v and %q", err, b.String())
	}
}

func TestFailureToWriteIsReported(t *testing.T) {
	full := errors.New("disk full")
	for _, format := range Formats {
		if err := three.Write(failing{full}, format, Writing{}); !errors.Is(err, full) {
			t.Errorf("%s: got error %v", format, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestSameFindingsGiveTheSameBytes(t *testing.T) {
	how := Writing{Folder: "content", Version: "1.0", Rules: []RuleInfo{{Code: "unknown-entry", Doc: "x"}}}
	for _, format := range Formats {
		compare(t, written(t, three, format, how), written(t, three, format, how))
	}
}

func TestFileIsNamedAsSeenFromWhereTheUserIs(t *testing.T) {
	for folder, want := range map[string]string{
		"":                                  "risks.toml",
		".":                                 "risks.toml",
		"content":                           "content/risks.toml",
		"./content/":                        "content/risks.toml",
		"../other/content":                  "../other/content/risks.toml",
		filepath.Join("sites", "a b", "at"): "sites/a b/at/risks.toml",
	} {
		if got := (Writing{Folder: folder}).place(unknownEntry.At).file; got != want {
			t.Errorf("in folder %q the file is %q, want %q", folder, got, want)
		}
	}
}

// No format may carry to a terminal what it would obey.
func TestNothingThatATerminalObeysIsWritten(t *testing.T) {
	evil := "a\x1b[2Jb\rc\x07d\u009b31me\u202ef\u2066g\x7fh\u2028i\U000E0041j\x00k\xffl"
	file := source.NewFile("\x1b]0;x\x07\u202e.toml", evil)
	findings := List{{Code: evil, Message: evil + "\nforged: line", Hint: evil, At: spanOf(file, evil)}}
	for _, format := range Formats {
		text := written(t, findings, format, Writing{Folder: "a\x1bb"})
		if !utf8.ValidString(text) {
			t.Errorf("%s writes what is not UTF-8:\n%q", format, text)
		}
		for _, r := range text {
			if r != '\n' && r != '\t' && obeyed(r) {
				t.Errorf("%s writes %U:\n%q", format, r, text)
			}
		}
		if (format == Text || format == GitHub) && strings.Contains(text, "\nforged") {
			t.Errorf("%s lets a message begin a line:\n%s", format, text)
		}
	}
}
