package generator_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/annex-isms/annex/search"
	browser "github.com/annex-isms/annex/search/twin"
	"github.com/annex-isms/annex/themes"
)

// Whatever one asks of the sample, the terminal and the browser find the same, in the
// same order, in each edition.
func TestBrowserAndTerminalFindTheSameInTheSample(t *testing.T) {
	var judged struct{ Question []question }
	if _, err := toml.DecodeFile("../testdata/search/questions.toml", &judged); err != nil {
		t.Fatal(err)
	}
	for edition, files := range made(t, sample()) {
		t.Run(edition, func(t *testing.T) {
			t.Parallel()
			read := func(path string) ([]byte, error) {
				if data, ok := files[path]; ok {
					return data, nil
				}
				return nil, fs.ErrNotExist
			}
			terminal, err := search.Open(read)
			if err != nil {
				t.Fatal(err)
			}
			client, err := browser.Open(themes.Default(), read)
			if err != nil {
				t.Fatal(err)
			}
			var queries []string
			for _, q := range judged.Question {
				queries = append(queries, q.Ask)
			}
			for i := 0; len(queries) < 520; i++ {
				queries = append(queries, queriesFor(t, terminal, i)...)
			}
			found := 0
			for i, query := range queries {
				hits, err := browser.Compare(terminal, client, query, 2*min(1, i%10))
				if err != nil {
					t.Error(err)
				}
				found += hits
			}
			t.Logf("%d queries found %d entries", len(queries), found)
			if found < len(queries) {
				t.Error("hardly any query finds anything")
			}
		})
	}
}

// queriesFor returns ways to look for an entry: by its ID, by its title as it is being
// typed, by some of its words, as a phrase, and with a typing error.
func queriesFor(t *testing.T, s *search.Searcher, number int) []string {
	t.Helper()
	entry, err := s.Entry(number)
	if err != nil {
		t.Fatal(err)
	}
	letters := []rune(entry.Title)
	words := strings.Fields(entry.Title)
	wrong := slices.Clone(letters)
	wrong[number%len(wrong)] = 'x'
	return []string{
		strings.ToLower(strings.ReplaceAll(entry.ID, "-", " ")), string(letters[:1+number%len(letters)]), words[0] + " -" + words[len(words)-1],
		`"` + strings.Join(words[:min(2, len(words))], " ") + `"`, string(wrong), "what about " + entry.Lead,
	}
}
