package record

import "github.com/annex-isms/annex/generator/audience"

var nonconformities = Kind{
	Name: "nonconformity", Folder: "nonconformities", Label: "Nonconformity", Plural: "Nonconformities", Article: "a nonconformity", Prefix: "NC-", Chapter: Evaluation,
	Help:  "Requirements that were not met: what was corrected, why it happened, what was done about the cause and whether that worked.",
	Basis: "10.2",
	New:   func() Record { return new(Nonconformity) },
}

// Nonconformity is a requirement that was not met, with its correction, its
// cause and the corrective action (clause 10.2).
type Nonconformity struct {
	Entry
	Description   Text
	Source        Choice[NonconformitySource]
	Date          Date
	Requirement   Line
	Clauses       Refs[Clause]
	Controls      Refs[Control]
	Grade         Choice[NonconformityGrade]
	Correction    Text
	Consequences  Text
	Similar       Text
	Cause         Text
	RemoveCause   Flag
	Decision      Text
	Actions       Tables[NonconformityAction]
	Effectiveness Table[NonconformityEffectiveness]
	Changed       Text
	Owner         Ref[Role]
	Status        Choice[NonconformityStatus]
	Incidents     Refs[Incident]
}

// Declare declares what a nonconformity says.
func (n *Nonconformity) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &n.Description,
			Help: "What was found and which requirement it does not meet (10.2 f)."},
		{Key: "source", Label: "Source", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &n.Source,
			Help: "How it came to light."},
		{Key: "date", Label: "Found on", Must: true, Audience: audience.Staff, Column: true, Value: &n.Date,
			Help: "The day on which it came to light."},
		{Key: "requirement", Label: "Requirement", Must: true, Audience: audience.Staff, Value: &n.Requirement,
			Help: "The requirement that was not met: a clause, a control, a rule of ours."},
		{Key: "clauses", Label: "Clauses", Inverse: "Nonconformities", Audience: audience.Staff, Value: &n.Clauses,
			Help: "The clauses that it concerns."},
		{Key: "controls", Label: "Controls", Inverse: "Nonconformities", Audience: audience.Staff, Value: &n.Controls,
			Help: "The controls that it concerns."},
		{Key: "grade", Label: "Grade", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &n.Grade,
			Help: "How serious it is."},
		{Key: "correction", Label: "Correction", Must: true, Audience: audience.Staff, Place: Section, Value: &n.Correction,
			Help: "What was done at once to control and correct it (10.2 a)."},
		{Key: "consequences", Label: "Consequences", Audience: audience.Staff, Place: Section, Value: &n.Consequences,
			Help: "What it led to, and how that was dealt with (10.2 a)."},
		{Key: "cause", Label: "Cause", Audience: audience.Staff, Place: Section, Value: &n.Cause,
			Help: "Why it happened: the cause in how we work, never a person (10.2 b)."},
		{Key: "similar", Label: "Similar cases", Audience: audience.Staff, Place: Section, Value: &n.Similar,
			Help: "Where else the same exists or could occur, and where you looked (10.2 b)."},
		{Key: "remove-cause", Label: "Cause to be removed", Audience: audience.Staff, Value: &n.RemoveCause,
			Help: "Whether action is needed so that it does not come back."},
		{Key: "decision", Label: "Decision", Audience: audience.Staff, Place: Section, Value: &n.Decision,
			Help: "What was decided about the cause, and why that fits the effects."},
		{Key: "action", Label: "Corrective actions", Audience: audience.Staff, Place: Section, Value: &n.Actions,
			Help: "What will be done, by whom and until when (10.2 c)."},
		{Key: "effectiveness", Label: "Effectiveness", Audience: audience.Staff, Place: Section, Value: &n.Effectiveness,
			Help: "Whether the corrective action worked (10.2 d)."},
		{Key: "changed", Label: "Changes to the ISMS", Audience: audience.Staff, Place: Section, Value: &n.Changed,
			Help: "What was changed in documents, controls or the register of risks (10.2 e)."},
		{Key: "owner", Label: "Owner", Inverse: "Corrects nonconformities", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &n.Owner,
			Help: "The role that sees it through."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &n.Status,
			Help: "How far it has come."},
		{Key: "incidents", Label: "Incidents", Inverse: "Nonconformities", Audience: audience.Staff, Value: &n.Incidents,
			Help: "The incidents that showed it."},
	}
}

// Settled reports whether the nonconformity is closed.
func (n *Nonconformity) Settled() bool { return n.Status.Value == NonconformityClosed }

// NonconformityAction is a corrective action (10.2 c).
type NonconformityAction struct {
	Title Line
	Owner Ref[Role]
	Due   Date
	Done  Date
	Note  Text
}

// Declare declares what a corrective action says.
func (a *NonconformityAction) Declare() []Declaration {
	return []Declaration{
		{Key: "title", Label: "Action", Must: true, Audience: audience.Staff, Value: &a.Title,
			Help: "What will be done."},
		{Key: "owner", Label: "Owner", Inverse: "Carries out corrective actions of", Must: true, Audience: audience.Staff, Value: &a.Owner,
			Help: "The role that sees to it."},
		{Key: "due", Label: "Due", Must: true, Audience: audience.Staff, Value: &a.Due,
			Help: "Until when."},
		{Key: "done", Label: "Done", Audience: audience.Staff, Value: &a.Done,
			Help: "When it was finished."},
		{Key: "note", Label: "Note", Audience: audience.Auditor, Value: &a.Note,
			Help: "How it went."},
	}
}

// Step returns the action itself.
func (a *NonconformityAction) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return &a.Title, &a.Owner, &a.Due, &a.Done
}

// NonconformityEffectiveness is the review of the effectiveness of corrective
// action (10.2 d).
type NonconformityEffectiveness struct {
	Date   Date
	By     Ref[Role]
	Result Choice[NonconformityResult]
	Text   Text
}

// Declare declares what a review of effectiveness says.
func (e *NonconformityEffectiveness) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "On", Must: true, Audience: audience.Staff, Task: "See whether the action worked", Value: &e.Date,
			Help: "When it was looked at, or will be."},
		{Key: "by", Label: "By", Inverse: "Reviewed the effectiveness of", Must: true, Audience: audience.Staff, Value: &e.By,
			Help: "The role that looked."},
		{Key: "result", Label: "Result", Must: true, Audience: audience.Staff, Value: &e.Result,
			Help: "Whether the action worked."},
		{Key: "text", Label: "Grounds", Audience: audience.Staff, Value: &e.Text,
			Help: "What shows it."},
	}
}

// Step returns the review, which is done once it has a result.
func (e *NonconformityEffectiveness) Step() (what Value, owner *Ref[Role], due, done *Date) {
	if e.Result.IsSet() && e.Result.Value != NonconformityUndecided {
		return nil, &e.By, &e.Date, &e.Date
	}
	return nil, &e.By, &e.Date, new(Date)
}

// NonconformitySource says how a nonconformity came to light.
type NonconformitySource string

// Options lists the sources.
func (NonconformitySource) Options() []Option {
	return []Option{
		{Word: "audit", Label: "Audit", Help: "an internal or external audit found it"},
		{Word: "incident", Label: "Incident", Help: "an incident showed it"},
		{Word: "monitoring", Label: "Monitoring", Help: "a check or a measurement showed it"},
		{Word: "complaint", Label: "Complaint", Help: "somebody outside told us"},
		{Word: "review", Label: "Review", Help: "a management review found it"},
		{Word: "staff", Label: "Report by staff", Help: "somebody who works here told us"},
	}
}

// NonconformityGrade says how serious a nonconformity is.
type NonconformityGrade string

// Options lists the grades.
func (NonconformityGrade) Options() []Option {
	return []Option{
		{Word: "major", Label: "Major", Help: "a requirement is not met at all, or so that the system may fail in what it is for"},
		{Word: "minor", Label: "Minor", Help: "a requirement is met in general, but not in a single case or area"},
	}
}

// NonconformityResult says whether corrective action worked.
type NonconformityResult string

// Effective is the result of corrective action that worked.
const Effective NonconformityResult = "effective"

// NonconformityUndecided is the result of a review of effectiveness that is
// still to come.
const NonconformityUndecided NonconformityResult = "open"

// Options lists the results.
func (NonconformityResult) Options() []Option {
	return []Option{
		{Word: string(Effective), Label: "Effective", Help: "it has not come back, and will not"},
		{Word: "not-effective", Label: "Not effective", Help: "it came back, or may"},
		{Word: string(NonconformityUndecided), Label: "Still open", Help: "it is too early to say"},
	}
}

// NonconformityStatus says how far a nonconformity has come.
type NonconformityStatus string

// The states of a nonconformity that has just come to light, of one whose actions
// are done, and of one that is done with.
const (
	NonconformityOpen      NonconformityStatus = "open"
	NonconformityVerifying NonconformityStatus = "verifying"
	NonconformityClosed    NonconformityStatus = "closed"
)

// Options lists the states of a nonconformity, in their order.
func (NonconformityStatus) Options() []Option {
	return []Option{
		{Word: string(NonconformityOpen), Label: "Open", Help: "found, and corrected at most", Tone: Due},
		{Word: "action", Label: "Action under way", Help: "something is done about its cause", Tone: Partly},
		{Word: string(NonconformityVerifying), Label: "Effectiveness being checked", Help: "all is done, and it remains to be seen whether it works", Tone: Planned},
		{Word: string(NonconformityClosed), Label: "Closed", Help: "what was done works", Tone: Good},
	}
}
