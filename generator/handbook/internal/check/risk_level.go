package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

// isStep reports whether a number is a step of a scale, as far as there are both.
func isStep(number record.Number, steps int) bool {
	return !number.IsSet() || steps == 0 || number.Value >= 1 && number.Value <= steps
}

// riskLevel returns the level of a score, or 0 where it lies off the scale.
func (h *survey) riskLevel(score *record.Score) int {
	criteria := h.Config.Criteria()
	if score == nil || !isStep(score.Likelihood, len(criteria.Likelihood.Items)) || !isStep(score.Impact, len(criteria.Impact.Items)) {
		return 0
	}
	return score.Level()
}
