package finding

import (
	"testing"

	"github.com/annex-isms/annex/generator/source"
)

func TestTextShowsPlaceFaultLineAndHint(t *testing.T) {
	compare(t, written(t, List{unknownEntry}, Text, Writing{Folder: "content"}), `content/risks.toml:14:22: error: no control A.8.99 [unknown-entry]
  14 | controls = ["A.8.9", "A.8.99"]
     |                      ^^^^^^^^
  hint: did you mean A.8.9?
`)
}

func TestTextOfAFileOrOfNoPlaceHasNoLine(t *testing.T) {
	compare(t, written(t, three[1:], Text, Writing{Folder: "content"}),
		`content/a b/x.toml: warning: the file is not text [not-text]

note: no sitemap is written [no-base-url]
`)
}

func TestTextHasABlankLineBetweenFindings(t *testing.T) {
	compare(t, written(t, List{unknownEntry, three[2], three[2]}, Text, Writing{}), `risks.toml:14:22: error: no control A.8.99 [unknown-entry]
  14 | controls = ["A.8.9", "A.8.99"]
     |                      ^^^^^^^^
  hint: did you mean A.8.9?

note: no sitemap is written [no-base-url]

note: no sitemap is written [no-base-url]
`)
}

func TestTextOfNothingIsEmpty(t *testing.T) {
	compare(t, written(t, nil, Text, Writing{}), "")
}

func TestColourFollowsTheLevel(t *testing.T) {
	file := source.NewFile("a.md", "one two")
	var levels List
	for _, level := range []Level{Error, Warning, Note} {
		levels = append(levels, Finding{Level: level, Code: "c", Message: "m", At: spanOf(file, "two")})
	}
	compare(t, written(t, levels, Text, Writing{Colour: true}), "a.md:1:5: \x1b[1;31merror\x1b[0m: m \x1b[2m[c]\x1b[0m\n"+
		"  1 | one two\n    |     \x1b[1;31m^^^\x1b[0m\n\n"+
		"a.md:1:5: \x1b[1;33mwarning\x1b[0m: m \x1b[2m[c]\x1b[0m\n"+
		"  1 | one two\n    |     \x1b[1;33m^^^\x1b[0m\n\n"+
		"a.md:1:5: \x1b[1;34mnote\x1b[0m: m \x1b[2m[c]\x1b[0m\n"+
		"  1 | one two\n    |     \x1b[1;34m^^^\x1b[0m\n")
}

func TestTextShowsASubstituteForWhatATerminalObeys(t *testing.T) {
	file := source.NewFile("a.md", "x\x1b[2Jy\u202ez end")
	found := List{{Code: "c", Message: "two\nlines", Hint: "a\ttab", At: spanOf(file, "end")}}
	compare(t, written(t, found, Text, Writing{}), `a.md:1:10: error: two␊lines [c]
  1 | x␛[2Jy<U+202E>z end
    |                 ^^^
  hint: a␉tab
`)
}

func TestWaivedFindingsAreCountedButNotShown(t *testing.T) {
	compare(t, written(t, withWaived, Text, Writing{}), "note: no sitemap is written [no-base-url]\n")
	compare(t, written(t, withWaived, GitHub, Writing{}), "::notice title=no-base-url::no sitemap is written\n")
	compare(t, withWaived.Summary(), "1 note, 1 waived")
	waived := withWaived.Waived()
	waived[0].Level = Error
	if waived.HasErrors() || waived.Strict().HasErrors() {
		t.Error("a waived finding forbids publishing")
	}
}

func TestSummaryCountsInWords(t *testing.T) {
	of := func(errors, warnings, notes int) (l List) {
		for level, count := range []int{errors, warnings, notes} {
			for range count {
				l = append(l, Finding{Level: Level(level)})
			}
		}
		return l
	}
	for want, l := range map[string]List{
		"nothing to report":            of(0, 0, 0),
		"2 errors, 1 warning, 3 notes": of(2, 1, 3),
		"1 error, 2 warnings, 1 note":  of(1, 2, 1),
		"1 error":                      of(1, 0, 0),
		"12 warnings":                  of(0, 12, 0),
	} {
		if got := l.Summary(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
