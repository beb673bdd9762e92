package check

import (
	"path"

	"github.com/annex-isms/annex/generator/colour"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var accentColour = Rule{
	Code: "accent-colour", Basis: "practice",
	Doc: "the accent is a colour written as #rrggbb",
	Run: func(h *record.Handbook, report reporter) {
		if accent := accentOf(h); accent.IsSet() {
			if _, ok := colour.Parse(accent.Value); !ok {
				report(accent.At, "“"+accent.Value+"” is no colour", "write it as #rrggbb, such as #0b5878")
			}
		}
	},
}

var accentContrast = Rule{
	Code: "accent-contrast", Level: finding.Warning, Basis: "practice",
	Doc: "the accent stands out from the paper as text must (WCAG 2.2, 1.4.3)",
	Run: func(h *record.Handbook, report reporter) {
		accent := accentOf(h)
		c, ok := colour.Parse(accent.Value)
		if !ok {
			return
		}
		if contrast := colour.Contrast(c, colour.DayPaper); contrast < colour.Enough {
			report(accent.At, "the accent "+accent.Value+" is too pale for text: its contrast is "+colour.Describe(contrast)+", and "+colour.Describe(colour.Enough)+" is needed",
				"the nearest colour that can be read is "+c.Palette().Day.String()+", and pages use it")
		}
	},
}

var missingLogo = Rule{
	Code: "missing-logo", Basis: "practice",
	Doc: "the logo is a file of the content",
	Run: func(h *record.Handbook, report reporter) {
		o := h.Config.Organization.Row
		if o == nil || !o.Logo.IsSet() || h.Incomplete {
			return
		}
		if _, found := h.Files[path.Clean(o.Logo.Value)]; !found {
			report(o.Logo.At, "no image “"+o.Logo.Value+"”", "put the file into the content; the path counts from annex.toml")
		}
	},
}

func accentOf(h *record.Handbook) record.Line {
	if o := h.Config.Organization.Row; o != nil {
		return o.Accent
	}
	return record.Line{}
}
