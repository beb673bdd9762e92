package load

import (
	"strings"

	"github.com/annex-isms/annex/generator/source"
)

// frontMatter tells where the parts of a Markdown entry are.
type frontMatter struct {
	start, end int // the TOML between the two lines of +++
	body       int // the Markdown below
}

const fence = "+++"

// splitFrontMatter finds the TOML between lines of +++ at the top of the file.
func (l *loader) splitFrontMatter(file *source.File) (frontMatter, bool) {
	first := source.Span{File: file, Start: 0, End: len(file.Line(1))}
	if strings.TrimRight(file.Line(1), " \t") != fence {
		hint := "begin the file with +++, the fields in TOML, and +++ again"
		switch top := strings.TrimSpace(file.Text); {
		case strings.HasPrefix(top, "---"):
			hint = "front matter is TOML between lines of +++, not YAML between lines of ---"
		case strings.HasPrefix(top, fence):
			hint = "remove what stands above the first +++, even if that is only space"
		}
		l.report(first, "no-front-matter", "the document has no front matter", hint)
		return frontMatter{}, false
	}
	start := len(file.Line(1)) + 1
	for offset := start; offset < len(file.Text); {
		line, _, more := strings.Cut(file.Text[offset:], "\n")
		if strings.TrimRight(line, " \t") == fence {
			body := offset + len(line)
			if more {
				body++
			}
			return frontMatter{start: start, end: offset, body: body}, true
		}
		offset += len(line) + 1
	}
	l.report(first, "no-front-matter", "the front matter does not end", "put a line of +++ below the last field")
	return frontMatter{}, false
}
