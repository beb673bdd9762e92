package check

import (
	"cmp"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// lateTasks holds what should have been done by now, by the kind of the entry and
// the key of what says so.
type lateTasks map[taskKey][]record.Task

type taskKey struct{ kind, key string }

// late returns what should have been done by now for the entries of a kind: the
// tasks whose day stands in the field of that key, or in the rows of that table.
func (h *survey) late(kind, key string) []record.Task {
	if h.lateTasks == nil {
		h.lateTasks = h.findLate()
	}
	return h.lateTasks[taskKey{kind, key}]
}

func (h *survey) findLate() lateTasks {
	late := lateTasks{}
	for _, r := range h.Entries() {
		if r.Head().Kind.Sealed || settled(r) {
			continue
		}
		for _, task := range record.Tasks(r, h.Today.Day) {
			if task.Due.Before(h.Today.Day) {
				key := taskKey{r.Head().Kind.Name, cmp.Or(task.In, task.Field.Key)}
				late[key] = append(late[key], task)
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
