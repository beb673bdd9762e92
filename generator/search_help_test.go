package generator_test

import (
	"html"
	"io/fs"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/search"
)

var searchExample = regexp.MustCompile(`<th scope="row" role="rowheader"><code>([^<]*)</code>`)

// Whoever copies an example from the search page finds what it says, on any site
// and in any edition.
func TestEveryExampleOfTheSearchPageFindsSomething(t *testing.T) {
	small := sample()
	small.Content = fstest.MapFS{
		"annex.toml":       {Data: []byte("[organization]\nname = \"Lantern\"\n[audience]\nrole = \"staff\"\nclause = \"staff\"\n")},
		"registers/a.toml": {Data: []byte("[[role]]\nid = \"ROL-01\"\ntitle = \"Keeper of the light\"\npurpose = \"Keeps it burning.\"\n")},
	}
	for name, site := range map[string]struct {
		options generator.Options
		least   map[string]int // so many examples
	}{
		"sample": {sample(), map[string]int{"trust": 7, "staff": 10, "auditor": 10}},
		"small":  {small, map[string]int{"staff": 5, "auditor": 5}},
	} {
		for edition, files := range made(t, site.options) {
			examples := searchExample.FindAllSubmatch(files["search/index.html"], -1)
			if len(examples) < site.least[edition] {
				t.Errorf("%s, %s: there are %d examples", name, edition, len(examples))
			}
			s := opened(t, files)
			for _, example := range examples {
				query := html.UnescapeString(string(example[1]))
				if answer, err := s.Search(query); err != nil || len(answer.Hits) == 0 || answer.Any || len(answer.Corrected) > 0 {
					t.Errorf("%s, %s: %q finds %d entries (%v)", name, edition, query, len(answer.Hits), err)
				}
			}
		}
	}
}

// The question among the examples has a good answer in each edition.
func TestTheQuestionOfTheSearchPageIsAnswered(t *testing.T) {
	editions := made(t, sample())
	for edition, want := range map[string][2]string{
		"trust":   {"how is our data encrypted", "How is our data encrypted?"},
		"staff":   {"may I work from home", "Acceptable use policy"},
		"auditor": {"which restore tests missed their target", "Backup and restore test"},
	} {
		asked := false
		for _, example := range searchExample.FindAllSubmatch(editions[edition]["search/index.html"], -1) {
			asked = asked || string(example[1]) == want[0]
		}
		if !asked {
			t.Errorf("%s: the page does not ask %q", edition, want[0])
		}
		s := opened(t, editions[edition])
		answer, err := s.Search(want[0])
		if err != nil || len(answer.Hits) == 0 {
			t.Fatalf("%s: nothing is found: %v", edition, err)
		}
		if entry, err := s.Entry(answer.Hits[0].Document); err != nil || entry.Title != want[1] {
			t.Errorf("%s: the first answer is %q (%v)", edition, entry.Title, err)
		}
	}
}

// opened returns the search of an edition.
func opened(t *testing.T, files map[string][]byte) *search.Searcher {
	t.Helper()
	s, err := search.Open(func(path string) ([]byte, error) {
		if data, known := files[path]; known {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
