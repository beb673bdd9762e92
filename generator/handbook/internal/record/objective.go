package record

import "github.com/annex-isms/annex/generator/audience"

var objectives = Kind{
	Name: "objective", Folder: "objectives", Label: "Objective", Plural: "Objectives", Article: "an objective", Prefix: "OBJ-", Chapter: Direction,
	Help:  "What we want to reach in information security, by when, and how we know that we are there.",
	Basis: "6.2",
	New:   func() Record { return new(Objective) },
}

// Objective is an information security objective with the plan to achieve it
// (clause 6.2).
type Objective struct {
	Entry
	Description   Text
	Owner         Ref[Role]
	Policy        Ref[Document]
	What          Texts
	Resources     Text
	TargetDate    Date
	Evaluation    Text
	Metrics       Refs[Metric]
	MeasureReason Text
	Risks         Refs[Risk]
	Status        Choice[ObjectiveStatus]
	Communicated  Text
	Progress      Tables[ObjectiveProgress]
}

// Declare declares what an objective says.
func (o *Objective) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &o.Description,
			Help: "What is to be reached, so that one can tell whether it is."},
		{Key: "owner", Label: "Owner", Inverse: "Owns objectives", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &o.Owner,
			Help: "The role that answers for it (6.2 j)."},
		{Key: "policy", Label: "Follows from", Inverse: "Leads to objectives", Audience: audience.Staff, Value: &o.Policy,
			Help: "The policy with which it is consistent (6.2 a)."},
		{Key: "what", Label: "What will be done", Must: true, Audience: audience.Staff, Place: Section, Value: &o.What,
			Help: "The steps towards it, one each (6.2 h)."},
		{Key: "resources", Label: "Resources", Must: true, Audience: audience.Staff, Place: Section, Value: &o.Resources,
			Help: "Money, people and tools that it takes (6.2 i)."},
		{Key: "target-date", Label: "Target date", Must: true, Audience: audience.Staff, Column: true, Due: true, Task: "Reach it", Value: &o.TargetDate,
			Help: "When it will be reached (6.2 k)."},
		{Key: "evaluation", Label: "How results are evaluated", Must: true, Audience: audience.Staff, Place: Section, Value: &o.Evaluation,
			Help: "Who looks at which results, and when (6.2 l)."},
		{Key: "metrics", Label: "Measured by", Inverse: "Measures objectives", Audience: audience.Staff, Value: &o.Metrics,
			Help: "The metrics that show how far it is (6.2 b)."},
		{Key: "measure-reason", Label: "Why it is not measured", Audience: audience.Staff, Place: Section, Value: &o.MeasureReason,
			Help: "Where there is no metric: why measuring is not practicable."},
		{Key: "risks", Label: "Lowers risks", Inverse: "Lowered by objectives", Audience: audience.Staff, Value: &o.Risks,
			Help: "The risks that it takes up (6.2 c)."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &o.Status,
			Help: "How it stands."},
		{Key: "communicated", Label: "Communicated", Audience: audience.Staff, Place: Section, Value: &o.Communicated,
			Help: "Who was told of it, how and when (6.2 e)."},
		{Key: "progress", Label: "Progress", Audience: audience.Staff, Place: Timeline, Value: &o.Progress,
			Help: "How it went, with dates (6.2 d)."},
	}
}

// Settled reports whether the objective has been met, missed or dropped.
func (o *Objective) Settled() bool {
	switch o.Status.Value {
	case ObjectiveMet, ObjectiveMissed, ObjectiveDropped:
		return true
	}
	return false
}

// ObjectiveProgress is a step on the way to an objective.
type ObjectiveProgress struct {
	Date Date
	Text Text
}

// Declare declares what a step on the way says.
func (p *ObjectiveProgress) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &p.Date,
			Help: "When it stood so."},
		{Key: "text", Label: "Progress", Must: true, Audience: audience.Staff, Value: &p.Text,
			Help: "What was reached or has changed."},
	}
}

// ObjectiveStatus says how an objective stands.
type ObjectiveStatus string

// States of an objective: those that it may have on the way, and those of one that
// is over.
const (
	ObjectiveOnTrack ObjectiveStatus = "on-track"
	ObjectiveAtRisk  ObjectiveStatus = "at-risk"
	ObjectiveMet     ObjectiveStatus = "met"
	ObjectiveMissed  ObjectiveStatus = "missed"
	ObjectiveDropped ObjectiveStatus = "dropped"
)

// Options lists the states of an objective.
func (ObjectiveStatus) Options() []Option {
	return []Option{
		{Word: string(ObjectiveOnTrack), Label: "On track", Help: "it will be met in time", Tone: Planned},
		{Word: string(ObjectiveAtRisk), Label: "At risk", Help: "it will be missed unless something changes", Tone: Due},
		{Word: string(ObjectiveMet), Label: "Met", Help: "it was reached", Tone: Good},
		{Word: string(ObjectiveMissed), Label: "Missed", Help: "its date has passed without it", Tone: Bad},
		{Word: string(ObjectiveDropped), Label: "Dropped", Help: "it is no longer pursued", Tone: None},
	}
}
