package record

import "github.com/annex-isms/annex/generator/audience"

var competences = Kind{
	Name: "competence", Folder: "competence", Label: "Competence", Plural: "Competence", Article: "a competence", Prefix: "CMP-", Chapter: Direction,
	Help:  "What a role needs to know and to be able to do, and whether it does; never a record about a person.",
	Basis: "7.2",
	New:   func() Record { return new(Competence) },
}

// Competence is what a role needs to know and to be able to do (clause 7.2).
type Competence struct {
	Entry
	Description Text
	Role        Ref[Role]
	Needs       Texts
	HowAcquired Text
	Met         Choice[CompetenceMet]
	Reviewed    Date
	NextReview  Date
	Evidence    Refs[Evidence]
	Gaps        Text
	Actions     Tables[CompetenceAction]
}

// Declare declares what a competence says.
func (c *Competence) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &c.Description,
			Help: "Why security depends on what the role knows and can do."},
		{Key: "role", Label: "Role", Inverse: "Competence asked for", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &c.Role,
			Help: "The role that needs it."},
		{Key: "needs", Label: "What is needed", Must: true, Audience: audience.Staff, Place: Section, Value: &c.Needs,
			Help: "What the role has to know or be able to do, one each (7.2 a)."},
		{Key: "how-acquired", Label: "How it is acquired", Must: true, Audience: audience.Staff, Place: Section, Value: &c.HowAcquired,
			Help: "By which education, training or experience (7.2 b)."},
		{Key: "met", Label: "Met", Must: true, Audience: audience.Staff, Badge: true, Facet: true, Value: &c.Met,
			Help: "Whether the role has what it needs."},
		{Key: "reviewed", Label: "Reviewed", Audience: audience.Staff, Value: &c.Reviewed,
			Help: "When it was last looked at."},
		{Key: "next-review", Label: "Next review", Audience: audience.Staff, Column: true, Due: true, Task: "Review it", Value: &c.NextReview,
			Help: "When it is looked at again at the latest."},
		{Key: "evidence", Label: "Evidence", Inverse: "Shows competence", Audience: audience.Staff, Value: &c.Evidence,
			Help: "What shows it (7.2 d)."},
		{Key: "gaps", Label: "Gaps", Audience: audience.Auditor, Place: Section, Value: &c.Gaps,
			Help: "What is lacking, without naming a person."},
		{Key: "action", Label: "Actions", Audience: audience.Staff, Place: Section, Value: &c.Actions,
			Help: "What is done to acquire what is lacking (7.2 c)."},
	}
}

// Answers returns the role that needs the competence.
func (c *Competence) Answers() *Ref[Role] { return &c.Role }

// CompetenceAction is a step to acquire a competence.
type CompetenceAction struct {
	Title Line
	Due   Date
	Done  Date
}

// Declare declares what a step says.
func (a *CompetenceAction) Declare() []Declaration {
	return []Declaration{
		{Key: "title", Label: "Action", Must: true, Audience: audience.Staff, Value: &a.Title,
			Help: "What will be done."},
		{Key: "due", Label: "Due", Must: true, Audience: audience.Staff, Value: &a.Due,
			Help: "Until when."},
		{Key: "done", Label: "Done", Audience: audience.Staff, Value: &a.Done,
			Help: "When it was finished."},
	}
}

// Step returns the action itself; the owner of the competence sees to it.
func (a *CompetenceAction) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return &a.Title, nil, &a.Due, &a.Done
}

// CompetenceMet says whether a role has the competence that it needs.
type CompetenceMet string

// The answers.
const (
	CompetenceIsMet     CompetenceMet = "yes"
	CompetencePartlyMet CompetenceMet = "partly"
	CompetenceNotMet    CompetenceMet = "no"
)

// Options lists the answers.
func (CompetenceMet) Options() []Option {
	return []Option{
		{Word: string(CompetenceIsMet), Label: "Met", Help: "the role has all of it", Tone: Good},
		{Word: string(CompetencePartlyMet), Label: "Partly met", Help: "the role has part of it", Tone: Partly},
		{Word: string(CompetenceNotMet), Label: "Not met", Help: "the role has too little of it", Tone: Bad},
	}
}
