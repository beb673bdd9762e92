package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// survey is a handbook that is being looked at, with what was found so far.
type survey struct {
	*record.Handbook
	found  finding.List
	broken bool // a rule found a fault of form
}

// all returns the entries whose records are *T, by ID.
func all[T any](h *survey) []*T { return record.All[T](h.Handbook) }

// run adds what the rule finds.
func (h *survey) run(rule Rule) {
	if rule.Seeks != nil && !h.isSound() {
		return
	}
	rule.Run(h, func(about record.Record, at source.Span, message, hint string, others ...record.Record) {
		f := finding.Finding{Level: rule.Level, Code: rule.Code, Message: message, Hint: hint, At: at}
		if about != nil {
			f.Entries = append(f.Entries, about.Head().ID.Value)
		}
		for _, r := range others {
			f.Entries = append(f.Entries, r.Head().ID.Value)
		}
		h.found = append(h.found, f)
		h.broken = h.broken || rule.Fixed
	})
}

// isSound reports whether every entry could be read in full, and every
// reference leads to one. Where that is not so, what seems to be missing may be
// what could not be read, and has its finding there.
func (h *survey) isSound() bool {
	return !h.Incomplete && !h.Faulty && len(h.Rejected) == 0 && !h.broken
}
