package check

import (
	"path"
	"slices"
	"strings"

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
		if !slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"}, strings.ToLower(path.Ext(name))) {
			continue
		}
		to := relative(from, name)
		if strings.EqualFold(path.Base(name), path.Base(l.Target)) {
			return "did you mean “" + to + "”?"
		}
		known = append(known, to)
	}
	if near, ok := load.Nearest(l.Target, known); ok {
		return "did you mean “" + near + "”?"
	}
	return "put the file into the content; the path counts from the folder of this document"
}
