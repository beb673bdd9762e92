package check

import (
	"path"
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/metadata"
	"github.com/annex-isms/annex/generator/source"
)

var tellingFile = Rule{
	Code: "telling-file", Level: finding.Warning, Basis: "practice",
	Doc:      "a file that the public gets tells nothing besides what its pages show",
	Audience: audience.Withheld, // it is about how a file was saved
	Run: func(h *survey, report reporter) {
		h.eachPublicFile(func(from record.Record, file record.File, at source.Span) {
			if told := toldBesides(file); told != "" {
				report(from, at, "“"+path.Base(file.Name)+"” tells the public more than its pages: "+told,
					"leave that out when you save it; Annex publishes it to the letter, since it may be signed")
			}
		})
	},
}

// toldBesides lists what a file tells besides its pages; nothing where that is
// merely with what it was made.
func toldBesides(file record.File) string {
	var told []string
	matters := false
	for _, p := range metadata.PropertiesOf(file.Name, file.Data) {
		words := p.Name
		if p.Value != "" {
			words += " “" + p.Value + "”"
		}
		told = append(told, words)
		matters = matters || !p.Tool
	}
	if !matters {
		return ""
	}
	return strings.Join(told, ", ")
}
