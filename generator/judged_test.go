package generator_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/search"
)

// question is what somebody asked, and the entries that answer it.
type question struct {
	Edition string
	Ask     string
	Answers []string
}

// People find the answers to their questions, most of them with the first result.
func TestSearchAnswersQuestionsAboutTheSample(t *testing.T) {
	const (
		wantFirst = 0.85 // of the questions are answered by the first result
		wantFive  = 0.97 // by one of the first five
	)
	var judged struct{ Question []question }
	if _, err := toml.DecodeFile("../testdata/search/questions.toml", &judged); err != nil {
		t.Fatal(err)
	}
	searchers := map[string]*search.Searcher{}
	for _, e := range audience.Editions {
		searcher, found, err := generator.Search(sample(), e)
		if err != nil || found.HasErrors() {
			t.Fatalf("%v, %s", err, found.Summary())
		}
		searchers[e.String()] = searcher
	}
	first, five := 0, 0
	for _, q := range judged.Question {
		place, shown := placeOfAnswer(t, searchers[q.Edition], q)
		switch {
		case place == 1:
			first++
			five++
		case place > 1 && place <= 5:
			five++
			t.Logf("“%s” is answered by result %d of %q", q.Ask, place, shown)
		default:
			t.Logf("“%s” is answered by none of %q", q.Ask, shown)
		}
	}
	count := float64(len(judged.Question))
	t.Logf("of %d questions the first result answers %.3f, one of the first five %.3f", len(judged.Question), float64(first)/count, float64(five)/count)
	if len(judged.Question) < 60 || float64(first)/count < wantFirst || float64(five)/count < wantFive {
		t.Errorf("want 60 questions or more, of which the first result answers %.2f, and one of the first five %.2f", wantFirst, wantFive)
	}
}

// placeOfAnswer returns which result is the first that answers the question, or 0,
// and the first results.
func placeOfAnswer(t *testing.T, searcher *search.Searcher, q question) (place int, shown []string) {
	t.Helper()
	answer, err := searcher.Search(q.Ask)
	if err != nil {
		t.Fatal(err)
	}
	for i, hit := range answer.Hits[:min(5, len(answer.Hits))] {
		entry, err := searcher.Entry(hit.Document)
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, cmp.Or(entry.ID, entry.Path))
		if place == 0 && slices.Contains(q.Answers, cmp.Or(entry.ID, entry.Path)) {
			place = i + 1
		}
	}
	return place, shown
}
