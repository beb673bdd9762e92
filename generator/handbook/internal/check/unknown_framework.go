package check

import (
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var unknownFramework = Rule{
	Code: "unknown-framework", Fixed: true, Basis: "practice",
	Doc: "an item belongs to a framework that exists",
	Run: func(h *survey, report reporter) {
		reported := map[string]bool{}
		for _, item := range all[record.Item](h) {
			name := item.Namespace()
			if reported[name] {
				continue
			}
			if message, hint := h.referenceFault(name, item.Kind.Within); message != "" {
				reported[name] = true
				report(item, firstPart(item.ID, len(name)), message, hint)
			}
		}
	},
}

// firstPart returns the place of the first bytes of an ID.
func firstPart(id record.Line, length int) source.Span {
	if id.At.Text() != id.Value {
		return id.At // written with escapes
	}
	return id.At.Within(0, length)
}

// shippedHint tells how to get at a framework that ships with Annex, where the
// ID is that of one, or of an item in one, which annex.toml does not ask for.
func (h *survey) shippedHint(id string) string {
	name := id
	if namespace := record.NamespaceOf(id); namespace != "" {
		name = namespace
	}
	if _, known := h.Find(name); known || !record.Ships(name) {
		return ""
	}
	return "“" + name + "” ships with Annex: add it to the list “frameworks” in annex.toml"
}
