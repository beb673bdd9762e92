package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var notPublished = Rule{
	Code: "not-published", Level: finding.Warning, Basis: "practice",
	Doc: "what has the audience public is shown to the public",
	Run: func(h *survey, report reporter) {
		for _, r := range h.Entries() {
			head := r.Head()
			if head.Label != audience.Public {
				continue
			}
			if why, hint := record.Unpublished(r); why != "" {
				report(r, head.Audience.At, head.ID.Value+" is public, but the public does not see it: "+why, hint)
			}
		}
	},
}
