package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var risks = Kind{
	Name: "risk", Folder: "risks", Label: "Risk", Plural: "Risks", Article: "a risk", Prefix: "R-", Chapter: RiskAndControls,
	Help:  "What could go wrong, how much it would matter, and what is done about it.",
	Basis: "6.1.2, 6.1.3, 8.2, 8.3",
	New:   func() Record { return new(Risk) },
}

// Risk is an information security risk with its assessment, its treatment and
// the owner's acceptance (clauses 6.1.2, 6.1.3, 8.2 and 8.3).
type Risk struct {
	Entry
	Description   Text
	Category      Choice[RiskCategory]
	Affects       Choices[Property]
	Assets        Refs[Asset]
	Owner         Ref[Role]
	Threat        Line
	Vulnerability Text
	Inherent      Table[Score]
	Current       Table[Score]
	Target        Table[Score]
	TargetDate    Date
	Treatment     Choices[Treatment]
	Controls      Refs[Control]
	Identified    Date
	Assessed      Date
	NextReview    Date
	Status        Choice[RiskStatus]
	Actions       Tables[Action]
	Acceptance    Table[Acceptance]
	History       Tables[Assessment]
}

// Declare declares what a risk says.
func (r *Risk) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &r.Description,
			Help: "Cause, event and consequence, in a sentence or two."},
		{Key: "category", Label: "Category", Audience: audience.Staff, Facet: true, Value: &r.Category,
			Help: "Where the risk comes from."},
		{Key: "affects", Label: "Affects", Must: true, Audience: audience.Staff, Facet: true, Value: &r.Affects,
			Help: "Which properties of information would suffer."},
		{Key: "assets", Label: "Assets at risk", Inverse: "At risk from", Audience: audience.Staff, Value: &r.Assets,
			Help: "The assets that it threatens."},
		{Key: "owner", Label: "Owner", Inverse: "Owns risks", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &r.Owner,
			Help: "The role that answers for the risk and accepts what remains of it (6.1.2 c)."},
		{Key: "threat", Label: "Threat", Audience: audience.Staff, Value: &r.Threat,
			Help: "What could cause the event."},
		{Key: "vulnerability", Label: "Vulnerability", Audience: audience.Auditor, Place: Section, Value: &r.Vulnerability,
			Help: "The weakness that the threat would use."},
		{Key: "inherent", Label: "Inherent", Must: true, Audience: audience.Staff, Place: Elsewhere, Value: &r.Inherent,
			Help: "Likelihood and impact if there were no controls."},
		{Key: "current", Label: "Current", Must: true, Audience: audience.Staff, Place: Elsewhere, Value: &r.Current,
			Help: "Likelihood and impact with the controls that work today: the residual risk."},
		{Key: "target", Label: "Target", Audience: audience.Staff, Place: Elsewhere, Value: &r.Target,
			Help: "Likelihood and impact once the treatment plan is done."},
		{Key: "target-date", Label: "Target date", Audience: audience.Staff, Place: Elsewhere, Value: &r.TargetDate,
			Help: "When the target should be reached."},
		{Key: "treatment", Label: "Treatment", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &r.Treatment,
			Help: "What is done about the risk (6.1.3 a)."},
		{Key: "controls", Label: "Treated by controls", Inverse: "Treats risks", Audience: audience.Staff, Value: &r.Controls,
			Help: "The controls that modify it (6.1.3 b)."},
		{Key: "identified", Label: "Identified", Must: true, Audience: audience.Staff, Value: &r.Identified,
			Help: "When it was first recorded."},
		{Key: "assessed", Label: "Assessed", Must: true, Audience: audience.Staff, Value: &r.Assessed,
			Help: "When it was last assessed."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Assess it again", Value: &r.NextReview,
			Help: "When it is assessed again at the latest (8.2)."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &r.Status,
			Help: "Whether it is still a risk."},
		{Key: "action", Label: "Treatment plan", Audience: audience.Staff, Place: Elsewhere, Value: &r.Actions,
			Help: "What will be done, by whom and until when (6.1.3 e)."},
		{Key: "acceptance", Label: "Acceptance", Audience: audience.Staff, Place: Elsewhere, Value: &r.Acceptance,
			Help: "The owner's acceptance of the residual risk (6.1.3 f)."},
		{Key: "history", Label: "History", Audience: audience.Staff, Place: Elsewhere, Value: &r.History,
			Help: "How it was scored over time, oldest first."},
	}
}

// Settled reports whether the risk is closed.
func (r *Risk) Settled() bool { return r.Status.Value == RiskClosed }

// LevelOn returns the level of the risk as it was assessed by that day, 0 where
// it had not been assessed.
func (r *Risk) LevelOn(day time.Time) int {
	if r.Assessed.IsSet() && !r.Assessed.After(day) {
		return r.Current.Row.Level()
	}
	level, last := 0, time.Time{}
	for _, assessment := range r.History.Rows {
		if assessment.Date.IsSet() && !assessment.Date.After(day) && !assessment.Date.Before(last) {
			level, last = assessment.Level(), assessment.Date.Day
		}
	}
	return level
}

// Score is a point on the risk matrix.
type Score struct {
	Likelihood Number
	Impact     Number
	Why        Text
}

// Declare declares what a score says.
func (s *Score) Declare() []Declaration {
	return []Declaration{
		{Key: "likelihood", Label: "Likelihood", Must: true, Audience: audience.Staff, Value: &s.Likelihood,
			Help: "A step of the scale of likelihood in annex.toml, from 1."},
		{Key: "impact", Label: "Impact", Must: true, Audience: audience.Staff, Value: &s.Impact,
			Help: "A step of the scale of impact in annex.toml, from 1."},
		{Key: "why", Label: "Reason", Audience: audience.Staff, Value: &s.Why,
			Help: "Why likelihood and impact are just so."},
	}
}

// Level returns likelihood × impact, the risk level that is compared with the
// acceptance criteria; 0 where there is no score.
func (s *Score) Level() int {
	if s == nil {
		return 0
	}
	return s.Likelihood.Value * s.Impact.Value
}

// Action is a step of a treatment plan.
type Action struct {
	Title Line
	Owner Ref[Role]
	Due   Date
	Done  Date
	Note  Text
}

// Declare declares what an action says.
func (a *Action) Declare() []Declaration {
	return []Declaration{
		{Key: "title", Label: "Action", Must: true, Audience: audience.Staff, Value: &a.Title,
			Help: "What will be done."},
		{Key: "owner", Label: "Owner", Inverse: "Carries out treatment of", Must: true, Audience: audience.Staff, Value: &a.Owner,
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
func (a *Action) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return &a.Title, &a.Owner, &a.Due, &a.Done
}

// Acceptance is the decision to live with a residual risk (6.1.3 f).
type Acceptance struct {
	By     Ref[Role]
	AlsoBy Ref[Role]
	Date   Date
	Level  Number
	Until  Date
	Reason Text
}

// Declare declares what an acceptance says.
func (a *Acceptance) Declare() []Declaration {
	return []Declaration{
		{Key: "by", Label: "Accepted by", Inverse: "Accepted risks", Must: true, Audience: audience.Staff, Value: &a.By,
			Help: "The risk's owner."},
		{Key: "also-by", Label: "Also by", Inverse: "Confirmed acceptance of", Audience: audience.Staff, Value: &a.AlsoBy,
			Help: "Who else agreed, above the acceptance criteria."},
		{Key: "date", Label: "On", Must: true, Audience: audience.Staff, Value: &a.Date,
			Help: "The day of the decision."},
		{Key: "level", Label: "Level accepted", Must: true, Audience: audience.Staff, Value: &a.Level,
			Help: "Likelihood × impact of the residual risk that was accepted."},
		{Key: "until", Label: "Until", Audience: audience.Staff, Task: "Lower it, or have it accepted anew", Value: &a.Until,
			Help: "When the acceptance ends."},
		{Key: "reason", Label: "Reason", Must: true, Audience: audience.Auditor, Value: &a.Reason,
			Help: "Why the risk is tolerable until then."},
	}
}

// Step returns the decision that is due when the acceptance ends.
func (a *Acceptance) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return nil, &a.By, &a.Until, new(Date)
}

// Assessment is one scoring of a risk in its history.
type Assessment struct {
	Date       Date
	Likelihood Number
	Impact     Number
	Note       Text
}

// Declare declares what an assessment says.
func (a *Assessment) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &a.Date,
			Help: "When it was scored."},
		{Key: "likelihood", Label: "Likelihood", Must: true, Audience: audience.Staff, Value: &a.Likelihood,
			Help: "The likelihood then."},
		{Key: "impact", Label: "Impact", Must: true, Audience: audience.Staff, Value: &a.Impact,
			Help: "The impact then."},
		{Key: "note", Label: "Note", Must: true, Audience: audience.Staff, Value: &a.Note,
			Help: "What had changed."},
	}
}

// Level returns likelihood × impact.
func (a *Assessment) Level() int { return a.Likelihood.Value * a.Impact.Value }

// Property is a property of information that security preserves.
type Property string

// Options lists the properties.
func (Property) Options() []Option {
	return []Option{
		{Word: "confidentiality", Label: "Confidentiality", Help: "nobody learns it who should not"},
		{Word: "integrity", Label: "Integrity", Help: "it is right and complete"},
		{Word: "availability", Label: "Availability", Help: "it is there when it is needed"},
	}
}

// RiskCategory says where a risk comes from.
type RiskCategory string

// Options lists the categories.
func (RiskCategory) Options() []Option {
	return []Option{
		{Word: "people", Label: "People", Help: "what people do or leave undone"},
		{Word: "technology", Label: "Technology", Help: "systems and their weaknesses"},
		{Word: "supplier", Label: "Supplier", Help: "others who work for us"},
		{Word: "physical", Label: "Physical", Help: "buildings, power, theft, weather"},
		{Word: "legal", Label: "Legal", Help: "laws and contracts"},
		{Word: "operations", Label: "Operations", Help: "the way in which work is done"},
	}
}

// Treatment is an option for treating a risk, in the words of ISO/IEC 27005.
type Treatment string

// The options.
const (
	Modification Treatment = "modification"
	Retention    Treatment = "retention"
	Avoidance    Treatment = "avoidance"
	Sharing      Treatment = "sharing"
)

// Options lists the treatments, with the words that many people use for them.
func (Treatment) Options() []Option {
	return []Option{
		{Word: string(Modification), Label: "Modification", Help: "add, change or remove controls", Synonyms: []string{"mitigate", "mitigation", "modify"}},
		{Word: string(Retention), Label: "Retention", Help: "live with it knowingly", Synonyms: []string{"accept", "acceptance", "retain"}},
		{Word: string(Avoidance), Label: "Avoidance", Help: "stop or do not start the activity", Synonyms: []string{"avoid"}},
		{Word: string(Sharing), Label: "Sharing", Help: "insurance or contract; accountability stays", Synonyms: []string{"transfer", "share"}},
	}
}

// RiskStatus says whether a risk is still one.
type RiskStatus string

// The states of a risk.
const (
	RiskOpen   RiskStatus = "open"
	RiskClosed RiskStatus = "closed"
)

// Options lists the states of a risk.
func (RiskStatus) Options() []Option {
	return []Option{
		{Word: string(RiskOpen), Label: "Open", Help: "it could still happen"},
		{Word: string(RiskClosed), Label: "Closed", Help: "it can no longer happen, or is part of another risk", Tone: None},
	}
}
