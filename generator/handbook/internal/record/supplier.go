package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var suppliers = Kind{
	Name: "supplier", Folder: "suppliers", Label: "Supplier", Plural: "Suppliers", Article: "a supplier", Prefix: "SUP-", Chapter: Operation,
	Help:  "Who works for us with our information, how much depends on them, and how we watch over them.",
	Basis: "A.5.19",
	New:   func() Record { return new(Supplier) },
}

// Supplier is an organization that handles our information or on which a
// service depends, with its assessments (controls A.5.19 to A.5.23).
type Supplier struct {
	Entry
	Description        Text
	Tier               Choice[SupplierTier]
	Owner              Ref[Role]
	Status             Choice[SupplierStatus]
	Assets             Refs[Asset]
	Services           Refs[Service]
	Data               Line
	PersonalData       Flag
	Location           Line
	ContractSince      Date
	ContractUntil      Date
	Notice             Line
	Subprocessor       Flag
	LegalName          Line
	Purpose            Text
	DataProcessed      Line
	ProcessingLocation Line
	SubprocessorSince  Date
	SubprocessorUntil  Date
	Every              Interval
	NextAssessment     Date
	Assessments        Tables[SupplierAssessment]
	Controls           Refs[Control]
	Risks              Refs[Risk]
}

// Declare declares what a supplier says.
func (s *Supplier) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &s.Description,
			Help: "What it does for us, and what would happen without it."},
		{Key: "tier", Label: "Tier", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &s.Tier,
			Help: "How much depends on it."},
		{Key: "owner", Label: "Owner", Inverse: "Answers for suppliers", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &s.Owner,
			Help: "The role that answers for the relation."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &s.Status,
			Help: "Where the relation stands."},
		{Key: "assets", Label: "Assets", Inverse: "Provided or handled by suppliers", Audience: audience.Staff, Value: &s.Assets,
			Help: "The assets that it provides or handles."},
		{Key: "services", Label: "Services", Inverse: "Depends on suppliers", Audience: audience.Staff, Value: &s.Services,
			Help: "Our services that depend on it."},
		{Key: "data", Label: "Our data", Audience: audience.Staff, Value: &s.Data,
			Help: "Which of our information it sees, and of what class."},
		{Key: "personal-data", Label: "Personal data", Audience: audience.Staff, Facet: true, Value: &s.PersonalData,
			Help: "Whether it handles data about people for us."},
		{Key: "location", Label: "Location", Audience: audience.Staff, Value: &s.Location,
			Help: "Where it keeps our information, or where it works for us."},
		{Key: "contract-since", Label: "Contract since", Audience: audience.Staff, Value: &s.ContractSince,
			Help: "When the contract began."},
		{Key: "contract-until", Label: "Contract until", Audience: audience.Staff, Due: true, Task: "Renew the contract, or let it end", Value: &s.ContractUntil,
			Help: "When the contract ends, where it has an end."},
		{Key: "notice", Label: "Notice", Audience: audience.Staff, Value: &s.Notice,
			Help: "How long before it ends a party has to say so."},
		{Key: "subprocessor", Label: "Subprocessor", Audience: audience.Staff, Facet: true, Value: &s.Subprocessor,
			Help: "Whether it handles customers' personal data for us."},
		{Key: "legal-name", Label: "Legal name", Audience: audience.Public, Value: &s.LegalName,
			Help: "For a subprocessor: its name in the list for customers."},
		{Key: "purpose", Label: "Purpose", Audience: audience.Public, Place: Section, Value: &s.Purpose,
			Help: "For a subprocessor: what it does, in words for customers."},
		{Key: "data-processed", Label: "Data processed", Audience: audience.Public, Value: &s.DataProcessed,
			Help: "For a subprocessor: which data it handles, in words for customers."},
		{Key: "processing-location", Label: "Place of processing", Audience: audience.Public, Value: &s.ProcessingLocation,
			Help: "For a subprocessor: where it handles them, in words for customers."},
		{Key: "subprocessor-since", Label: "Subprocessor since", Audience: audience.Public, Value: &s.SubprocessorSince,
			Help: "For a subprocessor: since when, or from when where that was announced."},
		{Key: "subprocessor-until", Label: "Subprocessor until", Audience: audience.Public, Value: &s.SubprocessorUntil,
			Help: "For one that is to leave or has left: the last day."},
		{Key: "every", Label: "Assessed", Audience: audience.Staff, Task: "Assess it", Value: &s.Every,
			Help: "How often it is assessed, such as “1 year”: counted from the last assessment, where no day is set for the next."},
		{Key: "next-assessment", Label: "Next assessment", Audience: audience.Staff, Column: true, Due: true, Task: "Assess it", Value: &s.NextAssessment,
			Help: "When it is assessed again at the latest."},
		{Key: "assessment", Label: "Assessments", Audience: audience.Staff, Place: Section, Value: &s.Assessments,
			Help: "How it was assessed over time, oldest first."},
		{Key: "controls", Label: "Controls", Inverse: "Applied to suppliers", Audience: audience.Staff, Value: &s.Controls,
			Help: "The controls that rest on it, or that govern the relation."},
		{Key: "risks", Label: "Risks", Inverse: "Depends on suppliers", Audience: audience.Staff, Value: &s.Risks,
			Help: "The risks that come from it or that it reduces."},
	}
}

// Settled reports whether the relation has ended.
func (s *Supplier) Settled() bool { return s.Status.Value == SupplierEnded }

// Next returns the day by which the supplier is assessed again where none is set:
// an interval after it was last assessed.
func (s *Supplier) Next(time.Time) (days []time.Time, grace int) {
	var last Date
	for _, assessment := range s.Assessments.Rows {
		switch {
		case !assessment.Date.IsSet():
			return nil, 0 // a fault of its own
		case !assessment.Date.Before(last.Day):
			last = assessment.Date
		}
	}
	if !last.IsSet() || !s.Every.IsSet() || Written(&s.NextAssessment) {
		return nil, 0
	}
	return []time.Time{s.Every.After(last.Day, 1)}, 0
}

// Unpublished returns why customers do not see the supplier in the list of
// subprocessors: something that they have to know is not said.
func (s *Supplier) Unpublished() (why, hint string) {
	for _, field := range Fields(s) {
		switch field.Key {
		case "legal-name", "purpose", "data-processed", "processing-location", "subprocessor-since":
			if !field.Value.IsSet() && !field.Value.Span().Known() {
				return "the list of subprocessors needs “" + field.Key + "”", "add: " + field.Key + " = …, or give it the audience staff"
			}
		}
	}
	return "", ""
}

// SupplierAssessment is one assessment of a supplier (control A.5.22).
type SupplierAssessment struct {
	Date   Date
	By     Ref[Role]
	Result Choice[SupplierResult]
	Note   Text
}

// Declare declares what an assessment says.
func (a *SupplierAssessment) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &a.Date,
			Help: "When it was assessed."},
		{Key: "by", Label: "By", Inverse: "Assessed suppliers", Audience: audience.Staff, Value: &a.By,
			Help: "The role that did it."},
		{Key: "result", Label: "Result", Must: true, Audience: audience.Staff, Value: &a.Result,
			Help: "What came of it."},
		{Key: "note", Label: "Note", Audience: audience.Staff, Value: &a.Note,
			Help: "What it rests on, and under which conditions."},
	}
}

// SupplierTier says how much depends on a supplier.
type SupplierTier string

// The tiers of suppliers on which much depends.
const (
	TierCritical  SupplierTier = "critical"
	TierImportant SupplierTier = "important"
)

// Options lists the tiers.
func (SupplierTier) Options() []Option {
	return []Option{
		{Word: string(TierCritical), Label: "Critical", Help: "handles customer data, or a service stops without it"},
		{Word: string(TierImportant), Label: "Important", Help: "handles confidential information, or is an important tool"},
		{Word: "ordinary", Label: "Ordinary", Help: "everything else"},
	}
}

// SupplierResult is the outcome of an assessment.
type SupplierResult string

// Options lists the outcomes.
func (SupplierResult) Options() []Option {
	return []Option{
		{Word: "good", Label: "Good", Help: "nothing stands against it", Tone: Good},
		{Word: "conditions", Label: "With conditions", Help: "it may go on, if what the note says is done", Tone: Partly},
		{Word: "poor", Label: "Poor", Help: "it has to improve, or the relation ends", Tone: Bad},
	}
}

// SupplierStatus says where the relation to a supplier stands.
type SupplierStatus string

// The states of a relation that works, and of one that is over.
const (
	SupplierActive SupplierStatus = "active"
	SupplierEnded  SupplierStatus = "ended"
)

// Options lists the states of a relation.
func (SupplierStatus) Options() []Option {
	return []Option{
		{Word: "prospective", Label: "Prospective", Help: "not under contract yet", Tone: Planned},
		{Word: string(SupplierActive), Label: "Active", Help: "under contract", Tone: Good},
		{Word: string(SupplierEnded), Label: "Ended", Help: "the contract is over", Tone: None},
	}
}
