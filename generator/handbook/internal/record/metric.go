package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var metrics = Kind{
	Name: "metric", Folder: "metrics", Label: "Metric", Plural: "Metrics", Article: "a metric", Prefix: "MET-", Chapter: Direction,
	Help:  "What is measured, how, how often and by whom, and what came out.",
	Basis: "9.1",
	New:   func() Record { return new(Metric) },
}

// Metric is what is monitored and measured, with its results (clause 9.1).
type Metric struct {
	Entry
	Description Text
	Method      Text
	Unit        Line
	Target      Decimal
	Direction   Choice[MetricDirection]
	Every       Interval
	Owner       Ref[Role]
	Analyst     Ref[Role]
	Controls    Refs[Control]
	Processes   Refs[Process]
	Series      Tables[MetricValue]
}

// Declare declares what a metric says.
func (m *Metric) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &m.Description,
			Help: "What the number tells (9.1 a)."},
		{Key: "method", Label: "Method", Must: true, Audience: audience.Staff, Place: Section, Value: &m.Method,
			Help: "How it is measured, so that another would get the same number (9.1 b)."},
		{Key: "unit", Label: "Unit", Must: true, Audience: audience.Staff, Column: true, Value: &m.Unit,
			Help: "What is counted: per cent, hours, days."},
		{Key: "target", Label: "Target", Audience: audience.Staff, Column: true, Value: &m.Target,
			Help: "The value that it is compared with, if there is one."},
		{Key: "direction", Label: "Direction", Must: true, Audience: audience.Staff, Value: &m.Direction,
			Help: "Whether the target is a lower limit or an upper one."},
		{Key: "every", Label: "Measured every", Must: true, Audience: audience.Staff, Column: true, Value: &m.Every,
			Help: "How often it is measured (9.1 c)."},
		{Key: "owner", Label: "Measured by", Inverse: "Measures", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &m.Owner,
			Help: "The role that measures (9.1 d)."},
		{Key: "analyst", Label: "Analysed by", Inverse: "Analyses", Must: true, Audience: audience.Staff, Value: &m.Analyst,
			Help: "The role that judges the results (9.1 f)."},
		{Key: "controls", Label: "Measures controls", Inverse: "Measured by", Audience: audience.Staff, Value: &m.Controls,
			Help: "The controls of whose effect it tells."},
		{Key: "processes", Label: "Measures processes", Inverse: "Measured by", Audience: audience.Staff, Value: &m.Processes,
			Help: "The processes of whose working it tells."},
		{Key: "series", Label: "Results", Audience: audience.Staff, Place: Section, Value: &m.Series,
			Help: "What was measured, oldest first; figures only, never records about a person."},
	}
}

// On returns the last result by that day, or nil where there was none yet.
func (m *Metric) On(day time.Time) *MetricValue {
	var last *MetricValue
	for _, value := range m.Series.Rows {
		if value.Date.IsSet() && !value.Date.After(day) && (last == nil || !value.Date.Before(last.Date.Day)) {
			last = value
		}
	}
	return last
}

// Aims reports whether results are compared with a target.
func (m *Metric) Aims() bool {
	return m.Target.IsSet() && (m.Direction.Value == MetricAtLeast || m.Direction.Value == MetricAtMost)
}

// Reaches reports whether a result reaches the target of a metric that aims at
// one.
func (m *Metric) Reaches(value *MetricValue) bool {
	if m.Direction.Value == MetricAtMost {
		return value.Value.Value <= m.Target.Value
	}
	return value.Value.Value >= m.Target.Value
}

// DueNext returns the day by which the metric should be measured again: an
// interval after its last result. It is zero where there is no result yet.
func (m *Metric) DueNext(today time.Time) time.Time {
	last := m.On(today)
	if last == nil || !m.Every.IsSet() {
		return time.Time{}
	}
	return m.Every.After(last.Date.Day, 1)
}

// MetricValue is one result of a metric.
type MetricValue struct {
	Date  Date
	Value Decimal
	Note  Text
}

// Declare declares what a result says.
func (v *MetricValue) Declare() []Declaration {
	return []Declaration{
		{Key: "date", Label: "Date", Must: true, Audience: audience.Staff, Value: &v.Date,
			Help: "The day on which it was measured, or the last of its period."},
		{Key: "value", Label: "Value", Must: true, Audience: audience.Staff, Value: &v.Value,
			Help: "The result."},
		{Key: "note", Label: "Note", Audience: audience.Staff, Value: &v.Note,
			Help: "What explains it, if it stands out."},
	}
}

// MetricDirection says how a result compares with its target.
type MetricDirection string

// The directions.
const (
	MetricAtLeast MetricDirection = "at-least"
	MetricAtMost  MetricDirection = "at-most"
	MetricNone    MetricDirection = "none"
)

// Options lists the directions.
func (MetricDirection) Options() []Option {
	return []Option{
		{Word: string(MetricAtLeast), Label: "At least", Help: "good is the target or more"},
		{Word: string(MetricAtMost), Label: "At most", Help: "good is the target or less"},
		{Word: string(MetricNone), Label: "No target", Help: "a figure to watch"},
	}
}
