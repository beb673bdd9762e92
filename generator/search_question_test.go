package generator_test

import (
	"html"
	"regexp"
	"slices"
	"testing"
)

var (
	questionsAtHome = regexp.MustCompile(`(?s)<ul class="questions">.*?</ul>`)
	questionAtHome  = regexp.MustCompile(`<a href="([a-z-]+\.html)">([^<]*\?)</a>`)
)

// Whoever types a question that the first page asks finds the page that answers it
// among the first results.
func TestSearchFindsThePageThatAnswersAQuestion(t *testing.T) {
	for edition, files := range made(t, sample()) {
		if edition == "trust" {
			continue
		}
		s := opened(t, files)
		asked := questionAtHome.FindAllSubmatch(questionsAtHome.Find(files["index.html"]), -1)
		if len(asked) < 10 {
			t.Fatalf("%s: the first page asks %d questions", edition, len(asked))
		}
		for _, question := range asked {
			query := html.UnescapeString(string(question[2]))
			answer, err := s.Search(query)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, hit := range answer.Hits[:min(3, len(answer.Hits))] {
				entry, _ := s.Entry(hit.Document)
				found = append(found, entry.Path)
			}
			if !slices.Contains(found, string(question[1])) {
				t.Errorf("%s: %q finds %q", edition, query, found)
			}
		}
	}
}
