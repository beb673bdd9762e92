package check

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var mappingPair = Rule{
	Code: "mapping-pair", Fixed: true, Basis: "practice",
	Doc: "a pair of a mapping has a control or a clause on one side and items of the mapping's framework on the other",
	Run: func(h *survey, report reporter) {
		for _, mapping := range all[record.Mapping](h) {
			said := map[[2]string]bool{}
			for _, pair := range mapping.Pairs.Rows {
				checkEnd(mapping, pair, report)
				h.checkItems(mapping, pair, report)
				checkSaidOnce(mapping, pair, said, report)
				checkCorroborated(mapping, pair, report)
				checkSources(mapping, pair, report)
			}
		}
	},
}

// checkEnd reports a pair with neither a control nor a clause, or with both.
func checkEnd(mapping *record.Mapping, pair *record.Pair, report reporter) {
	switch control, clause := record.Written(&pair.Control), record.Written(&pair.Clause); {
	case control && clause:
		report(mapping, pair.Clause.At, "the pair names a control and a clause", "make two pairs of it")
	case !control && !clause:
		at := pair.Items.At
		if !at.Known() {
			at = mapping.Source()
		}
		report(mapping, at, "the pair names neither a control nor a clause", "add: control = \"…\" or clause = \"…\"")
	}
}

// checkItems reports items of other frameworks, and headings.
func (h *survey) checkItems(mapping *record.Mapping, pair *record.Pair, report reporter) {
	framework := mapping.Framework.In(h.Handbook)
	for _, reference := range pair.Items.References() {
		named := record.Ref[record.Item]{Reference: reference}
		switch item := named.In(h.Handbook); {
		case item == nil:
		case framework != nil && item.Namespace() != framework.ID.Value:
			report(mapping, reference.At, "“"+reference.ID+"” is not in “"+framework.ID.Value+"”, which the mapping is about",
				"put it into a mapping of its own framework")
		case item.Heading.Value:
			report(mapping, reference.At, "“"+reference.ID+"” is a heading, which asks for nothing itself", "name the items below it")
		}
	}
}

// checkSaidOnce reports what an earlier pair of the mapping has said already.
func checkSaidOnce(mapping *record.Mapping, pair *record.Pair, said map[[2]string]bool, report reporter) {
	for _, end := range slices.Concat(pair.Control.References(), pair.Clause.References()) {
		for _, item := range pair.Items.References() {
			if said[[2]string{end.ID, item.ID}] {
				report(mapping, item.At, "“"+item.ID+"” stands beside "+end.ID+" in an earlier pair", "remove one of the two")
			}
			said[[2]string{end.ID, item.ID}] = true
		}
	}
}

// checkCorroborated reports what is corroborated but not said.
func checkCorroborated(mapping *record.Mapping, pair *record.Pair, report reporter) {
	if len(pair.Items.Items) == 0 {
		return // that is reported already
	}
	isItem := func(id string) bool {
		return slices.ContainsFunc(pair.Items.Items, func(item record.Reference) bool { return item.ID == id || item.ID == "" })
	}
	for _, reference := range pair.Corroborated.References() {
		if !isItem(reference.ID) {
			report(mapping, reference.At, "“"+reference.ID+"” is corroborated, but not among the items of the pair", "add it to items, or remove it here")
		}
	}
}

// checkSources reports names of sources that the mapping does not have.
func checkSources(mapping *record.Mapping, pair *record.Pair, report reporter) {
	var names []string
	for _, s := range mapping.Sources.Rows {
		names = append(names, s.Name.Value)
	}
	for _, by := range pair.By.Items {
		if by.Value == "" || len(names) == 0 || slices.Contains(names, by.Value) || slices.Contains(names, "") {
			continue
		}
		hint := "its sources are: " + strings.Join(names, ", ")
		if near, ok := load.Nearest(by.Value, names); ok {
			hint = "did you mean “" + near + "”?"
		}
		report(mapping, by.At, "the mapping has no source “"+by.Value+"”", hint)
	}
}
