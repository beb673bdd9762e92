package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/source"
)

// Interval is a length of time between two occurrences, such as “3 months”.
type Interval struct {
	Count int
	Unit  IntervalUnit
	At    source.Span
}

// IntervalUnit is what an interval counts.
type IntervalUnit string

// The units, from short to long.
const (
	Days   IntervalUnit = "day"
	Weeks  IntervalUnit = "week"
	Months IntervalUnit = "month"
	Years  IntervalUnit = "year"
)

// LongestInterval is the most of any unit that makes sense between two occurrences.
const LongestInterval = 1000

// ParseInterval reads a number and a unit, such as “3 months” or “1 year”.
func ParseInterval(text string) (Interval, bool) {
	number, unit, _ := strings.Cut(strings.TrimSpace(text), " ")
	count, err := strconv.Atoi(number)
	if err != nil || count < 1 || count > LongestInterval {
		return Interval{}, false
	}
	switch u := IntervalUnit(strings.TrimSuffix(strings.TrimSpace(unit), "s")); u {
	case Days, Weeks, Months, Years:
		return Interval{Count: count, Unit: u}, true
	}
	return Interval{}, false
}

func (i *Interval) IsSet() bool       { return i.Count > 0 }
func (i *Interval) Span() source.Span { return i.At }

// String writes the interval as authors do.
func (i Interval) String() string {
	if i.Count == 1 {
		return fmt.Sprintf("1 %s", i.Unit)
	}
	return fmt.Sprintf("%d %ss", i.Count, i.Unit)
}

// Rhythm writes the interval as it stands in a sentence: “every month”.
func (i Interval) Rhythm() string { return "every " + strings.TrimPrefix(i.String(), "1 ") }

// After returns the day that lies n intervals after start. Where a month is too
// short, it is the month's last day: a month after 31 January is 28 February,
// and two months after it 31 March.
func (i Interval) After(start time.Time, n int) time.Time {
	n *= i.Count
	switch i.Unit {
	case Days:
		return start.AddDate(0, 0, n)
	case Weeks:
		return start.AddDate(0, 0, 7*n)
	case Years:
		n *= 12
	}
	first := time.Date(start.Year(), start.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(start.Day(), last)-1)
}
