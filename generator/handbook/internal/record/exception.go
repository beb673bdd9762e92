package record

import "github.com/annex-isms/annex/generator/audience"

var exceptions = Kind{
	Name: "exception", Folder: "exceptions", Label: "Exception", Plural: "Exceptions", Article: "an exception", Prefix: "EXC-", Chapter: RiskAndControls,
	Help:  "Where we depart from our own rules: knowingly, for a while, and with something in place of the rule.",
	Basis: "practice",
	New:   func() Record { return new(Exception) },
}

// Exception is an approved departure from a policy or a control, with an end
// (practice, after the policies of clause 5.2).
type Exception struct {
	Entry
	Description  Text
	Document     Ref[Document]
	Control      Ref[Control]
	Reason       Text
	Compensation Text
	Owner        Ref[Role]
	Approver     Ref[Role]
	Approved     Date
	Until        Date
	Status       Choice[ExceptionStatus]
	Risk         Ref[Risk]
	Assets       Refs[Asset]
}

// Declare declares what an exception says.
func (e *Exception) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &e.Description,
			Help: "What is done otherwise than the rule says."},
		{Key: "document", Label: "Departs from", Inverse: "Exceptions", Audience: audience.Staff, Column: true, Facet: true, Value: &e.Document,
			Help: "The document that holds the rule."},
		{Key: "control", Label: "Control", Inverse: "Exceptions", Audience: audience.Staff, Column: true, Value: &e.Control,
			Help: "The control that the rule belongs to."},
		{Key: "reason", Label: "Reason", Must: true, Audience: audience.Staff, Place: Section, Value: &e.Reason,
			Help: "Why the rule cannot be kept yet."},
		{Key: "compensation", Label: "In place of the rule", Must: true, Audience: audience.Staff, Place: Section, Value: &e.Compensation,
			Help: "What lowers the risk meanwhile."},
		{Key: "owner", Label: "Owner", Inverse: "Uses exceptions", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &e.Owner,
			Help: "The role that asked for it and sees to its end."},
		{Key: "approver", Label: "Approved by", Inverse: "Approved exceptions", Must: true, Audience: audience.Staff, Value: &e.Approver,
			Help: "The role that allowed it."},
		{Key: "approved", Label: "Approved on", Must: true, Audience: audience.Staff, Value: &e.Approved,
			Help: "The day of the decision."},
		{Key: "until", Label: "Until", Must: true, Audience: audience.Staff, Column: true, Due: true, Task: "End it, or have it approved anew", Value: &e.Until,
			Help: "When it ends, unless it is approved anew."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &e.Status,
			Help: "Whether it is still in use."},
		{Key: "risk", Label: "Risk", Inverse: "Exceptions", Audience: audience.Staff, Value: &e.Risk,
			Help: "The risk that it bears on."},
		{Key: "assets", Label: "Assets", Inverse: "Exceptions", Audience: audience.Staff, Value: &e.Assets,
			Help: "The assets for which it holds."},
	}
}

// Settled reports whether the exception has ended.
func (e *Exception) Settled() bool { return e.Status.Value == ExceptionEnded }

// ExceptionStatus says whether an exception is still in use.
type ExceptionStatus string

// ExceptionEnded is the state of an exception that is over.
const ExceptionEnded ExceptionStatus = "ended"

// Options lists the states of an exception.
func (ExceptionStatus) Options() []Option {
	return []Option{
		{Word: "active", Label: "Active", Help: "in use, even past its end", Tone: Due},
		{Word: string(ExceptionEnded), Label: "Ended", Help: "the rule is kept again", Tone: None},
	}
}
