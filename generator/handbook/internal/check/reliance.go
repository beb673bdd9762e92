package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// relyOn returns the entries that rely on the control, each once. A mapping does
// not: it says what is related to what, whether it applies or not.
func (h *survey) relyOn(c *record.Control) []record.Record {
	var users []record.Record
	for _, link := range h.LinksTo(c) {
		if _, isMapping := link.From.(*record.Mapping); !isMapping && !slices.Contains(users, link.From) {
			users = append(users, link.From)
		}
	}
	return users
}
