package check

import (
	"slices"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var itemParent = Rule{
	Code: "item-parent", Fixed: true, Basis: "practice",
	Doc: "an item is part of another one in the same framework, and not of itself",
	Run: func(h *survey, report reporter) {
		reported := map[*record.Item]bool{}
		for _, item := range all[record.Item](h) {
			parent := item.Parent.In(h.Handbook)
			circle := h.circleOf(item)
			switch {
			case parent == nil || reported[item]:
			case parent.Namespace() != item.Namespace():
				report(item, item.Parent.At, "“"+parent.ID.Value+"” is in another framework", "name an item of “"+item.Namespace()+"”, or remove the line")
			case circle != nil:
				for _, member := range circle {
					reported[member] = true
				}
				report(item, item.Parent.At, "“"+item.ID.Value+"” would be a part of itself", "name the item above it, or remove the line")
			}
		}
	},
}

// circleOf returns the items that are parts of each other, of which this is one;
// none where it is no part of itself.
func (h *survey) circleOf(item *record.Item) []*record.Item {
	circle := []*record.Item{item}
	for above := item.Parent.In(h.Handbook); above != nil && !slices.Contains(circle[1:], above); above = above.Parent.In(h.Handbook) {
		if above == item {
			return circle
		}
		circle = append(circle, above)
	}
	return nil
}
