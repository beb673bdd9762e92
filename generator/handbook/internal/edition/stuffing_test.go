package edition_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/generator/unpack"
	"github.com/annex-isms/annex/search"
)

// Every word of a random site stands in one place: a field, a block, a setting, a
// comment, an ID, the name of a file, what lies in one, and what its metadata
// tell. Whoever the entries are for, no byte of an edition holds a word whose
// place its readers may not read.
func TestNoEditionHoldsAWordOfAnother(t *testing.T) {
	theme := tellAll(t)
	// How many sites there are, and how often each is labelled anew: the pages for
	// the public are made sooner.
	for e, tried := range map[audience.Edition]struct{ sites, labellings int }{
		audience.TrustEdition: {20, 120}, audience.StaffEdition: {12, 25},
	} {
		t.Run(e.String(), func(t *testing.T) {
			t.Parallel()
			read := 0
			for seed := range seeds(tried.sites) {
				s := stuff(t, seed)
				for range tried.labellings {
					s.relabel()
					leaked, shown := s.leaked(maker{edition: e}.files(t, theme, s.whole), e)
					if leaked != "" {
						t.Fatalf("seed %d: %s", seed, leaked)
					}
					read += shown
				}
			}
			if read < 1000 {
				t.Errorf("only %d words were shown in all, so that this test shows nothing", read)
			}
		})
	}
}

// stuffed is a random site that has been loaded.
type stuffed struct {
	site    *randomSite
	whole   *record.Handbook
	records map[*randomEntry]record.Record
	random  *rand.Rand
}

func stuff(t *testing.T, seed uint64) *stuffed {
	t.Helper()
	s := &stuffed{site: newRandomSite(seed), records: map[*randomEntry]record.Record{}, random: rand.New(rand.NewPCG(seed, 2))}
	s.whole = loadSite(t, s.site)
	for _, e := range s.site.entries {
		s.records[e], _ = s.whole.Find(e.id)
	}
	return s
}

// relabel gives every entry another audience. What ships with Annex has no words
// of the site, and would only take time.
func (s *stuffed) relabel() {
	for _, r := range s.whole.Entries() {
		r.Head().Label = audience.Withheld
	}
	for _, e := range s.site.entries {
		e.label = s.site.label()
		s.records[e].Head().Label = e.label
	}
}

// leaked returns where the files hold a word that readers of the edition may not
// read, or nothing, and how many words they hold in all.
func (s *stuffed) leaked(files map[string][]byte, edition audience.Edition) (leak string, shown int) {
	for path, data := range files {
		for _, part := range append(unpack.Parts(data), []byte(path), searchedForms(path, data)) {
			for rest := part; ; {
				at := bytes.Index(rest, []byte(mark))
				if at < 0 {
					break
				}
				rest = rest[at:]
				word := wordAtStart(rest)
				if isCoded(path) && len(word) < wordLength {
					rest = rest[len(mark):] // chance, or part of a form that is looked at whole
					continue
				}
				if !s.mayRead(word, edition) {
					return fmt.Sprintf("%s holds %s: …%s…", path, word, part[max(0, len(part)-len(rest)-100):min(len(part), len(part)-len(rest)+100)]), shown
				}
				rest = rest[len(word):]
				shown++
			}
		}
	}
	return "", shown
}

// isCoded reports whether the file writes numbers as letters, among which any few
// may stand.
func isCoded(path string) bool {
	return strings.HasPrefix(path, "search/words-") || strings.HasPrefix(path, "search/places-")
}

// searchedForms returns what can be looked for in the index of an edition, a form a
// line, where the file tells it: there a form stands without the letters that it
// begins with like the one before, and with a capital for how many these are.
func searchedForms(path string, data []byte) []byte {
	if !strings.HasPrefix(path, "search/forms-") && !strings.HasPrefix(path, "search/words-") {
		return nil
	}
	_, list, _ := bytes.Cut(data, []byte(`,["`))
	list, _, _ = bytes.Cut(list, []byte(`"`))
	var forms []byte
	var form []rune
	for _, letter := range string(list) {
		if 'A' <= letter && letter <= 'Z' {
			forms = append(append(forms, string(form)...), '\n')
			form = form[:letter-'A']
			continue
		}
		form = append(form, letter)
	}
	return append(forms, string(form)...)
}

// wordAtStart returns the word of a random site with which the data begins, or as
// much of it as there is.
func wordAtStart(data []byte) string {
	length := len(mark)
	for length < min(len(data), wordLength) && 'a' <= data[length] && data[length] < 'q' {
		length++
	}
	return string(data[:length])
}

// mayRead reports whether the word stands in some place that readers of the
// edition may read; of one that is cut short, whether any such word does that
// begins so.
func (s *stuffed) mayRead(word string, edition audience.Edition) bool {
	if len(word) < wordLength {
		for whole := range s.site.told {
			if strings.HasPrefix(whole, word) && s.mayRead(whole, edition) {
				return true
			}
		}
		return false
	}
	for _, p := range s.site.told[word] {
		if !p.isRead(edition) {
			continue
		}
		if p.entry == nil || edition != audience.TrustEdition {
			return true
		}
		if why, _ := record.Unpublished(s.records[p.entry]); why == "" {
			return true
		}
	}
	return false
}

// holdsForeignWord says where an edition holds a word of another on some
// labelling of a random site, or nothing.
func holdsForeignWord(t *testing.T, theme *render.Theme, seed uint64, m maker) string {
	t.Helper()
	s := stuff(t, seed)
	for range 5 {
		s.relabel()
		if leaked, _ := s.leaked(m.files(t, theme, s.whole), m.edition); leaked != "" {
			return leaked
		}
	}
	return ""
}

// What searchedForms reads is what the index holds.
func TestSearchedFormsAreReadFromTheIndex(t *testing.T) {
	documents := []search.Document{{ID: "R-1", Title: "Überlast überläuft", Path: "r.html", Lead: "Restored and restoring, the restores."}}
	var forms []string
	for _, file := range search.New(documents, search.Options{Language: "en"}).Files() {
		forms = append(forms, strings.Fields(string(searchedForms(file.Path, file.Content())))...)
	}
	for _, want := range []string{"restored", "restores", "restoring", "überlast", "überläuft", "#r.1"} {
		if !slices.Contains(forms, want) {
			t.Errorf("%q is not among %q", want, forms)
		}
	}
}
