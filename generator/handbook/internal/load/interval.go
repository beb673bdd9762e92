package load

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

func (c cell) interval() record.Interval {
	words, ok := c.words()
	if !ok {
		return record.Interval{At: c.at()}
	}
	interval, ok := record.ParseInterval(words)
	if !ok {
		hint := fmt.Sprintf("write a whole number from 1 to %d and a unit, such as %s", record.LongestInterval, c.assigned(pattern(c.field.Value)))
		if meant, known := meantInterval(words); known {
			hint = "did you mean “" + meant.String() + "”?"
		}
		c.report(c.inside(), "bad-interval", c.name()+" cannot be “"+words+"”", hint)
	}
	interval.At = c.at()
	return interval
}

// otherIntervals are intervals as people say them.
var otherIntervals = map[string]string{
	"daily": "1 day", "weekly": "1 week", "fortnightly": "2 weeks", "monthly": "1 month", "quarterly": "3 months",
	"half-yearly": "6 months", "semi-annually": "6 months", "twice a year": "6 months",
	"yearly": "1 year", "annually": "1 year", "once a year": "1 year",
}

var numberWords = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// meantInterval returns the interval that the author probably meant.
func meantInterval(words string) (record.Interval, bool) {
	words = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(words)), "every ")
	words = strings.TrimRight(words, " .")
	if usual, known := otherIntervals[words]; known {
		return record.ParseInterval(usual)
	}
	number, unit := splitInterval(words)
	if n := slices.Index(numberWords, number); n >= 0 {
		number = strconv.Itoa(n)
	}
	count, err := strconv.Atoi(number)
	unit, known := meantUnit(unit)
	if err != nil || !known {
		return record.Interval{}, false
	}
	if unit == "quarter" {
		count, unit = 3*count, string(record.Months)
	}
	return record.ParseInterval(fmt.Sprintf("%d %s", count, unit))
}

// splitInterval parts the number of an interval from its unit; one alone is a
// unit.
func splitInterval(words string) (number, unit string) {
	if digits := len(words) - len(strings.TrimLeft(words, "0123456789")); digits > 0 {
		return words[:digits], strings.TrimSpace(words[digits:])
	}
	number, unit, found := strings.Cut(words, " ")
	if !found {
		return "1", number
	}
	return number, unit
}

// meantUnit returns the unit that the author began to write, or nearly wrote.
func meantUnit(word string) (string, bool) {
	units := []string{string(record.Days), string(record.Weeks), string(record.Months), string(record.Years), "quarter"}
	if word == "" {
		return "", false
	}
	for _, unit := range units {
		if strings.HasPrefix(unit, word) {
			return unit, true
		}
	}
	near, ok := Nearest(strings.TrimSuffix(word, "s"), units)
	return near, ok && near[0] == word[0]
}
