// Package check finds what is wrong with a handbook as a whole: contradictions,
// broken links, and what time has overtaken. A rule is a value in a file of its
// own, and the list Rules names it.
package check

import (
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// Rule is one thing that every handbook has to fulfil.
type Rule struct {
	Code  string        // stable, lower case with hyphens
	Doc   string        // what holds, in a sentence
	Basis string        // the clause or control that asks for it, or "practice"
	Level finding.Level // Error for contradictions, Warning for what time alone causes and for gaps
	Run   func(*record.Handbook, reporter)
}

// reporter takes in what a rule found: the place, what is wrong and how to mend it.
type reporter func(at source.Span, message, hint string)

// Rules lists every rule.
var Rules = []Rule{
	fixedDate,
	baseURL,
	languageTag,
	accentColour,
	accentContrast,
	missingLogo,
	riskCriteria,
	scoreOnScale,
	unknownEntry,
	unknownFramework,
	itemParent,
	mappingPair,
	deadLink,
	deadAnchor,
	missingImage,
	linkNotShown,
	notPublished,
	controlStatus,
	controlOwner,
	excludedInUse,
	reasonUnbacked,
	currentAboveInherent,
	acceptanceByOwner,
	acceptanceLevel,
	acceptanceEnded,
	treatmentOverdue,
	reviewOverdue,
	changeLog,
}

// Run returns what the rules find, in file order.
func Run(h *record.Handbook) finding.List {
	var found finding.List
	for _, rule := range Rules {
		rule.Run(h, func(at source.Span, message, hint string) {
			found = append(found, finding.Finding{Level: rule.Level, Code: rule.Code, Message: message, Hint: hint, At: at})
		})
	}
	found.Sort()
	return found
}
