package record

import "github.com/annex-isms/annex/generator/audience"

var incidents = Kind{
	Name: "incident", Folder: "incidents", Label: "Incident", Plural: "Incidents", Article: "an incident", Prefix: "INC-", Chapter: Operation,
	Help:  "What went wrong, how fast we noticed and stopped it, and what we learned.",
	Basis: "A.5.24–A.5.28",
	New:   func() Record { return new(Incident) },
}

// Incident is an information security incident with its course and what was
// learned from it (controls A.5.24 to A.5.28).
type Incident struct {
	Entry
	Description    Text
	Severity       Choice[IncidentSeverity]
	Status         Choice[IncidentStatus]
	Detected       Date
	Contained      Date
	Closed         Date
	HoursToDetect  Decimal
	HoursToContain Decimal
	Owner          Ref[Role]
	PersonalData   Flag
	Impact         Text
	Notified       Text
	Cause          Text
	Assets         Refs[Asset]
	Risks          Refs[Risk]
	Controls       Refs[Control]
	Review         Date
	Timeline       Tables[IncidentStep]
	Lessons        Tables[IncidentLesson]
}

// Declare declares what an incident says.
func (i *Incident) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &i.Description,
			Help: "What happened, without names of customers or people."},
		{Key: "severity", Label: "Severity", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &i.Severity,
			Help: "How bad it was when it was decided about."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &i.Status,
			Help: "Where the response stands."},
		{Key: "detected", Label: "Detected", Must: true, Audience: audience.Staff, Column: true, Value: &i.Detected,
			Help: "When we noticed it."},
		{Key: "contained", Label: "Contained", Audience: audience.Staff, Value: &i.Contained,
			Help: "When the harm stopped growing."},
		{Key: "closed", Label: "Closed", Audience: audience.Staff, Column: true, Value: &i.Closed,
			Help: "When the response ended."},
		{Key: "hours-to-detect", Label: "Hours to detect", Audience: audience.Staff, Value: &i.HoursToDetect,
			Help: "From its beginning until we noticed it."},
		{Key: "hours-to-contain", Label: "Hours to contain", Audience: audience.Staff, Value: &i.HoursToContain,
			Help: "From the moment we noticed it until it was contained."},
		{Key: "owner", Label: "Owner", Inverse: "Answers for incidents", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &i.Owner,
			Help: "The role that leads the response and its aftermath."},
		{Key: "personal-data", Label: "Personal data", Audience: audience.Staff, Facet: true, Value: &i.PersonalData,
			Help: "Whether data about people was touched."},
		{Key: "impact", Label: "Impact", Audience: audience.Staff, Place: Section, Value: &i.Impact,
			Help: "Who suffered what, and for how long."},
		{Key: "notified", Label: "Who was told", Audience: audience.Staff, Place: Section, Value: &i.Notified,
			Help: "Who was told when, or why nobody had to be."},
		{Key: "cause", Label: "Cause", Audience: audience.Auditor, Place: Section, Value: &i.Cause,
			Help: "Why it could happen, and why it was not stopped earlier."},
		{Key: "assets", Label: "Assets", Inverse: "Hit by incidents", Audience: audience.Staff, Value: &i.Assets,
			Help: "The assets that it touched."},
		{Key: "risks", Label: "Risks", Inverse: "Seen in incidents", Audience: audience.Staff, Value: &i.Risks,
			Help: "The risks that it belongs to."},
		{Key: "controls", Label: "Controls", Inverse: "Tested by incidents", Audience: audience.Staff, Value: &i.Controls,
			Help: "The controls that failed or that held."},
		{Key: "review", Label: "Reviewed", Audience: audience.Staff, Value: &i.Review,
			Help: "When it was looked back on."},
		{Key: "timeline", Label: "Course", Audience: audience.Staff, Place: Timeline, Value: &i.Timeline,
			Help: "What happened when, oldest first."},
		{Key: "lesson", Label: "Lessons", Audience: audience.Staff, Place: Section, Value: &i.Lessons,
			Help: "What was learned, and what is done about it."},
	}
}

// Settled reports whether the incident is closed and its lessons have been put
// into practice: they usually take longer than the response.
func (i *Incident) Settled() bool {
	for _, lesson := range i.Lessons.Rows {
		if lesson.Due.IsSet() && !lesson.Done.IsSet() {
			return false
		}
	}
	return i.Status.Value == IncidentClosed
}

// IncidentStep is a step in the course of an incident.
type IncidentStep struct {
	Date Date
	Text Text
}

// Declare declares what a step says.
func (s *IncidentStep) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &s.Date,
			Help: "The day."},
		{Key: "text", Label: "What happened", Must: true, Audience: audience.Staff, Value: &s.Text,
			Help: "What happened or was done, with the time of day where it matters."},
	}
}

// IncidentLesson is something learned from an incident (control A.5.27).
type IncidentLesson struct {
	Text     Text
	Action   Line
	Owner    Ref[Role]
	Due      Date
	Done     Date
	Verified Date
}

// Declare declares what a lesson says.
func (l *IncidentLesson) Declare() []Declaration {
	return []Declaration{
		{Key: "text", Label: "Lesson", Must: true, Audience: audience.Staff, Value: &l.Text,
			Help: "What was learned."},
		{Key: "action", Label: "Action", Audience: audience.Staff, Value: &l.Action,
			Help: "What is done about it."},
		{Key: "owner", Label: "Owner", Inverse: "Acts on lessons of", Audience: audience.Staff, Value: &l.Owner,
			Help: "The role that sees to it."},
		{Key: "due", Label: "Due", Audience: audience.Staff, Value: &l.Due,
			Help: "Until when."},
		{Key: "done", Label: "Done", Audience: audience.Staff, Value: &l.Done,
			Help: "When it was finished."},
		{Key: "verified", Label: "Verified", Audience: audience.Staff, Value: &l.Verified,
			Help: "When somebody saw that it works."},
	}
}

// Step returns what is done about the lesson.
func (l *IncidentLesson) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return &l.Action, &l.Owner, &l.Due, &l.Done
}

// IncidentSeverity says how bad an incident is.
type IncidentSeverity string

// Options lists the severities, the worst first.
func (IncidentSeverity) Options() []Option {
	return []Option{
		{Word: "sev-1", Label: "SEV-1", Help: "data of several customers exposed, or a service down for most of them"},
		{Word: "sev-2", Label: "SEV-2", Help: "data of one customer exposed, or a service down for some"},
		{Word: "sev-3", Label: "SEV-3", Help: "limited, no customer data"},
		{Word: "sev-4", Label: "SEV-4", Help: "an event, an attempt or a near miss"},
	}
}

// IncidentStatus says where the response to an incident stands.
type IncidentStatus string

// IncidentClosed is the state of an incident whose response has ended.
const IncidentClosed IncidentStatus = "closed"

// Options lists the states of an incident.
func (IncidentStatus) Options() []Option {
	return []Option{
		{Word: "open", Label: "Open", Help: "the harm may still grow", Tone: Bad},
		{Word: "contained", Label: "Contained", Help: "the harm has stopped growing; the response goes on", Tone: Partly},
		{Word: string(IncidentClosed), Label: "Closed", Help: "the response has ended; lessons may still be open", Tone: Good},
	}
}
