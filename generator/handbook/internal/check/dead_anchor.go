package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var deadAnchor = Rule{
	Code: "dead-anchor", Basis: "practice",
	Doc: "every link to a heading leads to one",
	Run: func(h *record.Handbook, report reporter) {
		anchors := map[record.Record][]string{}
		for _, r := range h.Entries() {
			for _, text := range record.AllTexts(r) {
				if text.Whole {
					anchors[r] = text.Parsed.Anchors(h.LinkWords(text))
				}
			}
		}
		for _, r := range h.Entries() {
			for _, text := range record.AllTexts(r) {
				for _, link := range text.Parsed.Links() {
					to, found := r, link.Form == markdown.Anchor
					if !found {
						to, found = h.Target(text, link)
					}
					if !found || link.Fragment == "" || !text.At.Known() || slices.Contains(anchors[to], link.Fragment) {
						continue
					}
					hint := to.Head().ID.Value + " has no headings to link to"
					if near, ok := load.Nearest(link.Fragment, anchors[to]); ok {
						hint = "did you mean “#" + near + "”?"
					} else if len(anchors[to]) > 0 {
						hint = "its headings begin with “#" + anchors[to][0] + "”"
					}
					report(text.Place(link.Start, link.End), "no heading “#"+link.Fragment+"” in "+to.Head().ID.Value, hint)
				}
			}
		}
	},
}
