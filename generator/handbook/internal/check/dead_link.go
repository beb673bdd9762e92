package check

import (
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/markdown"
)

var deadLink = Rule{
	Code: "dead-link", Fixed: true, Basis: "practice",
	Doc: "every link to a file leads to a document",
	Run: func(h *survey, report reporter) {
		h.eachLink(func(l link) {
			if l.Form != markdown.Path {
				return
			}
			file := path.Join(path.Dir(l.text.At.File.Name), l.Target)
			if _, found := h.Target(l.text, l.Link); !found && !h.MayKnow(file) {
				report(l.from, l.place(), "no document “"+l.Target+"”", h.nearestFile(l))
			}
		})
	},
}

// nearestFile tells which document a link to a file probably meant.
func (h *survey) nearestFile(l link) string {
	if r, known := h.Find(l.Target); known {
		return "write [[" + r.Head().ID.Value + "]], or [[" + r.Head().ID.Value + "|with words of your own]]"
	}
	if file := path.Join(path.Dir(l.text.At.File.Name), l.Target); path.Ext(file) != ".toml" && slices.Contains(h.Names, file) {
		return "a link leads to an entry: write one of which this is the file, such as evidence with file = \"" + file + "\", and link to that"
	}
	if path.Ext(l.Target) != ".md" {
		return "relative links lead to documents, which end in .md; write [[ID]] for any other entry"
	}
	from := path.Dir(l.text.At.File.Name)
	var known []string
	for _, r := range h.Entries() {
		head := r.Head()
		if !head.Kind.Markdown || !head.At.Known() {
			continue
		}
		known = append(known, relative(from, head.At.File.Name))
	}
	if near, ok := load.NearestFile(l.Target, known); ok {
		return "did you mean “" + near + "”?"
	}
	return "the path counts from the folder of this document"
}

// relative returns the path of name as seen from the folder.
func relative(folder, name string) string {
	up := ""
	for folder != "." && !strings.HasPrefix(name, folder+"/") {
		folder, up = path.Dir(folder), up+"../"
	}
	return up + strings.TrimPrefix(name, folder+"/")
}
