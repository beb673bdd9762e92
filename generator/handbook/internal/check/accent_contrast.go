package check

import (
	"github.com/annex-isms/annex/generator/colour"
	"github.com/annex-isms/annex/generator/finding"
)

var accentContrast = Rule{
	Code: "accent-contrast", Level: finding.Warning, Basis: "practice",
	Doc: "the accent stands out from the paper as text must (WCAG 2.2, 1.4.3)",
	Run: func(h *survey, report reporter) {
		accent := h.accent()
		c, ok := colour.Parse(accent.Value)
		if !ok {
			return
		}
		if contrast := colour.Contrast(c, colour.DayPaper); contrast < colour.Enough {
			report(nil, accent.At, "the accent "+accent.Value+" is too pale for text: its contrast is "+colour.Describe(contrast)+", and "+colour.Describe(colour.Enough)+" is needed",
				"the nearest colour that can be read is "+c.Palette().Day.String()+", and pages use it")
		}
	},
}
