// Package check finds what is wrong with a handbook as a whole: contradictions,
// broken links, gaps, and what time has overtaken. A rule is a value in a file
// that is named after it, and the list Rules names it. Whatever several rules
// want to know has a file of its own, named after what it knows.
//
// Rules are pure: what they find follows from the handbook and the day that it
// holds. They read no clock and no disk.
package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

// Rule is one thing that every handbook has to fulfil.
type Rule struct {
	Code  string        // stable, lower case with hyphens
	Doc   string        // what holds, in a sentence
	Basis string        // the clause or control that asks for it, or "practice"
	Level finding.Level // Error for faults of form and contradictions, Warning for what time alone causes and for gaps

	// Audience says who may be told of its findings. Staff promises that the rule
	// is right where entries, references and texts are missing because the edition
	// lacks them: it rests on nothing but what is there, and on values that staff
	// see wherever they see the entry. Undeclared means auditors; Withheld is for
	// rules about how something is written, which no edition can tell.
	Audience audience.Label
	// Fixed says that what breaks the rule is a fault of form, on whose absence
	// the build relies: no level can be set for it, and nobody can waive it.
	Fixed bool
	// Late is true where it finds what was not done by its day, and so is among the
	// tasks of the entry as well.
	Late bool
	// Seeks names the kinds of entry among which the rule looks for something
	// that it then says is missing. It is silent where an entry of them could not
	// be read, or is withheld in part or as a whole.
	Seeks []string

	Run func(*survey, reporter)
}

// reporter takes in what a rule found: the entry that it is about, nil where that
// is the site, the place, what is wrong, how to mend it, and other entries that
// have to do with it.
type reporter func(about record.Record, at source.Span, message, hint string, others ...record.Record)

// Subject is some rules that belong together.
type Subject struct {
	Name  string
	Rules []Rule
}

// Rules lists every rule, by subject. Those about form come first: others rest
// on it.
var Rules = []Subject{
	{"Site", []Rule{
		unknownRule,
		fixedRule,
		fixedDate,
		baseURL,
		unknownLanguage,
		synonymAlone,
		synonymUnused,
		accentColour,
		accentContrast,
		missingLogo,
		riskCriteria,
		scoreOffScale,
	}},
	{"Links", []Rule{
		unknownEntry,
		selfReference,
		deadLink,
		deadAnchor,
		missingImage,
		unknownChart,
	}},
	{"Frameworks", []Rule{
		unknownFramework,
		itemParent,
		mappingPair,
	}},
	{"Readers", []Rule{
		linkNotShown,
		notPublished,
		chartNotPublished,
		namedInPublic,
		damagedImage,
		tellingFile,
	}},
	{"Context", []Rule{
		climateUndecided,
		issueUnanswered,
		partyWithoutRequirement,
		requirementUnmet,
		obligationUnkept,
	}},
	{"Roles and competence", []Rule{
		roleVacant,
		reportingCircle,
		deputyIsHolder,
		competenceUnmet,
		competenceUnproved,
		competenceOverdue,
		communicationWithoutOccasion,
	}},
	{"Risks", []Rule{
		currentAboveInherent,
		targetAboveCurrent,
		aboveAcceptance,
		modificationWithoutControls,
		retentionUnaccepted,
		acceptanceByOwner,
		acceptanceLevel,
		acceptanceEndless,
		acceptanceEnded,
		treatmentOverdue,
		targetMissed,
		historyBehind,
		assetWithoutRisk,
	}},
	{"Statement of Applicability", []Rule{
		soaRow,
		controlStatus,
		controlOwner,
		controlReason,
		reasonUnbacked,
		reasonUndeclared,
		excludedInUse,
		excludedImplemented,
		implementationUndescribed,
		implementedWithoutEvidence,
		implementedInFuture,
		plannedWithoutDate,
		controlOverdue,
	}},
	{"Documents", []Rule{
		documentedInformation,
		documentUnapproved,
		documentUnversioned,
		approvedBeforeVersion,
		changeLog,
		selfApproval,
		policyByTopManagement,
		withdrawnInUse,
		orphanDocument,
		reviewOverdue,
		reviewUnplanned,
		datesReversed,
		negativeHours,
		doneInFuture,
	}},
	{"Evidence", []Rule{
		evidenceChanged,
		badDigest,
		evidenceUnsealed,
		evidenceExpired,
		evidenceNowhere,
		evidenceUnused,
	}},
	{"Operation", []Rule{
		activityMissed,
		activityUnproved,
		changeOverdue,
		exceptionExpired,
		exceptionOfNothing,
		supplierAssessmentOverdue,
		supplierUnassessed,
		contractEnded,
		processWithoutRecovery,
		incidentUnreviewed,
		notificationUndecided,
		lessonWithoutAction,
		lessonOverdue,
	}},
	{"Evaluation", []Rule{
		objectiveUnmeasured,
		objectiveOverdue,
		metricWithoutTarget,
		metricStale,
		metricOffTarget,
		programmeGap,
		auditOverdue,
		auditUnreported,
		auditorOfOwnWork,
		managementReviewOverdue,
		managementReviewUnplanned,
		reviewWithoutTopManagement,
		reviewInputMissing,
		decisionUndated,
		decisionOverdue,
	}},
	{"Improvement", []Rule{
		findingUnanswered,
		findingOverdue,
		findingClosedEarly,
		causeUndecided,
		causeWithoutAction,
		actionOverdue,
		closedWithOpenActions,
		effectivenessUnchecked,
		closedUndated,
	}},
	{"Certificates", []Rule{
		certificateExpired,
		certificateScope,
		surveillanceOverdue,
	}},
	{"Trust centre", []Rule{
		noBaseURL,
		contactAddress,
		disclosureHidden,
		subprocessorDenied,
		subprocessorUnlisted,
		shortNotice,
		updateAhead,
		claimWithoutCertificate,
	}},
	// Last, for they look at what the others have found.
	{"Waivers", []Rule{
		waiverLapsed,
		waiverUnmatched,
	}},
}

// Run returns what the rules find, in file order. What somebody waived is among
// it, with the waiver.
func Run(h *record.Handbook) finding.List {
	found := run(h, func(Rule) bool { return true })
	found.Sort()
	return found
}

// RunFor returns what the readers of an edition may be told, by subject. It looks
// at nothing but the part of the handbook that the edition shows, so that it
// cannot tell of anything else; whatever it finds, Run finds in the whole.
func RunFor(reader audience.Edition, part *record.Handbook) finding.List {
	return run(part, func(rule Rule) bool { return !rule.Fixed && reader.MayShow(rule.Audience) })
}

func run(h *record.Handbook, isWanted func(Rule) bool) finding.List {
	s := newSurvey(h)
	for _, subject := range Rules {
		for _, rule := range subject.Rules {
			if isWanted(rule) {
				s.run(rule)
			}
		}
	}
	return s.found
}
