package generator_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
)

// story is the sample as auditors read it.
type story struct {
	Date    string
	Entries []storyEntry
}

type storyEntry struct {
	Kind, ID, Title, Status string
	Facts                   []storyFact
	Sections                []struct {
		Title string
		Rows  [][]storyFact
	}
	Related []struct {
		Label string
		IDs   []string
	}
}

type storyFact struct {
	Field, Label string
	Values       []string
}

// readStory makes the auditor edition once for all tests.
var readStory = sync.OnceValues(func() (story, error) {
	o := sample()
	o.Editions = []audience.Edition{audience.AuditorEdition}
	sites, found, err := generator.Make(o)
	if err != nil || found.HasErrors() {
		return story{}, fmt.Errorf("%s, %w", found.Summary(), err)
	}
	files, err := sites[0].All()
	if err != nil {
		return story{}, err
	}
	var s story
	for _, file := range files {
		if file.Path != "index.json" {
			continue
		}
		data, err := file.Content()
		if err != nil {
			return story{}, err
		}
		err = json.Unmarshal(data, &s)
		return s, err
	}
	return s, fs.ErrNotExist
})

func sampleStory(t *testing.T) story {
	t.Helper()
	s, err := readStory()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (s story) of(kind string) []storyEntry {
	return slices.DeleteFunc(slices.Clone(s.Entries), func(e storyEntry) bool { return e.Kind != kind })
}

func (s story) find(id string) storyEntry {
	return s.Entries[slices.IndexFunc(s.Entries, func(e storyEntry) bool { return e.ID == id })]
}

// says returns the values of a field.
func (e storyEntry) says(field string) []string { return valuesOf(e.Facts, field) }

// first returns the first value of a field, or nothing.
func (e storyEntry) first(field string) string {
	if values := e.says(field); len(values) > 0 {
		return values[0]
	}
	return ""
}

// rows returns the rows of a section.
func (e storyEntry) rows(title string) [][]storyFact {
	for _, section := range e.Sections {
		if section.Title == title {
			return section.Rows
		}
	}
	return nil
}

// valuesOf returns the values of a fact, by its field or else by its label.
func valuesOf(facts []storyFact, name string) []string {
	for _, fact := range facts {
		if fact.Field == name || fact.Label == name {
			return fact.Values
		}
	}
	return nil
}

func TestTheSampleMissesExactlyOneReview(t *testing.T) {
	states := map[string][]string{}
	s := sampleStory(t)
	for _, activity := range s.of("activity") {
		for _, row := range activity.rows("Occurrences") {
			for _, state := range valuesOf(row, "State") {
				states[state] = append(states[state], activity.ID)
			}
		}
	}
	if !slices.Equal(states["Missed"], []string{"ACT-04"}) {
		t.Errorf("missed were %q", states["Missed"])
	}
	if len(states["Late"]) == 0 || len(states["Met"]) < 50 {
		t.Errorf("%d occurrences were late and %d met", len(states["Late"]), len(states["Met"]))
	}
}

func TestTheSampleHasWhatIsOverdue(t *testing.T) {
	s := sampleStory(t)
	passed := func(kind, field, settled string) []string {
		var ids []string
		for _, e := range s.of(kind) {
			if day := e.first(field); day != "" && day < s.Date && e.Status != settled {
				ids = append(ids, e.ID)
			}
		}
		return ids
	}
	if got := passed("exception", "exception.until", "Ended"); !slices.Equal(got, []string{"EXC-03"}) {
		t.Errorf("exceptions that have expired: %q", got)
	}
	if got := passed("supplier", "supplier.next-assessment", "Ended"); !slices.Equal(got, []string{"SUP-09"}) {
		t.Errorf("suppliers that should have been assessed: %q", got)
	}
}

func TestTheCertificateOfTheSampleLives(t *testing.T) {
	s := sampleStory(t)
	for _, certificate := range s.of("certificate") {
		if certificate.first("certificate.stage-1") == "" || certificate.first("certificate.stage-2") == "" {
			t.Errorf("%s had no stage 1 or no stage 2", certificate.ID)
		}
		rows := certificate.rows("Surveillance and recertification")
		if len(rows) < 3 {
			t.Errorf("%s is kept in force by %d audits", certificate.ID, len(rows))
		}
		for _, row := range rows {
			due, done := valuesOf(row, "Due"), valuesOf(row, "Done")
			if len(due) == 1 && due[0] < s.Date && (len(done) == 0 || done[0] > due[0]) {
				t.Errorf("%s: the audit due on %s was done on %q", certificate.ID, due[0], done)
			}
			if len(valuesOf(row, "Audit")) == 0 {
				t.Errorf("%s: there is no audit for %q", certificate.ID, due)
			}
		}
	}
}

func TestEveryManagementReviewOfTheSampleHasEveryInputOrAWaiver(t *testing.T) {
	s := sampleStory(t)
	reviews := s.of("review")
	if len(reviews) != 4 {
		t.Errorf("there are %d management reviews", len(reviews))
	}
	var waived []string
	for _, waiver := range s.of("waiver") {
		if waiver.first("waiver.rule") == "review-input-missing" {
			waived = append(waived, waiver.first("waiver.entry"))
		}
	}
	if len(waived) > 1 {
		t.Errorf("%q were spared inputs", waived)
	}
	for _, review := range reviews {
		var titles []string
		for _, section := range review.Sections {
			titles = append(titles, section.Title)
		}
		for _, input := range []string{
			"Earlier actions", "Changes in issues", "Changes in needs of interested parties", "Nonconformities and corrective actions",
			"Monitoring and measurement", "Audit results", "Objectives", "Feedback", "Risks and treatment", "Opportunities",
		} {
			if !slices.Contains(titles, input) && !slices.Contains(waived, review.ID) {
				t.Errorf("%s has nothing on %q", review.ID, input)
			}
		}
		for _, row := range review.rows("Decisions") {
			if len(valuesOf(row, "Owner")) == 0 || len(valuesOf(row, "Due")) == 0 {
				t.Errorf("%s: nobody carries out %q, or at no time", review.ID, valuesOf(row, "Decision"))
			}
		}
	}
}

func TestNobodyInTheSampleAuditsTheirOwnWork(t *testing.T) {
	s := sampleStory(t)
	for _, audit := range s.of("audit") {
		holders := audit.says("audit.auditor-holders")
		for _, related := range audit.Related {
			for _, id := range related.IDs {
				if related.Label != "Audited roles" {
					continue
				}
				for _, key := range s.find(id).says("role.holders") {
					if slices.Contains(holders, key) {
						t.Errorf("%s: %s audits the work of %s", audit.ID, key, id)
					}
				}
			}
		}
		if audit.Status == "Done" && audit.first("audit.report") == "" {
			t.Errorf("%s has no report", audit.ID)
		}
	}
	for _, n := range s.of("nonconformity") {
		for _, row := range n.rows("Effectiveness") {
			if by := valuesOf(row, "By"); len(by) == 1 && by[0] == n.first("nonconformity.owner") {
				t.Errorf("%s: its owner judges whether it worked", n.ID)
			}
		}
	}
}

// Figures about people are counted, never kept as records about one of them.
func TestTheSampleCountsJoinersMoversLeaversAndChanges(t *testing.T) {
	var titles []string
	for _, metric := range sampleStory(t).of("metric") {
		titles = append(titles, strings.ToLower(metric.Title))
	}
	for _, word := range []string{"joiners", "movers", "leavers", "releases"} {
		if !slices.ContainsFunc(titles, func(title string) bool { return strings.Contains(title, word) }) {
			t.Errorf("no metric counts %s", word)
		}
	}
	if incidents := sampleStory(t).of("incident"); len(incidents) != 6 {
		t.Errorf("there are %d incidents", len(incidents))
	}
}

func TestTheSampleAssessesImportantSuppliersWithinTwoYears(t *testing.T) {
	for _, supplier := range sampleStory(t).of("supplier") {
		rows := supplier.rows("Assessments")
		next := supplier.first("supplier.next-assessment")
		if supplier.first("supplier.tier") != "important" || len(rows) == 0 || next == "" {
			continue
		}
		last := valuesOf(rows[len(rows)-1], "Date")[0]
		if limit := string(last[:3]) + string(last[3]+2) + last[4:]; next > limit {
			t.Errorf("%s was assessed on %s and is to be assessed on %s", supplier.ID, last, next)
		}
	}
}
