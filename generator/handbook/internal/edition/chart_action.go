package edition

import (
	"time"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/view"
)

// promise is something that somebody said they would do by a day.
type promise struct {
	made time.Time // since when it counts; zero for always
	due  time.Time
	done time.Time // zero while it is open
}

// openOn reports whether it had been promised and not done on a day.
func (a promise) openOn(day time.Time) bool {
	return !a.made.After(day) && (a.done.IsZero() || a.done.After(day))
}

// plannedOn reports whether it had been promised for later than a day.
func (a promise) plannedOn(day time.Time) bool { return !a.made.After(day) && a.due.After(day) }

func (a promise) late(today time.Time) bool { return a.done.IsZero() && a.due.Before(today) }

// treatmentPlanChart tells whether the treatment of risks keeps to its plan.
func treatmentPlanChart(p *projector) (view.Chart, bool) {
	var all []promise
	for _, risk := range record.All[record.Risk](p.Handbook) {
		for _, action := range risk.Actions.Rows {
			all = append(all, promise{made: risk.Identified.Day, due: action.Due.Day, done: action.Done.Day})
		}
	}
	return p.burnDown("treatment-plan", all)
}

// correctiveActionsChart tells whether corrective actions keep to theirs.
func correctiveActionsChart(p *projector) (view.Chart, bool) {
	var all []promise
	for _, n := range record.All[record.Nonconformity](p.Handbook) {
		for _, action := range n.Actions.Rows {
			all = append(all, promise{made: n.Date.Day, due: action.Due.Day, done: action.Done.Day})
		}
	}
	return p.burnDown("corrective-actions", all)
}

// burnDown compares what is open at the end of each month with what should have
// been.
func (p *projector) burnDown(key string, all []promise) (view.Chart, bool) {
	if len(all) == 0 {
		return view.Chart{}, false
	}
	today := p.Today.Day
	open, late, done, onTime := 0, 0, 0, 0
	last := today
	for _, a := range all {
		switch {
		case a.openOn(today):
			open++
			if a.due.After(last) {
				last = a.due
			}
		case !a.done.IsZero():
			done++
			if !a.done.After(a.due) {
				onTime++
			}
		}
		if a.late(today) {
			late++
		}
	}
	lines := []view.Series{
		{Name: p.say("chart.burn-down.open"), Tone: "1"},
		{Name: p.say("chart.burn-down.plan"), Tone: "plan"},
	}
	picture := view.Picture{Form: "lines"}
	for _, s := range p.months(monthsBack, monthsAhead) {
		if s.ahead && s.start.After(last) {
			break
		}
		counts := [2]int{}
		for _, a := range all {
			if a.openOn(s.end) {
				counts[0]++
			}
			if a.plannedOn(s.end) {
				counts[1]++
			}
		}
		if len(picture.Categories) == 0 && counts == [2]int{} {
			continue // nothing had been promised yet
		}
		picture.Categories = append(picture.Categories, view.Category{Name: s.name, Short: s.short})
		for i := range lines {
			value := view.Value{Known: i == 1 || !s.ahead}
			if value.Known {
				value.Number = float64(counts[i])
				value.Label = p.mark(s.name, lines[i].Name, value.Number)
			}
			lines[i].Values = append(lines[i].Values, value)
		}
	}
	picture.Series = lines
	reading := p.say("chart.burn-down.reading", "count", len(all), "open", open, "late", late)
	if done > 0 {
		reading += " " + p.say("chart.burn-down.on-time", "count", done, "on-time", onTime)
	}
	return view.Chart{Reading: reading, Picture: picture, Table: newestFirst(seriesTable(p.say("chart.end-of"), "", picture))}, len(picture.Categories) > 0
}
