package record

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/catalogue"
)

var controls = Kind{
	Name: "control", Folder: "controls", Label: "Control", Plural: "Controls", Article: "a control", Prefix: "OWN-", Chapter: RiskAndControls,
	Help:  "The Statement of Applicability: every control of ISO/IEC 27001:2022 Annex A and our own, whether it applies, why, and how far it is implemented.",
	Basis: "6.1.3 d",
	New:   func() Record { return new(Control) },
	Given: annexA,
}

// Control is a control with its row in the Statement of Applicability
// (6.1.3 d). The 93 controls of Annex A are given; authors fill them in.
type Control struct {
	Entry
	Theme          Choice[Theme]
	Applicable     Flag
	Status         Choice[Implementation]
	Reasons        Choices[Reason]
	Justification  Text
	Owner          Ref[Role]
	How            Text
	Implemented    Date
	TargetDate     Date
	Evidence       Lines
	Headline       Line
	Public         Text
	ControlType    Lines
	Properties     Lines
	Concepts       Lines
	Capabilities   Lines
	Domains        Lines
	Correspondence Lines
}

// Declare declares what a control says.
func (c *Control) Declare() []Declaration {
	return []Declaration{
		{Key: "applicable", Label: "Applicable", Must: true, Audience: audience.Staff, Place: Elsewhere, Value: &c.Applicable,
			Help: "Whether the control is needed here. One that is also needs a status and an owner."},
		{Key: "status", Label: "Status", Audience: audience.Staff, Badge: true, Facet: true, Value: &c.Status,
			Help: "How far it is implemented."},
		{Key: "theme", Label: "Theme", Must: true, Audience: audience.Public, Facet: true, Value: &c.Theme,
			Help: "Which of the four themes it belongs to."},
		{Key: "owner", Label: "Owner", Inverse: "Owns controls", Audience: audience.Staff, Facet: true, Value: &c.Owner,
			Help: "The role that sees to it."},
		{Key: "reasons", Label: "Included because of", Audience: audience.Staff, Place: Elsewhere, Value: &c.Reasons,
			Help: "Why it is included: risk, law, contract or business."},
		{Key: "justification", Label: "Justification", Must: true, Audience: audience.Staff, Place: Section, Value: &c.Justification,
			Help: "Why it is included, or why it is excluded."},
		{Key: "implementation", Label: "How it is implemented", Audience: audience.Staff, Place: Section, Value: &c.How,
			Help: "How it works here, with links to the documents that say more."},
		{Key: "implemented", Label: "Implemented since", Audience: audience.Staff, Value: &c.Implemented,
			Help: "Since when it works."},
		{Key: "target-date", Label: "Planned for", Audience: audience.Staff, Due: true, Task: "Implement it in full", Value: &c.TargetDate,
			Help: "When it will be implemented in full."},
		{Key: "evidence", Label: "Evidence", Audience: audience.Auditor, Place: Section, Value: &c.Evidence,
			Help: "The records that show that it works."},
		{Key: "headline", Label: "Headline for customers", Audience: audience.Public, Value: &c.Headline,
			Help: "What customers would call it; a control that has one stands on the first page of the trust centre."},
		{Key: "public", Label: "For customers", Audience: audience.Public, Place: Section, Value: &c.Public,
			Help: "A summary written for customers; it is published where the control's audience is public."},
		{Key: "control-type", Label: "Type", Audience: audience.Staff, Value: &c.ControlType,
			Help: "Attribute of ISO/IEC 27002:2022."},
		{Key: "properties", Label: "Protects", Audience: audience.Staff, Value: &c.Properties,
			Help: "Attribute of ISO/IEC 27002:2022: information security properties."},
		{Key: "concepts", Label: "Concepts", Audience: audience.Staff, Value: &c.Concepts,
			Help: "Attribute of ISO/IEC 27002:2022: cybersecurity concepts."},
		{Key: "capabilities", Label: "Capabilities", Audience: audience.Staff, Value: &c.Capabilities,
			Help: "Attribute of ISO/IEC 27002:2022: operational capabilities."},
		{Key: "domains", Label: "Domains", Audience: audience.Staff, Value: &c.Domains,
			Help: "Attribute of ISO/IEC 27002:2022: security domains."},
		{Key: "correspondence", Label: "In the 2013 edition", Audience: audience.Staff, Value: &c.Correspondence,
			Help: "The controls of ISO/IEC 27001:2013 that it came from."},
	}
}

// Unpublished returns why the public does not get the control: nothing was
// written for it.
func (c *Control) Unpublished() (why, hint string) {
	if !c.Public.IsSet() && !c.Public.At.Known() {
		return "it has no words for the public", "add: public = \"…\", or give it the audience staff"
	}
	return "", ""
}

// Settled reports whether the control works in full, or is not needed.
func (c *Control) Settled() bool { return c.Status.Value == Implemented || c.Excluded() }

// Excluded reports whether the author declared that the control is not needed.
func (c *Control) Excluded() bool { return c.Applicable.IsSet() && !c.Applicable.Value }

// annexA returns the controls of Annex A as the catalogue describes them.
func annexA() []Record {
	var given []Record
	for _, entry := range catalogue.AnnexA() {
		given = append(given, &Control{
			Entry:          Entry{ID: Line{Value: entry.ID}, Title: Line{Value: entry.Title}},
			Theme:          NewChoice(Theme(entry.Theme)),
			ControlType:    lines(entry.ControlType),
			Properties:     lines(entry.Properties),
			Concepts:       lines(entry.Concepts),
			Capabilities:   lines(entry.Capabilities),
			Domains:        lines(entry.Domains),
			Correspondence: lines(entry.Edition2013),
		})
	}
	return given
}

func lines(words []string) Lines {
	var list Lines
	for _, word := range words {
		list.Items = append(list.Items, Line{Value: word})
	}
	return list
}

// Theme is one of the four themes of Annex A.
type Theme string

// Technological is the theme of the controls in systems and networks.
const Technological Theme = "technological"

// Options lists the themes in the order of Annex A.
func (Theme) Options() []Option {
	return []Option{
		{Word: "organizational", Label: "Organizational", Help: "the controls A.5"},
		{Word: "people", Label: "People", Help: "the controls A.6"},
		{Word: "physical", Label: "Physical", Help: "the controls A.7"},
		{Word: string(Technological), Label: "Technological", Help: "the controls A.8"},
	}
}

// Implementation says how far a control is implemented.
type Implementation string

// The states of implementation.
const (
	Implemented    Implementation = "implemented"
	PartlyDone     Implementation = "partly"
	PlannedControl Implementation = "planned"
)

// Options lists the states of implementation.
func (Implementation) Options() []Option {
	return []Option{
		{Word: string(Implemented), Label: "Implemented", Help: "it works in full", Tone: Good},
		{Word: string(PartlyDone), Label: "Partly", Help: "it works in part; “target-date” says when the rest will", Tone: Partly},
		{Word: string(PlannedControl), Label: "Planned", Help: "it does not work yet", Tone: Planned},
	}
}

// Reason says why a control is included.
type Reason string

// The reasons.
const (
	RiskReason     Reason = "risk"
	LawReason      Reason = "law"
	ContractReason Reason = "contract"
	BusinessReason Reason = "business"
)

// Options lists the reasons.
func (Reason) Options() []Option {
	return []Option{
		{Word: string(RiskReason), Label: "Risk", Help: "it treats a risk of the register"},
		{Word: string(LawReason), Label: "Law", Help: "a law asks for it"},
		{Word: string(ContractReason), Label: "Contract", Help: "a contract asks for it"},
		{Word: string(BusinessReason), Label: "Business", Help: "we want it ourselves"},
	}
}
