package check

import (
	"github.com/annex-isms/annex/generator/colour"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var accentColour = Rule{
	Code: "accent-colour", Fixed: true, Basis: "practice",
	Doc: "the accent is a colour written as #rrggbb",
	Run: func(h *survey, report reporter) {
		if accent := h.accent(); accent.IsSet() {
			if _, ok := colour.Parse(accent.Value); !ok {
				report(nil, accent.At, "“"+accent.Value+"” is no colour", "write it as #rrggbb, such as #0b5878")
			}
		}
	},
}

// accent returns the colour that annex.toml names for the site, if it does.
func (h *survey) accent() record.Line {
	if o := h.Config.Organization.Row; o != nil {
		return o.Accent
	}
	return record.Line{}
}
