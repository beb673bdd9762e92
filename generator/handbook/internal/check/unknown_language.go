package check

import "golang.org/x/text/language"

var unknownLanguage = Rule{
	Code: "unknown-language", Fixed: true, Basis: "practice",
	Doc: "the language of the content is one that browsers know",
	Run: func(h *survey, report reporter) {
		if tag := h.Config.Language; tag.IsSet() {
			if _, err := language.Parse(tag.Value); err != nil {
				report(nil, tag.At, "“"+tag.Value+"” is no language", "write its short name, such as “en” or “de-CH”")
			}
		}
	},
}
