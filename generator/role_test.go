package generator_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// wordsOfSection returns the words of a section of a page, with single spaces.
func wordsOfSection(t *testing.T, page []byte, id string) string {
	t.Helper()
	var words []string
	for node := range sectionOf(t, page, id).Descendants() {
		if node.Type == html.TextNode {
			words = append(words, strings.Fields(node.Data)...)
		}
	}
	return strings.Join(words, " ")
}

// What a role has not done in time is a task and a finding of a rule. Its page
// tells it once, and tells first what there is to do.
func TestARoleReadsOnceWhatItHasNotDoneInTime(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		page := files["roles/ROL-06.html"]
		tasks, findings := wordsOfSection(t, page, "to-do"), wordsOfSection(t, page, "duties")
		for _, task := range []string{"Cryptography policy Review it", "Weaknesses of September 2026 Get newer evidence"} {
			if !strings.Contains(tasks, task) {
				t.Errorf("%s: %q is not among %q", edition, task, tasks)
			}
		}
		for _, told := range []string{"POL-05", "EV-029", "STD-03"} {
			if strings.Contains(findings, told) {
				t.Errorf("%s: %s is told twice", edition, told)
			}
		}
		// The step is another role's, and the risk is this one's.
		if !strings.Contains(findings, "Split the invoice archive") {
			t.Errorf("%s: what others have not done for a risk of the role is not among %q", edition, findings)
		}
		if bytes.Index(page, []byte(`id="page.to-do"`)) > bytes.Index(page, []byte(`id="page.duties"`)) {
			t.Errorf("%s: the findings come before the tasks", edition)
		}
		if decisions := wordsOfSection(t, page, "to-decide"); !strings.Contains(decisions, "Invoice database cannot be restored in time At level 12") {
			t.Errorf("%s: the role reads of these decisions: %q", edition, decisions)
		}
	}
}

var (
	overdueOfARole = regexp.MustCompile(`(\d+) overdue`)
	overdueAtHome  = regexp.MustCompile(`due\.html">[^<]*</a></dt><dd>(\d+)`)
)

// What is overdue for the roles comes to what is overdue in all, on the page that
// says what to do and on the first page.
func TestWhatRolesHaveToDoComesToAllThatIsOverdue(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		want := string(overdueAtHome.FindSubmatch(files["index.html"])[1])
		for page, text := range map[string]string{
			"what-to-do.html": wordsOfSection(t, files["what-to-do.html"], "roles"),
			"index.html":      textOf(t, files["index.html"]),
		} {
			sum := 0
			for _, match := range overdueOfARole.FindAllStringSubmatch(text, -1) {
				count, _ := strconv.Atoi(match[1])
				sum += count
			}
			if strconv.Itoa(sum) != want {
				t.Errorf("%s: %s has %d overdue by role, and %s are overdue", edition, page, sum, want)
			}
		}
	}
}

// Whoever has no role of their own reads what holds for everybody.
func TestWhatToDoTellsTheRulesForEverybody(t *testing.T) {
	rules := wordsOfSection(t, made(t, sample())["staff"]["what-to-do.html"], "everybody")
	for _, want := range []string{"Acceptable use policy", "Remote working", "Incident management", "Clear desk and clear screen"} {
		if !strings.Contains(rules, want) {
			t.Errorf("%q is not among %q", want, rules)
		}
	}
}
