package generator_test

import (
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
)

// Who sets the language of the content is told that the interface stays English,
// and how it would not.
func TestALanguageThatTheThemeDoesNotSpeakIsNoted(t *testing.T) {
	site := fstest.MapFS{"annex.toml": {Data: []byte("language = \"de-CH\"\ntheme = \"ours\"\n[organization]\nname = \"Lantern\"\n")}}
	own := fstest.MapFS{"ours/templates/empty.html": {}}
	noted := func() (count int) {
		o := brokenOptions(site)
		o.Themes = own
		for _, f := range generator.Check(o) {
			if f.Code == "interface-language" && f.Level == finding.Note && f.At.Text() == "de-CH" {
				count++
			}
		}
		return count
	}
	if noted() != 1 {
		t.Errorf("noted %d times", noted())
	}
	own["ours/messages/de.toml"] = &fstest.MapFile{Data: []byte(`home = "Anfang"`)}
	if noted() != 0 {
		t.Error("noted although the theme has the words")
	}
}
