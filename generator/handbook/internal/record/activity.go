package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var activities = Kind{
	Name: "activity", Folder: "activities", Label: "Activity", Plural: "Activities", Article: "an activity", Prefix: "ACT-", Chapter: Operation,
	Help:  "What has to be done again and again, when it was done, and what shows it.",
	Basis: "8.1",
	New:   func() Record { return new(Activity) },
}

// Activity is something that recurs, with the times that it was done
// (clause 8.1).
type Activity struct {
	Entry
	Description Text
	Owner       Ref[Role]
	Every       Interval
	Start       Date
	Grace       Number
	Ended       Date
	Controls    Refs[Control]
	Clauses     Refs[Clause]
	Processes   Refs[Process]
	Documents   Refs[Document]
	Occurrences Tables[ActivityOccurrence]
}

// Declare declares what an activity says.
func (a *Activity) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &a.Description,
			Help: "What is done, and what counts as done."},
		{Key: "owner", Label: "Owner", Inverse: "Carries out activities", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Owner,
			Help: "The role that sees to it."},
		{Key: "every", Label: "How often", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &a.Every,
			Help: "How long after an occurrence the next one is due, such as “3 months”."},
		{Key: "start", Label: "First due", Must: true, Audience: audience.Staff, Value: &a.Start,
			Help: "When the first occurrence was due; the others are counted from it."},
		{Key: "grace", Label: "Days of grace", Audience: audience.Staff, Value: &a.Grace,
			Help: "How many days after it was due an occurrence still counts as on time."},
		{Key: "ended", Label: "Ended", Audience: audience.Staff, Value: &a.Ended,
			Help: "Since when it is no longer done; nothing is expected after this day."},
		{Key: "controls", Label: "Controls", Inverse: "Kept up by activities", Audience: audience.Staff, Value: &a.Controls,
			Help: "The controls that it keeps working."},
		{Key: "clauses", Label: "Clauses", Inverse: "Kept up by activities", Audience: audience.Staff, Value: &a.Clauses,
			Help: "The clauses that ask for it."},
		{Key: "processes", Label: "Processes", Inverse: "Activities", Audience: audience.Staff, Value: &a.Processes,
			Help: "The processes that it belongs to."},
		{Key: "documents", Label: "Documents", Inverse: "Activities", Audience: audience.Staff, Value: &a.Documents,
			Help: "The documents that say how it is done."},
		{Key: "occurrence", Label: "Occurrences", Audience: audience.Staff, Place: Elsewhere, Value: &a.Occurrences,
			Help: "The times that it was done, oldest first."},
	}
}

// Settled reports whether the activity is no longer done.
func (a *Activity) Settled() bool { return a.Ended.IsSet() }

// Expected returns what was expected of the activity up to the first occurrence
// after today, oldest first, or up to its end. The index of an occurrence that
// was met counts the activity's own rows.
func (a *Activity) Expected(today time.Time) []Occurrence {
	done := make([]time.Time, len(a.Occurrences.Rows))
	for i, row := range a.Occurrences.Rows {
		done[i] = row.Done.Day
	}
	all := Occurrences(a.Start.Day, a.Every, a.Grace.Value, done, today)
	for n, occurrence := range all {
		if a.Ended.IsSet() && occurrence.Due.After(a.Ended.Day) {
			return all[:n]
		}
	}
	return all
}

// Next returns the day by which the activity is due next, and before it that of
// the last occurrence where nobody has done it yet.
func (a *Activity) Next(today time.Time) (days []time.Time, grace int) {
	expected := a.Expected(today)
	for i, occurrence := range expected {
		isLast := i+1 == len(expected) || expected[i+1].State == Expected
		if occurrence.State == Expected || isLast && occurrence.Done.IsZero() {
			days = append(days, occurrence.Due)
		}
	}
	return days, a.Grace.Value
}

// ActivityOccurrence is one time that an activity was done.
type ActivityOccurrence struct {
	Done     Date
	By       Ref[Role]
	Evidence Ref[Evidence]
	Note     Text
}

// Declare declares what an occurrence says.
func (o *ActivityOccurrence) Declare() []Declaration {
	return []Declaration{
		{Key: "done", Label: "Done", Must: true, Audience: audience.Staff, Value: &o.Done,
			Help: "When it was done."},
		{Key: "by", Label: "By", Inverse: "Carried out activities", Audience: audience.Staff, Value: &o.By,
			Help: "The role that did it."},
		{Key: "evidence", Label: "Evidence", Inverse: "Shows activities", Audience: audience.Staff, Value: &o.Evidence,
			Help: "What shows that it was done."},
		{Key: "note", Label: "Note", Audience: audience.Staff, Value: &o.Note,
			Help: "What came of it."},
	}
}
