package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var noBaseURL = Rule{
	Code: "no-base-url", Level: finding.Note, Basis: "practice",
	Doc:      "a trust centre with something in it has an address",
	Audience: audience.Withheld, // it is about annex.toml
	Run: func(h *survey, report reporter) {
		if !h.Config.BaseURL.At.Known() && slices.ContainsFunc(h.Entries(), isSeenByAll) {
			report(nil, h.Config.Organization.At, "without a base-url the trust centre has no sitemap, no feeds, and nothing that others see when somebody shares a page",
				"add: base-url = \"https://trust.example.com/\"")
		}
	},
}
