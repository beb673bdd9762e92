package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var subprocessorDenied = Rule{
	Code: "subprocessor-denied", Basis: "A.5.34",
	Doc:      "a supplier whom the public sees is a subprocessor",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, s := range all[record.Supplier](h) {
			if isSeenByAll(s) && s.Subprocessor.IsSet() && !s.Subprocessor.Value {
				report(s, s.Subprocessor.At, s.ID.Value+" is no subprocessor, but customers see it among them", "write: subprocessor = true, or give it the audience staff")
			}
		}
	},
}
