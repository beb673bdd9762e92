package record

import "github.com/annex-isms/annex/generator/audience"

var requirements = Kind{
	Name: "requirement", Folder: "requirements", Label: "Requirement", Plural: "Requirements", Article: "a requirement", Prefix: "REQ-", Chapter: Context,
	Help:  "What interested parties ask of us, and which of it the ISMS addresses.",
	Basis: "4.2",
	New:   func() Record { return new(Requirement) },
}

// Requirement is what an interested party asks for, with the decision whether
// the ISMS addresses it (clause 4.2 b and c).
type Requirement struct {
	Entry
	Description Text
	Party       Ref[Party]
	Addressed   Choice[RequirementAddressed]
	Decision    Text
	Obligation  Ref[Obligation]
	Controls    Refs[Control]
	Documents   Refs[Document]
	Objectives  Refs[Objective]
}

// Declare declares what a requirement says.
func (r *Requirement) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &r.Description,
			Help: "What they need or expect, in a sentence or two."},
		{Key: "party", Label: "Asked by", Inverse: "Asks for", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &r.Party,
			Help: "The interested party that asks for it."},
		{Key: "addressed", Label: "Addressed by the ISMS", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &r.Addressed,
			Help: "Whether the ISMS addresses it (4.2 c)."},
		{Key: "decision", Label: "Why and how", Must: true, Audience: audience.Staff, Place: Section, Value: &r.Decision,
			Help: "How the ISMS addresses it, or why it does not."},
		{Key: "obligation", Label: "Rests on", Inverse: "Asked for in requirements", Audience: audience.Staff, Value: &r.Obligation,
			Help: "The law or contract that makes it binding."},
		{Key: "controls", Label: "Met by controls", Inverse: "Meets requirements", Audience: audience.Staff, Value: &r.Controls,
			Help: "The controls that meet it."},
		{Key: "documents", Label: "Met by documents", Inverse: "Meets requirements", Audience: audience.Staff, Value: &r.Documents,
			Help: "The documents that say how it is met."},
		{Key: "objectives", Label: "Pursued by objectives", Inverse: "Pursues requirements", Audience: audience.Staff, Value: &r.Objectives,
			Help: "The objectives that pursue it."},
	}
}

// RequirementAddressed says whether the ISMS addresses a requirement.
type RequirementAddressed string

// The answers for a requirement that the ISMS addresses as a whole, or not at
// all.
const (
	RequirementAddressedFully RequirementAddressed = "yes"
	RequirementNotAddressed   RequirementAddressed = "no"
)

// Options lists the answers.
func (RequirementAddressed) Options() []Option {
	return []Option{
		{Word: string(RequirementAddressedFully), Label: "Addressed", Help: "the ISMS does what they ask", Tone: Good},
		{Word: "partly", Label: "Partly addressed", Help: "the ISMS does some of it", Tone: Partly},
		{Word: string(RequirementNotAddressed), Label: "Not addressed", Help: "the ISMS does not; “decision” says why", Tone: None},
	}
}
