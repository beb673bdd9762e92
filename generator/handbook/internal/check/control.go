package check

import (
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/handbook/internal/record"
)

var controlStatus = Rule{
	Code: "control-status", Basis: "6.1.3 d",
	Doc: "an applicable control says how far it is implemented",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if c.Applicable.Value && !c.Status.At.Known() {
				report(c.Source(), c.ID.Value+" is applicable but says nothing of its implementation",
					"add: status = \"implemented\", \"partly\" or \"planned\"")
			}
		}
	},
}

var controlOwner = Rule{
	Code: "control-owner", Basis: "practice",
	Doc: "an applicable control has an owner",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if c.Applicable.Value && !c.Owner.At.Known() {
				report(c.Source(), c.ID.Value+" is applicable but has no owner", "add: owner = \"…\" with the ID of a role")
			}
		}
	},
}

var excludedInUse = Rule{
	Code: "excluded-in-use", Basis: "6.1.3 d",
	Doc: "nothing relies on a control that is excluded",
	Run: func(h *record.Handbook, report reporter) {
		for _, c := range record.All[record.Control](h) {
			if !c.Excluded() {
				continue
			}
			switch users := usersOf(h, c); len(users) {
			case 0:
			case 1:
				report(c.Applicable.At, c.ID.Value+" is excluded, but "+users[0]+" relies on it", "include the control, or remove it from "+users[0])
			default:
				report(c.Applicable.At, c.ID.Value+" is excluded, but "+inWords(users)+" rely on it", "include the control, or remove it from each of them")
			}
		}
	},
}

// usersOf returns the IDs of the entries that rely on the control, each once. A
// mapping does not: it says what is related to what, whether it applies or not.
func usersOf(h *record.Handbook, c *record.Control) []string {
	var users []string
	for _, link := range h.LinksTo(c) {
		_, isMapping := link.From.(*record.Mapping)
		if id := link.From.Head().ID.Value; !isMapping && !slices.Contains(users, id) {
			users = append(users, id)
		}
	}
	return users
}

// inWords returns a list as it stands in a sentence.
func inWords(items []string) string {
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

var reasonUnbacked = Rule{
	Code: "reason-unbacked", Basis: "6.1.3 d",
	Doc: "a control that is included because of a risk treats one",
	Run: func(h *record.Handbook, report reporter) {
		if !risksKnown(h) {
			return // the risk that backs it may be among those with a fault
		}
		for _, c := range record.All[record.Control](h) {
			for _, reason := range c.Reasons.Items {
				if reason.Value == record.RiskReason && !treatsRisk(h, c) {
					report(reason.At, c.ID.Value+" is included because of a risk, but no risk lists it",
						"add the control to the risk that it treats, or give the true reason")
				}
			}
		}
	},
}

// risksKnown reports whether every risk could be read, and every control that
// one of them lists is there. A list that could not be read lacks some.
func risksKnown(h *record.Handbook) bool {
	if h.Incomplete || len(h.Rejected) > 0 {
		return false
	}
	for _, risk := range record.All[record.Risk](h) {
		if len(risk.Controls.In(h)) < len(risk.Controls.Items) {
			return false
		}
	}
	return true
}

func treatsRisk(h *record.Handbook, c *record.Control) bool {
	for _, link := range h.LinksTo(c) {
		if _, ok := link.From.(*record.Risk); ok {
			return true
		}
	}
	return false
}
