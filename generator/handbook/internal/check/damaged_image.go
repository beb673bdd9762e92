package check

import (
	"path"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/metadata"
	"github.com/annex-isms/annex/generator/source"
)

var damagedImage = Rule{
	Code: "damaged-image", Fixed: true, Basis: "practice",
	Doc:      "an image that the public sees is whole, so that what it tells besides can be removed",
	Audience: audience.Withheld, // the trust edition has the stripped image, or none
	Run: func(h *survey, report reporter) {
		h.eachPublicFile(func(from record.Record, file record.File, at source.Span) {
			if _, err := metadata.Strip(file.Name, file.Data); err != nil {
				report(from, at, "“"+path.Base(file.Name)+"” cannot be published: "+err.Error(), "save it anew with the program that made it")
			}
		})
	},
}
