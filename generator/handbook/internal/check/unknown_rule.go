package check

import (
	"maps"
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var unknownRule = Rule{
	Code: "unknown-rule", Fixed: true, Basis: "practice",
	Doc: "every rule that annex.toml or a waiver names exists",
	Run: func(h *survey, report reporter) {
		h.eachNamedRule(func(name record.Line, by record.Record) {
			if _, known := h.rules[name.Value]; known || isForm(name.Value) {
				return
			}
			hint := "“annex check --list” prints the rules"
			if near, ok := load.Nearest(name.Value, slices.Sorted(maps.Keys(h.rules))); ok {
				hint = "did you mean “" + near + "”?"
			}
			report(by, name.At, "no rule “"+name.Value+"”", hint)
		})
	},
}

// eachNamedRule visits the codes of rules that annex.toml and the waivers name.
// By is the waiver.
func (h *survey) eachNamedRule(visit func(name record.Line, by record.Record)) {
	for _, item := range h.Config.Rules.Items {
		visit(item.Rule, nil)
	}
	for _, w := range all[record.Waiver](h) {
		if w.Rule.IsSet() {
			visit(w.Rule, w)
		}
	}
}
