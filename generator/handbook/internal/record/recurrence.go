package record

import "time"

// Occurrence is one time that a recurring activity was expected.
type Occurrence struct {
	Due   time.Time
	Done  time.Time // when it was met; zero where it was not
	State OccurrenceState
	Index int // of the record that met it, among those given to Occurrences
}

// OccurrenceState says how an occurrence stands on the day of the edition.
type OccurrenceState uint8

// The states of an occurrence.
const (
	Expected OccurrenceState = iota // due later
	Met                             // done by then
	Late                            // done, but after it was due and its grace was over
	Pending                         // due, and still within its grace
	Missed                          // not done, and its grace is over
)

// Occurrences returns what was expected of an activity from start on, every
// interval, up to the first occurrence after today. A day on which it was done
// counts for the occurrence that it lies nearest to, the first such day where
// there are several. Grace is how many days after it was due an occurrence still
// counts as on time.
func Occurrences(start time.Time, every Interval, grace int, done []time.Time, today time.Time) []Occurrence {
	if start.IsZero() || !every.IsSet() {
		return nil
	}
	var occurrences []Occurrence
	for n := 0; n == 0 || !every.After(start, n-1).After(today); n++ {
		o := Occurrence{Due: every.After(start, n)}
		from := middle(every.After(start, n-1), o.Due)
		until := middle(o.Due, every.After(start, n+1))
		for i, day := range done {
			inReach := day.After(from) && !day.After(until) && !day.After(today)
			if inReach && (o.Done.IsZero() || day.Before(o.Done)) {
				o.Done, o.Index = day, i
			}
		}
		o.State = stateOf(o, grace, today)
		occurrences = append(occurrences, o)
	}
	return occurrences
}

// middle returns the time halfway between two days.
func middle(a, b time.Time) time.Time { return a.Add(b.Sub(a) / 2) }

func stateOf(o Occurrence, grace int, today time.Time) OccurrenceState {
	end := o.Due.AddDate(0, 0, grace)
	switch {
	case !o.Done.IsZero() && o.Done.After(end):
		return Late
	case !o.Done.IsZero():
		return Met
	case o.Due.After(today):
		return Expected
	case end.Before(today):
		return Missed
	default:
		return Pending
	}
}
