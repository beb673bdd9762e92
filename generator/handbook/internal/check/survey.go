package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// survey is a handbook that is being looked at, with what was found so far.
type survey struct {
	*record.Handbook
	rules   map[string]Rule
	state   map[string]state // of the rules so far, by code
	waivers waivers
	found   finding.List
	broken  bool // a rule found a fault of form

	links     []link    // of all texts, once somebody asks
	lateTasks lateTasks // once somebody asks

	unlabelled map[string]bool // kinds, once somebody asks
}

// state says what became of a rule.
type state uint8

const (
	ran    state = iota + 1
	silent       // what it would say is missing may not have been read
	off          // annex.toml turns it off
)

func newSurvey(h *record.Handbook) *survey {
	s := &survey{Handbook: h, rules: map[string]Rule{}, state: map[string]state{}, waivers: waiversOf(h)}
	for _, subject := range Rules {
		for _, rule := range subject.Rules {
			s.rules[rule.Code] = rule
		}
	}
	return s
}

// all returns the entries whose records are *T, by ID.
func all[T any](h *survey) []*T { return record.All[T](h.Handbook) }

// run adds what the rule finds.
func (h *survey) run(rule Rule) {
	level, on := h.level(rule)
	switch {
	case !on:
		h.state[rule.Code] = off
		return
	case rule.Seeks != nil && (!h.isSound() || h.withholds(rule.Seeks)):
		h.state[rule.Code] = silent
		return
	}
	h.state[rule.Code] = ran
	rule.Run(h, func(about record.Record, at source.Span, message, hint string, others ...record.Record) {
		f := finding.Finding{Level: level, Code: rule.Code, Message: message, Hint: hint, At: at}
		if about != nil {
			for _, r := range append([]record.Record{about}, others...) {
				if r.Head().Withheld == record.WhollyWithheld {
					return // of which nobody may tell more than that it is there
				}
				f.Entries = append(f.Entries, id(r))
			}
			if _, isWaiver := about.(*record.Waiver); !isWaiver && !rule.Fixed {
				f.Waiver = h.waive(rule.Code, id(about))
			}
		}
		h.found = append(h.found, f)
		h.broken = h.broken || rule.Fixed
	})
}

// level returns how much the rule's findings weigh here, and whether anybody
// looks for them at all.
func (h *survey) level(rule Rule) (level finding.Level, on bool) {
	if rule.Fixed {
		return rule.Level, true
	}
	switch h.Config.Rules.Of(rule.Code) {
	case record.AsError:
		return finding.Error, true
	case record.AsWarning:
		return finding.Warning, true
	case record.AsNote:
		return finding.Note, true
	case record.Off:
		return 0, false
	default:
		return rule.Level, true
	}
}

// isSound reports whether every entry could be read in full, and every
// reference leads to one. Where that is not so, what seems to be missing may be
// what could not be read, and has its finding there.
func (h *survey) isSound() bool {
	return !h.Incomplete && !h.Faulty && len(h.Rejected) == 0 && !h.broken
}

// withholds reports whether an entry of one of the kinds is withheld, be it in
// part, so that what seems to be missing may be what is not told of it.
func (h *survey) withholds(kinds []string) bool {
	return slices.ContainsFunc(h.Entries(), func(r record.Record) bool {
		head := r.Head()
		return head.Withheld != record.NotWithheld && slices.Contains(kinds, head.Kind.Name)
	})
}
