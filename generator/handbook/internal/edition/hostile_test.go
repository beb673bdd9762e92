package edition_test

import (
	"bytes"
	"testing"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/hostile"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/themes"
)

// Whatever words stand in whatever field of whatever kind: on no page of any
// edition do they run, or load something.
func TestHostileWordsInEveryFieldRunNowhere(t *testing.T) {
	theme, err := render.LoadTheme(themes.Default(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for seed, words := range []string{hostile.Words, hostile.Text} {
		site := emptySite(uint64(seed))
		site.always = words
		site.with(record.Kinds)
		for _, e := range site.entries {
			e.label = audience.Public
			e.silent = false
		}
		whole := loadSite(t, site)
		for _, e := range audience.Editions {
			files := maker{edition: e}.files(t, theme, whole)
			shown := 0
			for name, data := range files {
				shown += bytes.Count(data, []byte("alert(1)"))
				for _, fault := range hostile.Harm(name, data, files) {
					t.Errorf("%s/%s: %s", e, name, fault)
				}
			}
			if shown < 100 {
				t.Errorf("%s shows hardly any of the hostile words, so that this test shows nothing", e)
			}
		}
	}
}
