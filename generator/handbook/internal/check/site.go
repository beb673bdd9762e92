package check

import (
	"net/url"

	"golang.org/x/text/language"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var baseURL = Rule{
	Code: "base-url", Basis: "practice",
	Doc: "the base URL is the address of a site",
	Run: func(h *record.Handbook, report reporter) {
		if base := h.Config.BaseURL; base.IsSet() && !isSite(base.Value) {
			report(base.At, "“"+base.Value+"” is no address of a site", "write it as https://trust.example.com/")
		}
	},
}

// isSite reports whether the address can stand before the paths of pages.
func isSite(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" &&
		u.User == nil && u.RawQuery == "" && !u.ForceQuery && u.Fragment == ""
}

var languageTag = Rule{
	Code: "unknown-language", Basis: "practice",
	Doc: "the language of the content is one that browsers know",
	Run: func(h *record.Handbook, report reporter) {
		if tag := h.Config.Language; tag.IsSet() {
			if _, err := language.Parse(tag.Value); err != nil {
				report(tag.At, "“"+tag.Value+"” is no language", "write its short name, such as “en” or “de-CH”")
			}
		}
	},
}
