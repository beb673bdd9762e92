package check

import (
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// inWords returns the IDs of entries as they stand in a sentence.
func inWords(entries []record.Record) string {
	ids := make([]string, len(entries))
	for i, r := range entries {
		ids[i] = r.Head().ID.Value
	}
	last := len(ids) - 1
	if last < 1 {
		return strings.Join(ids, "")
	}
	return strings.Join(ids[:last], ", ") + " and " + ids[last]
}
