package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

// A draft says what is known and leaves the rest empty. Checking it must ask for
// just that: every finding lies in the draft, and none is about how it is written.
func TestCheckingADraftAsksForWhatIsMissing(t *testing.T) {
	h, _ := handbook.Load(content.Sample, sample().Clock)
	for _, chapter := range handbook.Chapters() {
		for _, kind := range chapter.Kinds {
			if len(kind.Fields) == 0 {
				continue // nobody writes any
			}
			name := map[string]string{"item": "nist-csf-2.0:XX.YY-01"}[kind.Name]
			t.Run(kind.Name, func(t *testing.T) {
				draft, err := h.Draft(kind.Name, name)
				if err != nil {
					t.Fatal(err)
				}
				before := 0
				site := sampleInMemory(t)
				if draft.IsTable && site[draft.File] != nil {
					draft.Text = string(site[draft.File].Data) + "\n" + draft.Text
					before = len(site[draft.File].Data)
				}
				site[draft.File] = &fstest.MapFile{Data: []byte(draft.Text)}
				o := sample()
				o.Content = site
				errors := 0
				for _, f := range generator.Check(o) {
					if f.Level != finding.Error {
						continue
					}
					errors++
					if f.At.File == nil || f.At.File.Name != draft.File || f.At.Start < before || strings.Contains(f.Code, "syntax") {
						t.Errorf("it is no draft to be filled in: %s: %s", f.Code, f.Message)
					}
				}
				if errors == 0 {
					t.Errorf("nothing is asked of\n%s", draft.Text[before:])
				}
			})
		}
	}
}

func TestDraftsHaveTheNextFreeIDBesideTheOthers(t *testing.T) {
	h, _ := handbook.Load(content.Sample, sample().Clock)
	for _, draft := range []struct{ kind, name, id, file string }{
		{"risk", "Loss of a laptop", "R-031", "registers/risks.toml"},
		{"Policy", "Working from elsewhere", "POL-10", "documents/policies/POL-10-working-from-elsewhere.md"},
		{"guideline", "Über «Mail» & more", "GUI-01", "documents/GUI-01-über-mail-more.md"},
		{"control", "Doors of lorries", "OWN-02", "registers/controls/organizational.toml"},
		{"framework", "Customs rules", "FRW-01", "registers/frameworks.toml"},
		{"finding", "", "F-015", "registers/findings.toml"},
	} {
		got, err := h.Draft(draft.kind, draft.name)
		if err != nil || got.ID != draft.id || got.File != draft.file {
			t.Errorf("new %s %q is %s in %s (%v), want %s in %s", draft.kind, draft.name, got.ID, got.File, err, draft.id, draft.file)
		}
	}
	for kind, name := range map[string]string{"clause": "4.1", "item": "Something", "rsik": "", "control": "A.5.1", "mapping": "\xff"} {
		if got, err := h.Draft(kind, name); err == nil {
			t.Errorf("new %s %q is %s, and should be refused", kind, name, got.ID)
		}
	}
}
