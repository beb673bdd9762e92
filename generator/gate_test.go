package generator_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/handbook"
)

// texts returns the summaries and texts of all entries of an edition that have
// enough words in a row to be a leak elsewhere.
func texts(t *testing.T, files map[string][]byte) []string {
	t.Helper()
	var twin struct {
		Entries []struct{ Summary, Text string }
	}
	if err := json.Unmarshal(files["index.json"], &twin); err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, entry := range twin.Entries {
		for _, text := range []string{entry.Summary, entry.Text} {
			if words := strings.Fields(text); len(words) > 3*gate.Leak {
				all[strings.Join(words[gate.Leak:3*gate.Leak], " ")] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// A paragraph of the sample that the public may not read is planted on a page of
// the trust edition: the gate has to notice it, wherever it comes from.
func TestAPlantedParagraphIsRefused(t *testing.T) {
	sites := made(t, sample())
	h, _ := handbook.Load(content.Sample, sample().Clock)
	home := string(sites["trust"]["index.html"])
	public := string(sites["trust"]["index.json"])
	tried, missed := 0, 0
	shipped := shippedTexts(t) // which are no secret of the site
	for i, text := range texts(t, sites["auditor"]) {
		if strings.Contains(public, text[:40]) || strings.Contains(shipped, text[:40]) || i%2 > 0 {
			continue
		}
		g := h.Gate(audience.TrustEdition, slices.Values([]gate.Text(nil)))
		g.Read("index.html", []byte(strings.Replace(home, "</main>", "<p>"+text+"</p></main>", 1)))
		tried++
		if g.Open() == nil {
			t.Logf("nobody notices %q", text)
			missed++
		}
	}
	if tried < 20 {
		t.Errorf("only %d paragraphs were planted", tried)
	}
	// Where the names of entries stand for links, runs of other words can be short.
	if missed > tried/20 {
		t.Errorf("%d of %d planted paragraphs were not noticed", missed, tried)
	}
}

// shippedTexts returns what Annex itself says of other frameworks.
func shippedTexts(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob("catalogue/frameworks/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no frameworks: %v", err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// Not even by chance does an edition of the sample repeat what it leaves out.
func TestTheSamplePassesTheGate(t *testing.T) {
	_, found, err := generator.Build(sample(), t.TempDir())
	if err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	for _, f := range found {
		if f.Code == gate.LeakCode || f.Code == gate.EchoCode {
			t.Errorf("%s [%s]", f.Message, f.Code)
		}
	}
}
