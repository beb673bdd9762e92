package check

import (
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var reportingCircle = Rule{
	Code: "reporting-circle", Basis: "5.3",
	Doc:      "no role reports to itself, be it by way of others",
	Audience: audience.Staff,
	Run: func(h *survey, report reporter) {
		inCircle := map[*record.Role]bool{}
		for _, start := range all[record.Role](h) {
			circle := h.circleFrom(start)
			if len(circle) == 0 || inCircle[start] {
				continue
			}
			var others []record.Record
			for _, r := range circle {
				inCircle[r] = true
				if r != start {
					others = append(others, r)
				}
			}
			message := start.ID.Value + " reports to itself"
			if len(others) > 0 {
				message += ", by way of " + inWords(others)
			}
			report(start, start.ReportsTo.At, message, "let one of them report to nobody, or to a role outside", others...)
		}
	},
}

// circleFrom returns the roles on the way from start up to itself, or nothing
// where the way up ends elsewhere.
func (h *survey) circleFrom(start *record.Role) []*record.Role {
	seen := map[*record.Role]bool{}
	var way []*record.Role
	for r := start; r != nil && !seen[r]; r = r.ReportsTo.In(h.Handbook) {
		seen[r] = true
		way = append(way, r)
		if next := r.ReportsTo.In(h.Handbook); next == start {
			return way
		}
	}
	return nil
}
