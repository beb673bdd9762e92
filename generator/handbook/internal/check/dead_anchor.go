package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/markdown"
)

var deadAnchor = Rule{
	Code: "dead-anchor", Fixed: true, Basis: "practice",
	Doc: "every link to a heading leads to one",
	Run: func(h *survey, report reporter) {
		anchors, isAnchor := map[record.Record][]string{}, map[record.Record]map[string]bool{}
		for _, r := range h.Entries() {
			if !r.Head().Kind.Markdown {
				continue
			}
			for _, text := range record.AllTexts(r) {
				if text.Whole {
					anchors[r], isAnchor[r] = text.Parsed.Anchors(h.LinkWords(text)), map[string]bool{}
					for _, anchor := range anchors[r] {
						isAnchor[r][anchor] = true
					}
				}
			}
		}
		h.eachLink(func(l link) {
			to, found := l.from, l.Form == markdown.Anchor
			if !found {
				to, found = h.Target(l.text, l.Link)
			}
			if !found || l.Fragment == "" || isAnchor[to][l.Fragment] {
				return
			}
			hint := to.Head().ID.Value + " has no headings to link to"
			if near, ok := load.Nearest(l.Fragment, anchors[to]); ok {
				hint = "did you mean “#" + near + "”?"
			} else if len(anchors[to]) > 0 {
				hint = "its headings: " + someAnchors(anchors[to])
			}
			report(l.from, l.place(), "no heading “#"+l.Fragment+"” in "+to.Head().ID.Value, hint)
		})
	},
}

// someAnchors names the first few headings that there are to link to.
func someAnchors(anchors []string) string {
	const few = 6
	shown := anchors
	if len(anchors) > few+1 {
		shown = anchors[:few]
	}
	var named []string
	for _, anchor := range shown {
		named = append(named, "“#"+anchor+"”")
	}
	if more := len(anchors) - len(shown); more > 0 {
		named = append(named, fmt.Sprintf("%d others", more))
	}
	return listed(named)
}
