package check

import "github.com/annex-isms/annex/generator/markdown"

var missingImage = Rule{
	Code: "missing-image", Fixed: true, Basis: "practice",
	Doc: "every image is a file of the content",
	Run: func(h *survey, report reporter) {
		h.eachLink(func(l link) {
			if l.Form != markdown.Image {
				return
			}
			if _, found := h.Embedded(l.text.At.File.Name, l.Target); !found && !h.Incomplete {
				report(l.from, l.place(), "no image “"+l.Target+"”", "put the file into the content; the path counts from the folder of this document")
			}
		})
	},
}
