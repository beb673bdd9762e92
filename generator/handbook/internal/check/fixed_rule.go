package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

var fixedRule = Rule{
	Code: "fixed-rule", Fixed: true, Basis: "practice",
	Doc: "faults of form stay errors: no level is set for them, and nobody waives them",
	Run: func(h *survey, report reporter) {
		h.eachNamedRule(func(name record.Line, by record.Record) {
			if !h.rules[name.Value].Fixed && !isForm(name.Value) {
				return
			}
			if by == nil {
				report(nil, name.At, "the level of “"+name.Value+"” cannot be set: it is a fault of form, and the build relies on there being none", "remove the line")
			} else {
				report(by, name.At, "“"+name.Value+"” cannot be waived: it is a fault of form, and the build relies on there being none", "remove the waiver, and mend the fault")
			}
		})
	},
}

// isForm reports whether loading reports faults under that code.
func isForm(code string) bool {
	for _, form := range Forms {
		if form.Code == code {
			return true
		}
	}
	return false
}
