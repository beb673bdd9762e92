package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var chartNotPublished = Rule{
	Code: "chart-not-published", Level: finding.Note, Basis: "practice",
	Doc:      "a text for the public places charts that annex.toml publishes; it leaves out any other",
	Audience: audience.Withheld, // editions hold no blocks by which to tell
	Run: func(h *survey, report reporter) {
		if h.Faulty {
			return // what could not be read may have named the chart
		}
		var names []string
		for _, option := range record.PublishedChart("").Options() {
			names = append(names, option.Word)
		}
		published := map[string]bool{}
		if centre := h.Config.Trust.Row; centre != nil {
			for _, option := range centre.Publish.AllChosen() {
				published[option.Word] = true
			}
		}
		var text *record.Text
		var labels markdown.Labels
		h.eachLink(func(l link) {
			if l.Form != markdown.Chart || published[l.Target] || !h.isLabelled(l.from) {
				return
			}
			if l.text != text {
				text, labels = l.text, markdown.LabelsOf(l.text.Source)
			}
			if audience.Narrowest(l.from.Head().Label, l.field.Audience, labels.At(l.Start)) == audience.Public {
				report(l.from, l.place(), "the trust centre leaves out the chart “"+l.Target+"”",
					"it shows what annex.toml names under [trust] as publish; that can be "+strings.Join(names, ", "))
			}
		})
	},
}
