package record

import "github.com/annex-isms/annex/generator/audience"

var decisions = Kind{
	Name: "decision", Folder: "decisions", Label: "Decision", Plural: "Decisions", Article: "a decision", Prefix: "DEC-", Chapter: Context,
	Help:  "What was decided about the ISMS itself, and why: so that nobody has to guess later.",
	Basis: "4.4",
	New:   func() Record { return new(Decision) },
}

// Decision is a decision about the ISMS itself, such as whether to have one,
// with its reasons (clause 4.4).
type Decision struct {
	Entry
	Description  Text
	Question     Text
	Reasons      Texts
	Alternatives Texts
	By           Ref[Role]
	Date         Date
	Review       Date
	Status       Choice[DecisionStatus]
	Fit          Flag
	Related      Refs[Objective]
}

// Declare declares what a decision says.
func (d *Decision) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Decision", Must: true, Audience: audience.Staff, Place: Lede, Value: &d.Description,
			Help: "What was decided, in a sentence or two."},
		{Key: "question", Label: "Question", Must: true, Audience: audience.Staff, Place: Section, Value: &d.Question,
			Help: "What had to be decided, and what gave rise to it."},
		{Key: "reasons", Label: "Reasons", Must: true, Audience: audience.Staff, Place: Section, Value: &d.Reasons,
			Help: "Why it was decided so, one reason each."},
		{Key: "alternatives", Label: "Alternatives", Audience: audience.Staff, Place: Section, Value: &d.Alternatives,
			Help: "What else was considered and why it was not chosen, one each."},
		{Key: "by", Label: "Decided by", Inverse: "Decided", Must: true, Audience: audience.Staff, Column: true, Value: &d.By,
			Help: "The role that decided."},
		{Key: "date", Label: "Decided", Must: true, Audience: audience.Staff, Column: true, Value: &d.Date,
			Help: "The day of the decision."},
		{Key: "review", Label: "Next review", Audience: audience.Staff, Due: true, Task: "Ask whether its reasons still hold", Value: &d.Review,
			Help: "When somebody asks whether the reasons still hold."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &d.Status,
			Help: "Whether it holds."},
		{Key: "fit", Label: "Fit decision", Audience: audience.Staff, Place: Elsewhere, Value: &d.Fit,
			Help: "Whether this is the decision to have a management system at all; the page “Why we do this” tells it."},
		{Key: "related", Label: "Pursued by objectives", Inverse: "Rests on decisions", Audience: audience.Staff, Value: &d.Related,
			Help: "The objectives that carry it out."},
	}
}

// Answers returns the role that decided.
func (d *Decision) Answers() *Ref[Role] { return &d.By }

// Settled reports whether the decision holds no more.
func (d *Decision) Settled() bool { return d.Status.Value != DecisionInForce }

// DecisionStatus says whether a decision holds.
type DecisionStatus string

// DecisionInForce is the state of a decision that holds.
const DecisionInForce DecisionStatus = "in-force"

// Options lists the states of a decision.
func (DecisionStatus) Options() []Option {
	return []Option{
		{Word: string(DecisionInForce), Label: "In force", Help: "it holds", Tone: Good},
		{Word: "revised", Label: "Revised", Help: "another decision took its place", Tone: None},
		{Word: "withdrawn", Label: "Withdrawn", Help: "it no longer holds, and nothing took its place", Tone: None},
	}
}
