package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var exceptionExpired = Rule{
	Code: "exception-expired", Level: finding.Warning, Basis: "practice", Late: true,
	Doc:      "an exception that is in use has not ended",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("exception", "until") {
			report(task.Of, task.Due.At, id(task.Of)+" has ended but is still in use", `write status = "ended" once the rule is kept, or have it approved anew until another day`)
		}
	},
}
