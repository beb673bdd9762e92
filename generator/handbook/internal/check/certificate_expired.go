package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
)

var certificateExpired = Rule{
	Code: "certificate-expired", Level: finding.Warning, Basis: "practice", Late: true,
	Doc:      "a certificate in force has not expired",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, task := range h.late("certificate", "valid-until") {
			report(task.Of, task.Due.At, id(task.Of)+" has expired, and its status does not say so", `write status = "expired", or the days of the new certificate`)
		}
	},
}
