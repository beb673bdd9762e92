package check

import (
	"fmt"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

// inWords returns the IDs of entries as they stand in a sentence.
func inWords(entries []record.Record) string {
	ids := make([]string, len(entries))
	for i, r := range entries {
		ids[i] = id(r)
	}
	return listed(ids)
}

// someInWords does the same with the first few of many.
func someInWords(entries []record.Record) string {
	const few = 8
	if len(entries) <= few+1 {
		return inWords(entries)
	}
	ids := make([]string, few)
	for i := range ids {
		ids[i] = id(entries[i])
	}
	return listed(append(ids, fmt.Sprintf("%d others", len(entries)-few)))
}

func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
