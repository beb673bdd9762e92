package record

import (
	"testing"
	"time"
)

var today = day("2026-11-23")

// dueOn returns the days of tasks, in their order.
func dueOn(tasks []Task) []string {
	var days []string
	for _, task := range tasks {
		days = append(days, task.Due.Day.Format(time.DateOnly))
	}
	return days
}

func checkDue(t *testing.T, r Record, want ...string) {
	t.Helper()
	got := dueOn(Tasks(r, today))
	if len(got) != len(want) {
		t.Errorf("due on %v rather than on %v", got, want)
		return
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("due on %v rather than on %v", got, want)
			return
		}
	}
}

func TestEveryDayThatIsDeclaredDueIsATask(t *testing.T) {
	found := 0
	for _, kind := range Kinds {
		for i, field := range Fields(kind.Create()) {
			if !field.Due {
				continue
			}
			found++
			r := kind.Create()
			settle(r, false)
			date, ok := Fields(r)[i].Value.(*Date)
			if !ok {
				t.Errorf("%s.%s is due and holds no day", kind.Name, field.Key)
				continue
			}
			date.Day = day("2027-02-01")
			checkDue(t, r, "2027-02-01")
			if task := Tasks(r, today)[0]; task.Field.Key != field.Key || task.Field.Task == "" {
				t.Errorf("the task of %s.%s does not say what to do: %+v", kind.Name, field.Key, task)
			}
			if settle(r, true) {
				checkDue(t, r)
			}
		}
	}
	if found < 18 {
		t.Errorf("only %d days are declared due", found)
	}
}

// settle gives the entry a state in which it is settled, or one in which it is
// not, and reports whether there is one.
func settle(r Record, settled bool) bool {
	if Settled(r) == settled {
		return true
	}
	for _, field := range Fields(r) {
		switch value := field.Value.(type) {
		case Chooser:
			for _, option := range value.Options() {
				if value.Choose(option, field.Value.Span()); Settled(r) == settled {
					return true
				}
			}
		case *Date:
			if field.Key == "ended" {
				if value.Day = day("2026-10-01"); Settled(r) == settled {
					return true
				}
			}
		}
	}
	return false
}

func TestEveryStepIsATaskUntilItIsDone(t *testing.T) {
	found := 0
	for _, kind := range Kinds {
		for i, field := range Fields(kind.Create()) {
			table, ok := field.Value.(Tabler)
			if !ok {
				continue
			}
			if _, ok := table.Blank().(Step); !ok {
				continue
			}
			found++
			r := kind.Create()
			settle(r, false)
			row := Fields(r)[i].Value.(Tabler).AddRow(field.Value.Span()).(Step)
			_, owner, due, _ := row.Step()
			checkDue(t, r) // a step without a day is none
			due.Day = day("2027-02-01")
			if owner != nil {
				owner.ID = "ROL-07"
			}
			checkDue(t, r, "2027-02-01")
			task := Tasks(r, today)[0]
			if task.In != field.Key || task.Field.Value != Value(due) {
				t.Errorf("the task of %s.%s stands elsewhere: %+v", kind.Name, field.Key, task)
			}
			if task.What == nil && task.Field.Task == "" {
				t.Errorf("the task of %s.%s does not say what to do", kind.Name, field.Key)
			}
			if owner != nil && task.Owner.ID != "ROL-07" {
				t.Errorf("the task of %s.%s belongs to %q", kind.Name, field.Key, task.Owner.ID)
			}
			if settle(r, true) {
				checkDue(t, r)
			}
		}
	}
	if found < 8 {
		t.Errorf("only %d tables have steps", found)
	}
}

func TestAStepThatIsDoneIsNoTask(t *testing.T) {
	risk := new(Risk)
	action := risk.Actions.AddRow(risk.Actions.At).(*Action)
	action.Due.Day, action.Done.Day = day("2026-10-01"), day("2026-10-20")
	checkDue(t, risk)
}

func TestAReviewOfEffectivenessIsATaskUntilItHasAResult(t *testing.T) {
	n := new(Nonconformity)
	review := n.Effectiveness.AddRow(n.Effectiveness.At).(*NonconformityEffectiveness)
	review.Date.Day, review.Result.Value = day("2027-01-18"), NonconformityUndecided
	checkDue(t, n, "2027-01-18")
	review.Result.Value = "effective"
	checkDue(t, n)
}

func TestAnAcceptanceThatEndsIsATask(t *testing.T) {
	risk := new(Risk)
	acceptance := risk.Acceptance.AddRow(risk.Acceptance.At).(*Acceptance)
	checkDue(t, risk)
	acceptance.Until.Day = day("2027-03-31")
	checkDue(t, risk, "2027-03-31")
}

func TestLessonsOfAClosedIncidentStayDue(t *testing.T) {
	incident := new(Incident)
	incident.Status.Value = IncidentClosed
	lesson := incident.Lessons.AddRow(incident.Lessons.At).(*IncidentLesson)
	lesson.Due.Day = day("2026-12-18")
	checkDue(t, incident, "2026-12-18")
	lesson.Done.Day = day("2026-12-01")
	checkDue(t, incident)
}

func TestAStepWithoutAnOwnerBelongsToTheOwnerOfItsEntry(t *testing.T) {
	certificate := new(Certificate)
	certificate.Owner.ID = "ROL-04"
	audit := certificate.Surveillance.AddRow(certificate.Surveillance.At).(*CertificateSurveillance)
	audit.Due.Day = day("2027-11-04")
	if task := Tasks(certificate, today)[0]; task.Owner.ID != "ROL-04" {
		t.Errorf("the task belongs to %q", task.Owner.ID)
	}
	competence := new(Competence)
	competence.Role.ID = "ROL-12"
	competence.Actions.AddRow(competence.Actions.At).(*CompetenceAction).Due.Day = day("2027-01-29")
	if task := Tasks(competence, today)[0]; task.Owner.ID != "ROL-12" {
		t.Errorf("what a role has to learn belongs to %q", task.Owner.ID)
	}
}

func activityDone(grace int, done ...string) *Activity {
	a := new(Activity)
	a.Start.Day = day("2026-01-31")
	a.Every, _ = ParseInterval("3 months")
	a.Grace = NewNumber(grace, a.Start.At)
	for _, text := range done {
		a.Occurrences.AddRow(a.Occurrences.At).(*ActivityOccurrence).Done.Day = day(text)
	}
	return a
}

func TestARecurringActivityIsDueAtItsNextOccurrence(t *testing.T) {
	checkDue(t, activityDone(0, "2026-01-30", "2026-04-29", "2026-07-31", "2026-10-28"), "2027-01-31")
}

func TestTheLastOccurrenceStaysDueUntilSomebodyDoesIt(t *testing.T) {
	checkDue(t, activityDone(0, "2026-01-30", "2026-04-29", "2026-07-31"), "2026-10-31", "2027-01-31")
}

// What was missed further back cannot be done any more.
func TestAnOlderMissedOccurrenceIsNoTask(t *testing.T) {
	checkDue(t, activityDone(0, "2026-01-30", "2026-07-31", "2026-10-28"), "2027-01-31")
}

func TestAnActivityThatHasEndedIsNotDue(t *testing.T) {
	a := activityDone(0)
	a.Ended.Day = day("2026-06-30")
	checkDue(t, a)
}

func TestAnActivityIsOverdueOnceItsGraceIsOver(t *testing.T) {
	for grace, overdue := range map[int]bool{0: true, 22: true, 23: false, 40: false} {
		task := Tasks(activityDone(grace, "2026-07-31"), today)[0]
		if task.Overdue(today) != overdue {
			t.Errorf("with %d days of grace it is overdue: %t, 23 days after it was due", grace, !overdue)
		}
	}
}

func TestATaskIsOverdueTheDayAfter(t *testing.T) {
	for due, overdue := range map[string]bool{"2026-11-22": true, "2026-11-23": false, "2026-11-24": false} {
		if (Task{Due: Date{Day: day(due)}}).Overdue(today) != overdue {
			t.Errorf("a task of %s is overdue: %t", due, !overdue)
		}
	}
}
