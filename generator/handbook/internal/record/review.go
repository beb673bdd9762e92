package record

import (
	"strings"

	"github.com/annex-isms/annex/generator/audience"
)

var reviews = Kind{
	Name: "review", Folder: "reviews", Label: "Management review", Plural: "Management reviews", Article: "a management review", Prefix: "REV-", Chapter: Evaluation,
	Help:  "What top management looked at and what it decided.",
	Basis: "9.3", ByTitle: true,
	New: func() Record { return new(ManagementReview) },
}

// ManagementReview is a review of the ISMS by top management: its inputs, each
// of which clause 9.3.2 asks for, and its results (clause 9.3).
type ManagementReview struct {
	Entry
	Description          Text
	Date                 Date
	From                 Date
	To                   Date
	Chair                Ref[Role]
	Attendees            Refs[Role]
	Actions              Text
	Issues               Text
	Needs                Text
	InputNonconformities Text
	Measurements         Text
	Audits               Text
	Objectives           Text
	Feedback             Text
	Risks                Text
	Opportunities        Text
	Decisions            Tables[ReviewDecision]
	Conclusion           Text
	Minutes              Ref[Document]
	Next                 Date
}

// Declare declares what a management review says.
func (m *ManagementReview) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Auditor, Place: Lede, Value: &m.Description,
			Help: "Why it took place and what it covered, in a sentence or two."},
		{Key: "date", Label: "Held on", Must: true, Audience: audience.Staff, Column: true, Value: &m.Date,
			Help: "The day on which it took place."},
		{Key: "from", Label: "From", Audience: audience.Auditor, Value: &m.From,
			Help: "The first day of the period that it looked at."},
		{Key: "to", Label: "To", Audience: audience.Auditor, Value: &m.To,
			Help: "The last day of the period that it looked at."},
		{Key: "chair", Label: "Chair", Inverse: "Chaired management reviews", Must: true, Audience: audience.Auditor, Column: true, Value: &m.Chair,
			Help: "The role that led it: top management."},
		{Key: "attendees", Label: "Present", Inverse: "Took part in management reviews", Audience: audience.Auditor, Value: &m.Attendees,
			Help: "The roles that were present."},
		{Key: "input-a", Label: "Earlier actions", Audience: audience.Auditor, Place: Section, Value: &m.Actions,
			Help: "How the actions from earlier reviews stand (9.3.2 a)."},
		{Key: "input-b", Label: "Changes in issues", Audience: audience.Auditor, Place: Section, Value: &m.Issues,
			Help: "What changed in the external and internal issues (9.3.2 b)."},
		{Key: "input-c", Label: "Changes in needs of interested parties", Audience: audience.Auditor, Place: Section, Value: &m.Needs,
			Help: "What changed in what interested parties need and expect (9.3.2 c)."},
		{Key: "input-d-nonconformities", Label: "Nonconformities and corrective actions", Audience: audience.Auditor, Place: Section, Value: &m.InputNonconformities,
			Help: "Trends in nonconformities, incidents and corrective actions (9.3.2 d 1)."},
		{Key: "input-d-measurements", Label: "Monitoring and measurement", Audience: audience.Auditor, Place: Section, Value: &m.Measurements,
			Help: "Trends in the results of measurement (9.3.2 d 2)."},
		{Key: "input-d-audits", Label: "Audit results", Audience: audience.Auditor, Place: Section, Value: &m.Audits,
			Help: "Trends in the results of audits (9.3.2 d 3)."},
		{Key: "input-d-objectives", Label: "Objectives", Audience: audience.Auditor, Place: Section, Value: &m.Objectives,
			Help: "How far the objectives are met (9.3.2 d 4)."},
		{Key: "input-e", Label: "Feedback", Audience: audience.Auditor, Place: Section, Value: &m.Feedback,
			Help: "What interested parties said (9.3.2 e)."},
		{Key: "input-f", Label: "Risks and treatment", Audience: audience.Auditor, Place: Section, Value: &m.Risks,
			Help: "The results of the risk assessment and how the treatment plan stands (9.3.2 f)."},
		{Key: "input-g", Label: "Opportunities", Audience: audience.Auditor, Place: Section, Value: &m.Opportunities,
			Help: "Opportunities for continual improvement (9.3.2 g)."},
		{Key: "decision", Label: "Decisions", Audience: audience.Auditor, Place: Section, Value: &m.Decisions,
			Help: "What was decided (9.3.3)."},
		{Key: "conclusion", Label: "Conclusion", Audience: audience.Staff, Place: Section, Value: &m.Conclusion,
			Help: "Whether the ISMS is suitable, adequate and effective."},
		{Key: "minutes", Label: "Minutes", Inverse: "Minutes of", Audience: audience.Auditor, Value: &m.Minutes,
			Help: "The document that holds the minutes."},
		{Key: "next", Label: "Next review", Audience: audience.Auditor, Column: true, Due: true, Task: "Hold the next review", Value: &m.Next,
			Help: "When the next one takes place; only the newest review says so."},
	}
}

// Answers returns the role that led the review.
func (m *ManagementReview) Answers() *Ref[Role] { return &m.Chair }

// Inputs returns the fields for the inputs that clause 9.3.2 asks for.
func (m *ManagementReview) Inputs() []Field {
	var inputs []Field
	for _, field := range Fields(m) {
		if strings.HasPrefix(field.Key, "input-") {
			inputs = append(inputs, field)
		}
	}
	return inputs
}

// ReviewDecision is a decision of a management review (9.3.3).
type ReviewDecision struct {
	Text  Text
	Type  Choice[ReviewDecisionType]
	Owner Ref[Role]
	Due   Date
	Done  Date
}

// Declare declares what a decision of a review says.
func (d *ReviewDecision) Declare() []Declaration {
	return []Declaration{
		{Key: "text", Label: "Decision", Must: true, Audience: audience.Auditor, Value: &d.Text,
			Help: "What was decided."},
		{Key: "type", Label: "Type", Must: true, Audience: audience.Auditor, Value: &d.Type,
			Help: "Whether it improves or changes the ISMS, or provides resources."},
		{Key: "owner", Label: "Owner", Inverse: "Carries out decisions of", Must: true, Audience: audience.Auditor, Value: &d.Owner,
			Help: "The role that sees to it."},
		{Key: "due", Label: "Due", Audience: audience.Auditor, Value: &d.Due,
			Help: "Until when."},
		{Key: "done", Label: "Done", Audience: audience.Auditor, Value: &d.Done,
			Help: "When it was carried out."},
	}
}

// Step returns the decision itself.
func (d *ReviewDecision) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return &d.Text, &d.Owner, &d.Due, &d.Done
}

// ReviewDecisionType is a sort of decision.
type ReviewDecisionType string

// Options lists the sorts of decisions.
func (ReviewDecisionType) Options() []Option {
	return []Option{
		{Word: "improvement", Label: "Improvement", Help: "something is made better"},
		{Word: "change", Label: "Change to the ISMS", Help: "the ISMS itself is changed"},
		{Word: "resource", Label: "Resources", Help: "money, people or tools are given"},
	}
}
