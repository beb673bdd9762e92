package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

// late returns what should have been done by now for the entries of a kind: the
// tasks whose day stands in the field of that key, or in the rows of that table.
func (h *survey) late(kind, key string) []record.Task {
	var late []record.Task
	for _, r := range h.Of(record.KindNamed(kind)) {
		if settled(r) {
			continue
		}
		for _, task := range record.Tasks(r, h.Today.Day) {
			if (task.In == key || task.In == "" && task.Field.Key == key) && task.Due.Before(h.Today.Day) {
				late = append(late, task)
			}
		}
	}
	return late
}

// step names a step of an entry in a message: its words, or those that stand for
// it where it has none.
func step(task record.Task, otherwise string) string {
	if title, ok := task.What.(*record.Line); ok && title.IsSet() {
		return "“" + title.Value + "”"
	}
	return otherwise
}

func id(r record.Record) string { return r.Head().ID.Value }
