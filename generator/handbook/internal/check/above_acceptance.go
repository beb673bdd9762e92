package check

import (
	"fmt"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var aboveAcceptance = Rule{
	Code: "above-acceptance", Basis: "6.1.3",
	Doc:      "an open risk at or above the acceptance level has steps of treatment to come, or has been accepted",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		for _, r := range all[record.Risk](h) {
			level := h.riskLevel(r.Current.Row)
			if r.Status.Value != record.RiskOpen || level == 0 || !h.Config.Criteria().Above(level) || record.Written(&r.Acceptance) || isInTreatment(r) {
				continue
			}
			message := fmt.Sprintf("%s stands at %d, from which on somebody has to decide, but it is neither accepted nor treated further", r.ID.Value, level)
			report(r, r.Current.At, message, "add [[risk.action]] with what will be done, or [risk.acceptance] of its owner")
		}
	},
}

// isInTreatment reports whether a step of the risk's treatment is still to come.
func isInTreatment(r *record.Risk) bool {
	for _, action := range r.Actions.Rows {
		if !record.Written(&action.Done) {
			return true
		}
	}
	return len(r.Actions.Rows) == 0 && record.Written(&r.Actions)
}
