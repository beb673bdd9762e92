package record

import "time"

// Task is something that has to be done for an entry by a day.
type Task struct {
	Of    Record
	What  Value     // the step in the author's words; nil where the label of Field says it
	Field Field     // the field that holds the day
	In    string    // for a step, the key of the table that it stands in; else empty
	Owner Reference // the role that does it; empty where the entry names none
	Due   Date
	Grace int // how many days later it is still on time
}

// Overdue reports whether the day by which the task had to be done has passed,
// its days of grace included.
func (t Task) Overdue(today time.Time) bool {
	return t.Due.Day.AddDate(0, 0, t.Grace).Before(today)
}

// Step is a row of an entry that somebody carries out by a day, such as an
// action of a treatment plan.
type Step interface {
	Row
	// Step returns what is done, by whom and until when, and when it was done.
	// What is nil where the field of the day says it, the owner where the entry's
	// own sees to it.
	Step() (what Value, owner *Ref[Role], due, done *Date)
}

// Recurrent is a record that has to be done again and again.
type Recurrent interface {
	// Next returns the days by which it has to be done, as they stand today, and
	// how many days later that is still on time.
	Next(today time.Time) (days []time.Time, grace int)
}

// Tasks returns what has to be done for r: what its kind declares as due, its
// steps that are not done, and its next occurrences. An entry that is settled
// has none.
func Tasks(r Record, today time.Time) []Task {
	if Settled(r) {
		return nil
	}
	var tasks []Task
	owner := OwnerOf(r)
	for _, field := range Fields(r) {
		switch value := field.Value.(type) {
		case *Date:
			if field.Due && value.IsSet() {
				tasks = append(tasks, Task{Of: r, Field: field, Owner: owner, Due: *value})
			}
		case *Interval:
			if recurrent, ok := r.(Recurrent); ok {
				days, grace := recurrent.Next(today)
				for _, day := range days {
					tasks = append(tasks, Task{Of: r, Field: field, Owner: owner, Due: Date{Day: day, At: value.At}, Grace: grace})
				}
			}
		case Tabler:
			tasks = append(tasks, stepsOf(r, field.Key, value)...)
		}
	}
	return tasks
}

// stepsOf returns the rows of a table that are steps and not done.
func stepsOf(r Record, in string, table Tabler) []Task {
	var tasks []Task
	for _, row := range table.AllRows() {
		step, ok := row.(Step)
		if !ok {
			return nil
		}
		what, owner, due, done := step.Step()
		if !due.IsSet() || done.IsSet() || done.At.Known() {
			continue
		}
		task := Task{Of: r, What: what, In: in, Owner: OwnerOf(r), Due: *due}
		if owner != nil && owner.IsSet() {
			task.Owner = owner.Reference
		}
		for _, field := range Fields(row) {
			if field.Value == Value(due) {
				task.Field = field
			}
		}
		tasks = append(tasks, task)
	}
	return tasks
}

// Answerable is a record without an owner of that name for whose tasks another
// role answers.
type Answerable interface {
	// Answers returns that role.
	Answers() *Ref[Role]
}

// OwnerOf returns the role that answers for r, if its kind has such a field.
func OwnerOf(r Record) Reference {
	if answerable, ok := r.(Answerable); ok {
		return answerable.Answers().Reference
	}
	for _, field := range Fields(r) {
		if owner, ok := field.Value.(*Ref[Role]); ok && field.Key == "owner" {
			return owner.Reference
		}
	}
	return Reference{}
}
