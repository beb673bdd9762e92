package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var processWithoutRecovery = Rule{
	Code: "process-without-recovery", Level: finding.Warning, Basis: "A.5.30",
	Doc:      "a process of which much depends says within which time it has to run again",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, p := range all[record.Process](h) {
			matters := p.Criticality.Value == record.ProcessHigh || p.Criticality.Value == record.ProcessCritical
			if matters && !record.Written(&p.RTO) {
				report(p, placeOf(&p.Criticality, p), p.ID.Value+" may not stand still for long, but nothing says for how long", `add: rto = "…" with the time, such as "4 hours"`)
			}
		}
	},
}
