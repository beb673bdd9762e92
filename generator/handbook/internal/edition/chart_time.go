package edition

import (
	"fmt"
	"time"
)

// How far back charts look, and how far ahead plans do.
const (
	quartersBack  = 7
	quartersAhead = 4
	monthsBack    = 11
	monthsAhead   = 6
)

// period is a stretch of time. What is told of it holds at its end; that of the
// present one is today.
type period struct {
	name  string
	short string
	start time.Time
	end   time.Time // its last day, or today
	now   bool
	ahead bool // it lies in the future
}

// quarters returns the last quarters, the present one, and some to come.
func (p *projector) quarters(back, ahead int) []period {
	today := p.Today.Day
	first := time.Date(today.Year(), today.Month()-(today.Month()-1)%3, 1, 0, 0, 0, 0, time.UTC)
	return p.periods(first, 3, back, ahead, func(start time.Time) (name, short string) {
		quarter := int(start.Month()+2) / 3
		return p.say("chart.quarter", "quarter", quarter, "year", start.Year()),
			p.say("chart.quarter", "quarter", quarter, "year", shortYear(start))
	})
}

// months returns the last months, the present one, and some to come. On an axis the
// first tells its year, and each January.
func (p *projector) months(back, ahead int) []period {
	today := p.Today.Day
	first := time.Date(today.Year(), today.Month(), 1, 0, 0, 0, 0, time.UTC)
	return p.periods(first, 1, back, ahead, func(start time.Time) (name, short string) {
		month := p.say("month." + start.Format("01"))
		name = p.say("chart.month", "month", month, "year", start.Year())
		if start.Month() == time.January || start.Equal(first.AddDate(0, -back, 0)) {
			return name, p.say("chart.month", "month", month, "year", shortYear(start))
		}
		return name, month
	})
}

func shortYear(day time.Time) string { return fmt.Sprintf("%02d", day.Year()%100) }

// periods returns periods of so many months around the one that begins on first.
func (p *projector) periods(first time.Time, months, back, ahead int, naming func(time.Time) (name, short string)) []period {
	var all []period
	for n := -back; n <= ahead; n++ {
		start := first.AddDate(0, n*months, 0)
		s := period{start: start, end: start.AddDate(0, months, -1), now: n == 0, ahead: n > 0}
		s.name, s.short = naming(start)
		if s.now {
			s.end = p.Today.Day
			s.name = p.say("chart.so-far", "period", s.name)
		}
		all = append(all, s)
	}
	return all
}

// in reports whether a day lies in the period.
func (s period) in(day time.Time) bool { return !day.Before(s.start) && !day.After(s.end) }
