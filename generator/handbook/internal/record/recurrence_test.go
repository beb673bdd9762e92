package record

import (
	"slices"
	"testing"
	"time"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

func interval(t *testing.T, text string) Interval {
	t.Helper()
	i, ok := ParseInterval(text)
	if !ok {
		t.Fatalf("%q is no interval", text)
	}
	return i
}

func TestIntervalsAreANumberAndAUnit(t *testing.T) {
	for text, want := range map[string]string{"3 months": "3 months", "1 year": "1 year", "1 years": "1 year", "14 days": "14 days", " 2  weeks ": "2 weeks"} {
		if got := interval(t, text).String(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"", "month", "0 days", "-1 days", "3", "3 moons", "1.5 years", "100000 days"} {
		if i, ok := ParseInterval(text); ok {
			t.Errorf("%q was taken for %s", text, i)
		}
	}
}

func TestARhythmCountsFromTwoOn(t *testing.T) {
	for text, want := range map[string]string{"1 month": "every month", "2 years": "every 2 years", "10 days": "every 10 days"} {
		if i, _ := ParseInterval(text); i.Rhythm() != want {
			t.Errorf("%s is %q rather than %q", text, i.Rhythm(), want)
		}
	}
}

func TestMonthsEndWhereTheyEnd(t *testing.T) {
	months := interval(t, "1 month")
	for n, want := range []string{"2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"} {
		if got := months.After(day("2024-01-31"), n); got != day(want) {
			t.Errorf("%d months after: got %s, want %s", n, got.Format(time.DateOnly), want)
		}
	}
	if got := interval(t, "1 year").After(day("2024-02-29"), 1); got != day("2025-02-28") {
		t.Errorf("a year after: got %s", got.Format(time.DateOnly))
	}
}

func states(occurrences []Occurrence) []OccurrenceState {
	var all []OccurrenceState
	for _, o := range occurrences {
		all = append(all, o.State)
	}
	return all
}

func TestOccurrencesAreMetLateMissedOrStillToCome(t *testing.T) {
	quarterly := interval(t, "3 months")
	for name, c := range map[string]struct {
		done  []string
		today string
		want  []OccurrenceState
	}{
		"nothing done":              {nil, "2026-07-20", []OccurrenceState{Missed, Missed, Pending, Expected}},
		"all in time":               {[]string{"2026-01-10", "2026-04-10", "2026-07-15"}, "2026-07-20", []OccurrenceState{Met, Met, Met, Expected}},
		"one missed":                {[]string{"2026-01-10", "2026-07-12"}, "2026-07-20", []OccurrenceState{Met, Missed, Met, Expected}},
		"one late":                  {[]string{"2026-01-10", "2026-05-20", "2026-07-15"}, "2026-07-20", []OccurrenceState{Met, Late, Met, Expected}},
		"within its grace":          {[]string{"2026-01-10", "2026-04-10"}, "2026-07-16", []OccurrenceState{Met, Met, Pending, Expected}},
		"the next one done early":   {[]string{"2026-01-10", "2026-04-10", "2026-07-15", "2026-09-30"}, "2026-10-01", []OccurrenceState{Met, Met, Met, Met}},
		"records out of order":      {[]string{"2026-04-10", "2026-01-10"}, "2026-05-01", []OccurrenceState{Met, Met, Expected}},
		"not due yet":               {nil, "2026-01-01", []OccurrenceState{Expected}},
		"done long before it began": {[]string{"2025-01-01"}, "2026-02-01", []OccurrenceState{Missed, Expected}},
	} {
		var done []time.Time
		for _, text := range c.done {
			done = append(done, day(text))
		}
		got := states(Occurrences(day("2026-01-15"), quarterly, 5, done, day(c.today)))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
