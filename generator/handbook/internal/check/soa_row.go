package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var soaRow = Rule{
	Code: "soa-row", Level: finding.Warning, Basis: "6.1.3 d",
	Doc:   "every control of Annex A has its row in the Statement of Applicability",
	Seeks: []string{"control"},
	Run: func(h *survey, report reporter) {
		var missing []record.Record
		for _, c := range all[record.Control](h) {
			if !c.Authored {
				missing = append(missing, c)
			}
		}
		if len(missing) > 0 {
			report(h.find("6.1.3"), source.Span{}, "the Statement of Applicability says nothing of "+someInWords(missing),
				"add for each: [[control]] with id = \""+id(missing[0])+"\", applicable = true or false, and a justification")
		}
	},
}
