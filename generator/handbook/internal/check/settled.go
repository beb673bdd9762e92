package check

import "github.com/annex-isms/annex/generator/handbook/internal/record"

// settled reports whether nothing can be due for the entry any more, as far as
// its status can be read.
func settled(r record.Record) bool {
	for _, field := range record.Fields(r) {
		if field.Badge && field.Value.Span().Known() && !field.Value.IsSet() {
			return true
		}
	}
	return record.Settled(r)
}
