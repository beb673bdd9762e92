package check

import (
	"golang.org/x/text/language"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var unknownLanguage = Rule{
	Code: "unknown-language", Fixed: true, Basis: "practice",
	Doc: "the languages that annex.toml names are such that browsers know them",
	Run: func(h *survey, report reporter) {
		tags := []record.Line{h.Config.Language}
		if centre := h.Config.Trust.Row; centre != nil {
			tags = append(tags, centre.Languages.Items...)
		}
		for _, tag := range tags {
			if _, err := language.Parse(tag.Value); tag.IsSet() && err != nil {
				report(nil, tag.At, "“"+tag.Value+"” is no language", "write its short name, such as “en” or “de-CH”")
			}
		}
	},
}
