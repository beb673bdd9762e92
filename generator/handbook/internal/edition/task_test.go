package edition_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/themes"
)

// rhythm is a site with something to do for two roles, on 23 November 2026.
const rhythm = `
[[role]]
id = "ROL-01"
title = "Head of Operations"
purpose = "Runs the service."

[[role]]
id = "ROL-02"
title = "Head of Security"
purpose = "Runs the management system."

[[activity]]
id = "ACT-01"
title = "Access review"
description = "Rights are confirmed."
owner = "ROL-01"
every = "3 months"
start = 2026-07-31

[[activity]]
id = "ACT-02"
title = "Restore test"
description = "A backup is restored."
owner = "ROL-01"
every = "1 month"
start = 2026-11-15
grace = 14

[[supplier]]
id = "SUP-01"
title = "Hosting"
description = "Runs the machines."
tier = "critical"
owner = "ROL-02"
status = "active"
next-assessment = 2026-12-01

[[supplier]]
id = "SUP-02"
title = "An old host"
description = "Ran the machines."
tier = "critical"
owner = "ROL-02"
status = "ended"
next-assessment = 2026-10-01

[[incident]]
id = "INC-01"
title = "Service down for an hour"
description = "A certificate had run out."
severity = "sev-3"
status = "closed"
detected = 2026-05-04
owner = "ROL-01"
[[incident.lesson]]
text = "Certificates run out."
action = "Watch [their] dates"
owner = "ROL-02"
due = 2026-11-20

[[nonconformity]]
id = "NC-01"
audience = "auditor"
title = "Accounts of leavers"
description = "Two were open."
source = "audit"
date = 2026-05-12
requirement = "A.5.18"
grade = "minor"
correction = "Closed."
owner = "ROL-01"
status = "verifying"
[nonconformity.effectiveness]
date = 2027-02-12
by = "ROL-02"
result = "open"

[[competence]]
id = "CMP-01"
title = "Auditing"
description = "What the auditor sees."
role = "ROL-02"
needs = ["Interviews."]
how-acquired = "A course."
met = "partly"
next-review = 2028-01-31
`

const allForStaff = `
[organization]
name = "Lantern"
[audience]
role = "staff"
activity = "staff"
supplier = "staff"
incident = "staff"
competence = "staff"
`

func handbookOf(t *testing.T, registers string, e audience.Edition) shown {
	t.Helper()
	whole, found := load.Load(fstest.MapFS{"annex.toml": {Data: []byte(allForStaff)}, "all.toml": {Data: []byte(registers)}}, clock)
	for _, f := range found {
		t.Fatalf("%d: %s", f.At.Position().Line, f.Message)
	}
	catalogue, err := words.Load(themes.Default(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return shownOf(edition.Admit(whole, e, ""), catalogue)
}

func duePage(t *testing.T, h shown) view.Page {
	t.Helper()
	i := slices.IndexFunc(h.Pages, func(p view.Page) bool { return p.Path == "due.html" })
	if i < 0 {
		t.Fatal("there is no page of what is due")
	}
	return h.Pages[i]
}

// inWords returns a row as words: what it is about, what to do, when, how urgent it
// is and whose it is.
func inWords(row view.Row) string {
	var words []string
	for i, cells := range row.Cells {
		word := ""
		for _, cell := range cells {
			switch {
			case i == 0:
				word = cell.ID
			case cell.Form == "date":
				word = cell.Date.ISO
			default:
				word = cell.Text
			}
		}
		words = append(words, word)
	}
	return strings.Join(words, " | ")
}

func checkLines(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nrather than\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhatIsDueIsGroupedByHowUrgentItIs(t *testing.T) {
	page := duePage(t, handbookOf(t, rhythm, audience.AuditorEdition))
	var got []string
	for _, group := range page.Register.Groups {
		got = append(got, group.Title+": "+group.Note)
		for _, row := range group.Rows {
			got = append(got, inWords(row))
		}
	}
	checkLines(t, "due.html", got, []string{
		"Overdue: 2 things to do",
		"ACT-01 | Do it again | 2026-10-31 | Overdue by 23 days | Head of Operations",
		"INC-01 | Watch [their] dates | 2026-11-20 | Overdue by 3 days | Head of Security",
		"Within 30 days: 3 things to do",
		"ACT-02 | Do it again | 2026-11-15 | Due now | Head of Operations",
		"SUP-01 | Assess it | 2026-12-01 | In 8 days | Head of Security",
		"ACT-02 | Do it again | 2026-12-15 | In 22 days | Head of Operations",
		"Within 90 days: 2 things to do",
		"ACT-01 | Do it again | 2027-01-31 | In 69 days | Head of Operations",
		"NC-01 | See whether the action worked | 2027-02-12 | In 81 days | Head of Security",
	})
	if want := "7 things are to be done within a year; overdue today: 2."; page.Lede != want {
		t.Errorf("the page begins with %q rather than with %q", page.Lede, want)
	}
}

func TestWhatIsDueIsFilteredByRoleAndKind(t *testing.T) {
	page := duePage(t, handbookOf(t, rhythm, audience.AuditorEdition))
	var got []string
	for _, filter := range page.Register.Filters {
		got = append(got, filter.Label)
		for _, option := range filter.Options {
			count := 0
			for _, group := range page.Register.Groups {
				for _, row := range group.Rows {
					if slices.Contains(row.Facets, view.Facet{Key: filter.Key, Value: option.Value, Label: option.Label}) {
						count++
					}
				}
			}
			got = append(got, strings.Repeat("+", count)+" "+option.Label)
		}
	}
	checkLines(t, "filters", got, []string{
		"Role", "++++ Head of Operations", "+++ Head of Security",
		"Kind", "++++ Activity", "+ Incident", "+ Nonconformity", "+ Supplier",
	})
}

func TestARoleSeesWhatIsItsOwnToDoSoon(t *testing.T) {
	h := handbookOf(t, rhythm, audience.AuditorEdition)
	for role, want := range map[string][]string{
		"ROL-01": {
			"ACT-01 | Do it again | 2026-10-31 | Overdue by 23 days",
			"ACT-02 | Do it again | 2026-11-15 | Due now",
			"ACT-02 | Do it again | 2026-12-15 | In 22 days",
		},
		"ROL-02": {
			"INC-01 | Watch [their] dates | 2026-11-20 | Overdue by 3 days",
			"SUP-01 | Assess it | 2026-12-01 | In 8 days",
		},
	} {
		i := slices.Index(h.Entries.Paths, "roles/"+role+".html")
		var got []string
		for _, section := range h.Entries.At(i).Sections {
			if section.ID == "to-do" {
				for _, row := range section.Table.Rows {
					got = append(got, inWords(row))
				}
			}
		}
		checkLines(t, role, got, want)
	}
}

func TestHomeCountsAndListsWhatIsDue(t *testing.T) {
	home := handbookOf(t, rhythm, audience.AuditorEdition).Home
	i := slices.IndexFunc(home.Figures, func(f view.Figure) bool { return f.Path == "due.html" })
	if i < 0 || home.Figures[i].Value != "2" || home.Figures[i].Of != "of 7" {
		t.Errorf("the first page says %+v of what is due", home.Figures)
	}
	var got []string
	for _, task := range home.Tasks {
		got = append(got, task.What.ID+" | "+task.Note+" | "+task.Status.Text+" | "+task.Owner.Text)
	}
	checkLines(t, "home", got, []string{
		"ACT-01 | Do it again | Overdue by 23 days | Head of Operations",
		"INC-01 | Watch [their] dates | Overdue by 3 days | Head of Security",
		"ACT-02 | Do it again | Due now | Head of Operations",
		"SUP-01 | Assess it | In 8 days | Head of Security",
		"ACT-02 | Do it again | In 22 days | Head of Operations",
	})
}

// What staff may not see is not counted for them either.
func TestStaffAreToldOfTheirOwnTasksOnly(t *testing.T) {
	page := duePage(t, handbookOf(t, rhythm, audience.StaffEdition))
	if page.Register.Total != 6 || !strings.HasPrefix(page.Lede, "6 things") {
		t.Errorf("staff see %d tasks: %s", page.Register.Total, page.Lede)
	}
	for _, group := range page.Register.Groups {
		for _, row := range group.Rows {
			if strings.HasPrefix(inWords(row), "NC-01") {
				t.Errorf("staff see %s", inWords(row))
			}
		}
	}
}

func TestAnEditionWithoutTasksHasNoPageOfThem(t *testing.T) {
	h := handbookOf(t, "", audience.StaffEdition)
	if slices.ContainsFunc(h.Pages, func(p view.Page) bool { return p.Path == "due.html" }) || len(h.Home.Tasks) != 0 {
		t.Errorf("an empty site has a page of what is due, and %d things to do soon", len(h.Home.Tasks))
	}
	for _, figure := range h.Home.Figures {
		if figure.Path == "due.html" {
			t.Errorf("an empty site counts what is due: %+v", figure)
		}
	}
}

func TestASupplierIsDueAnIntervalAfterItsLastAssessment(t *testing.T) {
	page := duePage(t, handbookOf(t, rhythm+`
[[supplier]]
id = "SUP-03"
title = "Post"
description = "Delivers letters."
tier = "ordinary"
owner = "ROL-02"
status = "active"
every = "1 year"
assessment = [{ date = 2025-11-20, result = "good" }, { date = 2024-11-20, result = "good" }]
`, audience.AuditorEdition))
	var got []string
	for _, group := range page.Register.Groups {
		for _, row := range group.Rows {
			if words := inWords(row); strings.HasPrefix(words, "SUP-03") {
				got = append(got, words)
			}
		}
	}
	checkLines(t, "what is due of SUP-03", got, []string{"SUP-03 | Assess it | 2026-11-20 | Overdue by 3 days | Head of Security"})
}
