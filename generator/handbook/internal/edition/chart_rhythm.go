package edition

import (
	"strconv"
	"strings"
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// weeksShown is how far back the calendar of the operating rhythm goes: a year.
const weeksShown = 52

// daySum is what was done of the operating rhythm on a day, and what was not.
type daySum struct {
	done, missed []string // titles of activities
	late         bool
	path         string // of the activity, where there is but one
}

// operatingRhythmChart shows on which days of the last year recurring activities
// were done, and where one was late or missed.
func operatingRhythmChart(p *projector) (view.Chart, bool) {
	today := p.Today.Day
	start := monday(today).AddDate(0, 0, -7*weeksShown)
	byDay := map[time.Time]*daySum{}
	on := func(day time.Time, activity *record.Activity) *daySum {
		sum := byDay[day]
		if sum == nil {
			sum = &daySum{path: activity.Path()}
			byDay[day] = sum
		}
		if sum.path != activity.Path() {
			sum.path = listPath(activity.Kind)
		}
		return sum
	}
	quarters := p.quarters(4, 0)
	quarters[0].start = start
	c := counting{axis: p.say("chart.operating-rhythm.axis"), series: []bin{
		{key: "met", name: p.say("chart.operating-rhythm.met")}, {key: "late", name: p.say("activity.state.late")}, {key: "missed", name: p.say("activity.state.missed")},
	}}
	for _, s := range quarters {
		if !s.end.Before(start) {
			c.categories = append(c.categories, bin{key: s.name, name: s.name})
		}
	}
	count := func(day time.Time, state string) {
		for _, s := range quarters {
			if s.in(day) {
				c.add(s.name, state)
			}
		}
	}
	for _, activity := range record.All[record.Activity](p.Handbook) {
		for _, t := range activityTimes(activity, today) {
			switch day := t.happened(); {
			case day.Before(start) || day.After(today) || t.open():
			case t.row != nil:
				sum := on(day, activity)
				sum.done = append(sum.done, activity.Title.Value)
				if t.expected != nil && t.expected.State == record.Late {
					sum.late = true
					count(day, "late")
				} else if t.expected != nil {
					count(day, "met")
				}
			default:
				sum := on(day, activity)
				sum.missed = append(sum.missed, activity.Title.Value)
				count(day, "missed")
			}
		}
	}
	expected := c.total()
	if expected == 0 {
		return view.Chart{}, false
	}
	made, _ := c.chart(p, p.say("chart.operating-rhythm.reading", "count", expected, "met", c.in("met"), "late", c.in("late"), "missed", c.in("missed")))
	made.Picture = p.calendar(start, byDay)
	for _, sample := range []struct{ key, tone string }{{"one", "3"}, {"two", "2"}, {"more", "1"}, {"flawed", "flawed"}} {
		made.Picture.Series = append(made.Picture.Series, view.Series{Name: p.say("chart.operating-rhythm.sample." + sample.key), Tone: sample.tone})
	}
	made.Table = newestFirst(made.Table)
	return made, true
}

// happened returns the day on which an occurrence was done, or else was due.
func (t activityTime) happened() time.Time {
	if t.row != nil {
		return t.row.Done.Day
	}
	return t.expected.Due
}

// open reports whether an occurrence can still be done in time.
func (t activityTime) open() bool {
	return t.row == nil && t.expected.State != record.Missed
}

// monday returns the Monday of the week of a day.
func monday(day time.Time) time.Time {
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// calendar lays days out as weeks, a column each, with the month above the week
// in which it begins.
func (p *projector) calendar(start time.Time, byDay map[time.Time]*daySum) view.Picture {
	picture := view.Picture{Form: "calendar"}
	for weekday := range 7 {
		picture.Rows = append(picture.Rows, p.say("weekday."+strconv.Itoa(weekday+1)))
	}
	for column := 0; ; column++ {
		week := start.AddDate(0, 0, 7*column)
		if week.After(p.Today.Day) {
			return picture
		}
		category := view.Category{Name: p.date(week).Text}
		if first := week.AddDate(0, 0, 6); first.Day() <= 7 {
			category.Short = p.say("month." + first.Format("01"))
		}
		picture.Categories = append(picture.Categories, category)
		for row := range 7 {
			day := week.AddDate(0, 0, row)
			if day.After(p.Today.Day) {
				break
			}
			cell := view.PictureCell{Column: column, Row: row}
			if sum := byDay[day]; sum != nil {
				cell.Number, cell.Flawed, cell.Path = len(sum.done), sum.late || len(sum.missed) > 0, sum.path
				cell.Label = p.daySum(day, sum)
			}
			picture.Cells = append(picture.Cells, cell)
		}
	}
}

// daySum says in words what was done on a day.
func (p *projector) daySum(day time.Time, sum *daySum) string {
	var parts []string
	if len(sum.done) > 0 {
		key := "chart.operating-rhythm.done"
		if sum.late {
			key = "chart.operating-rhythm.done-late"
		}
		parts = append(parts, p.say(key, "what", strings.Join(sum.done, "; ")))
	}
	if len(sum.missed) > 0 {
		parts = append(parts, p.say("chart.operating-rhythm.not-done", "what", strings.Join(sum.missed, "; ")))
	}
	return p.date(day).Text + ": " + strings.Join(parts, ". ")
}
