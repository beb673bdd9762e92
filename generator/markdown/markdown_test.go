package markdown_test

import (
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/markdown"
	"github.com/annex-isms/annex/generator/view"
)

var words = markdown.Words{
	AnchorLabel: "Link to this section", Footnotes: "Footnotes", FootnoteBack: "Back to the text",
	TaskDone: "done", TaskOpen: "open",
	Note: "Note", Tip: "Tip", Important: "Important", Warning: "Warning", Caution: "Caution",
}

// resolve leads to entries by their ID, to files by their path and to headings
// where they are. What is called "secret" it does not know.
func resolve(l markdown.Link) markdown.Resolution {
	fragment := ""
	if l.Fragment != "" {
		fragment = "#" + l.Fragment
	}
	switch {
	case l.Target == "secret":
		return markdown.Resolution{Text: "an entry"}
	case l.Form == markdown.Entry:
		return markdown.Resolution{Href: "entries/" + l.Target + ".html" + fragment, Text: l.Target, Chip: true}
	case l.Form == markdown.Anchor:
		return markdown.Resolution{Href: fragment}
	default:
		return markdown.Resolution{Href: "files/" + l.Target + fragment, Text: "its title"}
	}
}

// html returns the markup of src, with "ROOT/" for the way to the site's root.
func html(src string) string {
	return strings.ReplaceAll(string(markdown.Parse(src).HTML(resolve, words)), view.RootMark, "ROOT/")
}

// field returns the markup of src as a field of a register.
func field(src string) string {
	return strings.ReplaceAll(string(markdown.ParseText(src).HTML(resolve, words)), view.RootMark, "ROOT/")
}

// expect compares the markup of texts with what it should be.
func expect(t *testing.T, render func(string) string, cases map[string]string) {
	t.Helper()
	for src, want := range cases {
		if got := strings.TrimSuffix(render(src), "\n"); got != want {
			t.Errorf("%q becomes\n%s\nwant\n%s", src, got, want)
		}
	}
}

// faults lists faults as "level code: what they point at".
func faults(src string, found []markdown.Fault) []string {
	var list []string
	for _, f := range found {
		list = append(list, f.Level.String()+" "+f.Code+": "+src[f.Start:f.End])
	}
	return list
}

// expectFaults compares the faults of texts with what they should be.
func expectFaults(t *testing.T, find func(string) []markdown.Fault, cases map[string][]string) {
	t.Helper()
	for src, want := range cases {
		found := find(src)
		if got := faults(src, found); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q has the faults\n%q\nwant\n%q", src, got, want)
		}
		for _, f := range found {
			if f.Message == "" || f.Hint == "" {
				t.Errorf("%s says too little: %+v", f.Code, f)
			}
		}
	}
}

func parseFaults(src string) []markdown.Fault { return markdown.Parse(src).Faults() }
