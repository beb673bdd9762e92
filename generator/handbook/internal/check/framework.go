package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/source"
)

var unknownFramework = Rule{
	Code: "unknown-framework", Basis: "practice",
	Doc: "an item belongs to a framework that exists",
	Run: func(h *record.Handbook, report reporter) {
		reported := map[string]bool{}
		for _, item := range record.All[record.Item](h) {
			name := item.Namespace()
			if reported[name] {
				continue
			}
			if message, hint := referenceFault(h, name, item.Kind.Within); message != "" {
				reported[name] = true
				report(firstPart(item.ID, len(name)), message, hint)
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
func shippedHint(h *record.Handbook, id string) string {
	name := id
	if namespace := record.NamespaceOf(id); namespace != "" {
		name = namespace
	}
	if _, known := h.Find(name); known || !record.Ships(name) {
		return ""
	}
	return "“" + name + "” ships with Annex: add it to the list “frameworks” in annex.toml"
}

var itemParent = Rule{
	Code: "item-parent", Basis: "practice",
	Doc: "an item is part of another one in the same framework, and not of itself",
	Run: func(h *record.Handbook, report reporter) {
		reported := map[*record.Item]bool{}
		for _, item := range record.All[record.Item](h) {
			parent := item.Parent.In(h)
			circle := circleOf(h, item)
			switch {
			case parent == nil || reported[item]:
			case parent.Namespace() != item.Namespace():
				report(item.Parent.At, "“"+parent.ID.Value+"” is in another framework", "name an item of “"+item.Namespace()+"”, or remove the line")
			case circle != nil:
				for _, member := range circle {
					reported[member] = true
				}
				report(item.Parent.At, "“"+item.ID.Value+"” would be a part of itself", "name the item above it, or remove the line")
			}
		}
	},
}

// circleOf returns the items that are parts of each other, of which this is one;
// none where it is no part of itself.
func circleOf(h *record.Handbook, item *record.Item) []*record.Item {
	circle := []*record.Item{item}
	for above := item.Parent.In(h); above != nil && !slices.Contains(circle[1:], above); above = above.Parent.In(h) {
		if above == item {
			return circle
		}
		circle = append(circle, above)
	}
	return nil
}
