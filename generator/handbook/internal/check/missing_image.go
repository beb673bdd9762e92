package check

import (
	"path"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/markdown"
)

var missingImage = Rule{
	Code: "missing-image", Fixed: true, Basis: "practice",
	Doc: "every image is a file of the content",
	Run: func(h *survey, report reporter) {
		h.eachLink(func(l link) {
			if l.Form != markdown.Image {
				return
			}
			if _, found := h.Embedded(l.text.At.File.Name, l.Target); !found && !h.Incomplete {
				report(l.from, l.place(), "no image “"+l.Target+"”", h.nearestImage(l))
			}
		})
	},
}

// nearestImage tells which file of the content an image probably meant.
func (h *survey) nearestImage(l link) string {
	from := path.Dir(l.text.At.File.Name)
	var known []string
	for _, name := range h.Names {
		if load.IsImage(name) {
			known = append(known, relative(from, name))
		}
	}
	if near, ok := load.NearestFile(l.Target, known); ok {
		return "did you mean “" + near + "”?"
	}
	return "put the file into the content; the path counts from the folder of this document"
}
