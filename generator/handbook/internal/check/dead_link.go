package check

import (
	"path"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var deadLink = Rule{
	Code: "dead-link", Basis: "practice",
	Doc: "every link to a file leads to a document",
	Run: func(h *record.Handbook, report reporter) {
		eachLink(h, func(text *record.Text, link markdown.Link) {
			if link.Form != markdown.Path {
				return
			}
			file := path.Join(path.Dir(text.At.File.Name), link.Target)
			if _, found := h.Target(text, link); !found && !h.MayKnow(file) {
				report(text.Place(link.Start, link.End), "no document “"+link.Target+"”", nearestFile(h, text, link.Target))
			}
		})
	},
}

func nearestFile(h *record.Handbook, text *record.Text, target string) string {
	if path.Ext(target) != ".md" {
		return "relative links lead to documents, which end in .md; write [[ID]] for any other entry"
	}
	from := path.Dir(text.At.File.Name)
	var known []string
	for _, r := range h.Entries() {
		head := r.Head()
		if !head.Kind.Markdown || !head.At.Known() {
			continue
		}
		to := relative(from, head.At.File.Name)
		if path.Base(to) == path.Base(target) {
			return "did you mean “" + to + "”?"
		}
		known = append(known, to)
	}
	if near, ok := load.Nearest(target, known); ok {
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

// eachLink visits the links of every text that an author wrote.
func eachLink(h *record.Handbook, visit func(*record.Text, markdown.Link)) {
	for _, r := range h.Entries() {
		for _, text := range record.AllTexts(r) {
			if !text.At.Known() {
				continue
			}
			for _, link := range text.Parsed.Links() {
				visit(text, link)
			}
		}
	}
}

var missingImage = Rule{
	Code: "missing-image", Basis: "practice",
	Doc: "every image is a file of the content",
	Run: func(h *record.Handbook, report reporter) {
		eachLink(h, func(text *record.Text, link markdown.Link) {
			if link.Form != markdown.Image {
				return
			}
			if _, found := h.Embedded(text.At.File.Name, link.Target); !found && !h.Incomplete {
				report(text.Place(link.Start, link.End), "no image “"+link.Target+"”", "put the file into the content; the path counts from the folder of this document")
			}
		})
	},
}
