package finding

import (
	"testing"

	"github.com/annex-isms/annex/generator/source"
)

func TestGitHubGetsACommandForEachFinding(t *testing.T) {
	compare(t, written(t, three, GitHub, Writing{Folder: "content"}),
		`::error file=content/risks.toml,line=14,col=22,endColumn=30,title=unknown-entry::no control A.8.99%0Adid you mean A.8.9?
::warning file=content/a b/x.toml,title=not-text::the file is not text
::notice title=no-base-url::no sitemap is written
`)
}

func TestGitHubGetsLinesWithoutColumnsForSeveralLines(t *testing.T) {
	file := source.NewFile("a.toml", "a = [\n1,\n]\n")
	compare(t, written(t, List{{Code: "c", Message: "m", At: spanOf(file, "[\n1,\n]")}}, GitHub, Writing{}),
		"::error file=a.toml,line=1,endLine=3,title=c::m\n")
}

func TestGitHubCannotBeCommandedByContent(t *testing.T) {
	file := source.NewFile("50%: a,b::c\r.md", "x")
	found := List{{
		Code: "c", Message: "100%\r\n::stop-commands::x, y: %0A", Hint: "\x1b[2J",
		At: source.Span{File: file, Start: 0, End: 1},
	}}
	compare(t, written(t, found, GitHub, Writing{}),
		"::error file=50%25%3A a%2Cb%3A%3Ac%0D.md,line=1,col=1,endColumn=2,title=c::"+
			"100%25%0D%0A::stop-commands::x, y: %250A%0A␛[2J\n")
}
