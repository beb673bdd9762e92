package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// waivers are the decisions to let findings stand, and which of them one was
// found for.
type waivers struct {
	inForce map[waived][]*record.Waiver
	matched map[*record.Waiver]bool
}

// waived is what a waiver is about.
type waived struct{ rule, entry string }

func waiversOf(h *record.Handbook) waivers {
	w := waivers{inForce: map[waived][]*record.Waiver{}, matched: map[*record.Waiver]bool{}}
	for _, waiver := range record.All[record.Waiver](h) {
		if !hasLapsed(waiver, h) {
			what := waived{waiver.Rule.Value, waiver.About.Value}
			w.inForce[what] = append(w.inForce[what], waiver)
		}
	}
	return w
}

func hasLapsed(w *record.Waiver, h *record.Handbook) bool { return w.Until.Before(h.Today.Day) }

// waive returns the waiver under which a finding may stand, nil where there is
// none.
func (h *survey) waive(code, id string) *finding.Waiver {
	all := h.waivers.inForce[waived{code, id}]
	if len(all) == 0 {
		return nil
	}
	for _, w := range all {
		h.waivers.matched[w] = true
	}
	w := all[0]
	approver := w.Approver.ID
	if role := w.Approver.In(h.Handbook); role != nil {
		approver = role.Title.Value
	}
	reason := w.Reason.Source
	if w.Reason.Parsed != nil {
		reason = w.Reason.Parsed.Plain(h.LinkWords(&w.Reason))
	}
	return &finding.Waiver{ID: w.ID.Value, Reason: strings.Join(strings.Fields(reason), " "), Approver: approver, Until: w.Until.Day}
}
