package edition_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/themes"
)

var clock = load.Clock{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}

// seeds is how many random sites each property is tried on.
const seeds = 40

func TestWhatAnEditionMayNotShowChangesNoneOfItsBytes(t *testing.T) {
	theme := tellAll(t)
	for _, e := range audience.Editions {
		t.Run(e.String(), func(t *testing.T) {
			for seed := range uint64(seeds) {
				site := newRandomSite(seed)
				before := makeEdition(t, theme, site.contents(), e, admitOnly(e))
				site.change(e)
				after := makeEdition(t, theme, site.contents(), e, admitOnly(e))
				if difference := firstDifference(before, after); difference != "" {
					t.Fatalf("seed %d: %s", seed, difference)
				}
			}
		})
	}
}

// The proof is worth something only if it fails where something leaks.
func TestPlantedLeaksAreCaught(t *testing.T) {
	theme := tellAll(t)
	leaks := map[string]struct {
		edition audience.Edition
		admit   func(*record.Handbook) *edition.Part
	}{
		"the whole handbook goes to staff": {audience.StaffEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.AuditorEdition, "")
			part.Edition = audience.StaffEdition
			return part
		}},
		"one auditors' field goes to staff": {audience.StaffEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.StaffEdition, "")
			for _, risk := range record.All[record.Risk](part.Handbook) {
				full, _ := whole.Find(risk.ID.Value)
				risk.Vulnerability = full.(*record.Risk).Vulnerability
			}
			return part
		}},
		"uncut text goes to the public": {audience.TrustEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.TrustEdition, "")
			for _, d := range record.All[record.Document](part.Handbook) {
				full, _ := whole.Find(d.ID.Value)
				d.Body = full.(*record.Document).Body
			}
			return part
		}},
		"what is sent on request can be downloaded": {audience.TrustEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.TrustEdition, "")
			for _, h := range record.All[record.Handout](part.Handbook) {
				full, _ := whole.Find(h.ID.Value)
				h.Download = full.(*record.Handout).File
			}
			return part
		}},
		"an answer names a control that the public lacks": {audience.TrustEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.TrustEdition, "")
			for _, q := range record.All[record.Question](part.Handbook) {
				full, _ := whole.Find(q.ID.Value)
				for _, reference := range full.(*record.Question).Controls.Items {
					q.Brief.Value += reference.ID
				}
			}
			return part
		}},
		"a count of all entries goes to the public": {audience.TrustEdition, func(whole *record.Handbook) *edition.Part {
			part := edition.Admit(whole, audience.TrustEdition, "")
			for _, d := range record.All[record.Document](part.Handbook) {
				d.Title.Value = fmt.Sprint(d.Title.Value, len(whole.Entries()))
			}
			return part
		}},
	}
	for name, leak := range leaks {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(seeds) {
				site := newRandomSite(seed)
				before := makeEdition(t, theme, site.contents(), leak.edition, leak.admit)
				site.change(leak.edition)
				after := makeEdition(t, theme, site.contents(), leak.edition, leak.admit)
				if firstDifference(before, after) != "" {
					return
				}
			}
			t.Errorf("the leak was not noticed on %d sites", seeds)
		})
	}
}

// A part that knew where its words were written would hold whole files.
func TestAPartKnowsNoFile(t *testing.T) {
	whole, _ := load.Load(newRandomSite(1).contents(), clock)
	for _, e := range audience.Editions {
		for _, r := range edition.Admit(whole, e, "withheld").Entries() {
			record.Walk(record.AllFields(r), func(_ string, field record.Field) {
				if at := field.Value.Span(); at.Known() && at.File.Text != "" {
					t.Errorf("%s: %s of %s knows the file %s", e, field.Key, r.Head().ID.Value, at.File.Name)
				}
			})
		}
	}
}

func TestRandomSitesReachEveryEdition(t *testing.T) {
	theme := tellAll(t)
	files := newRandomSite(1).contents()
	sizes := map[audience.Edition]int{}
	for _, e := range audience.Editions {
		sizes[e] = len(makeEdition(t, theme, files, e, admitOnly(e)))
	}
	if !(sizes[audience.TrustEdition] < sizes[audience.StaffEdition] && sizes[audience.StaffEdition] < sizes[audience.AuditorEdition]) {
		t.Errorf("editions of a random site have %v files: each should have more than the one before", sizes)
	}
}

func admitOnly(e audience.Edition) func(*record.Handbook) *edition.Part {
	return func(whole *record.Handbook) *edition.Part { return edition.Admit(whole, e, "withheld") }
}

// tellAll returns a theme whose pages print all that a template receives, so
// that the proof holds for any theme.
func tellAll(t *testing.T) *render.Theme {
	t.Helper()
	messages, err := fs.ReadFile(themes.Default(), "messages/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"messages/en.toml": {Data: messages}}
	for name, text := range map[string]string{
		"handbook/home": `{{printf "%+v" .}}`, "handbook/missing": `{{.Title}}`,
		"handbook/list": `{{printf "%+v" .List}}`, "handbook/entry": `{{printf "%+v" .Entry}}`, "handbook/page": `{{printf "%+v" .Answer}}`,
		"trust/home": `{{printf "%+v" .}}`, "trust/missing": `{{.Title}}`, "trust/sent": `{{.Title}}`,
		"trust/controls": `{{.Title}}`, "trust/documents": `{{.Title}}`, "trust/subprocessors": `{{.Title}}`,
		"trust/questions": `{{.Title}}`, "trust/updates": `{{.Title}}`, "trust/complete": `{{.Title}}`,
		"search/index": `{{printf "%+v" .Search}}`, "search/all": `{{printf "%+v" .Search}}`,
		"trust/document": `{{printf "%+v" .Document}}`, "trust/control": `{{printf "%+v" .Control}}`,
		"trust/certificate": `{{printf "%+v" .Certificate}}`, "trust/scope": `{{printf "%+v" .Scope}}`,
		"trust/framework": `{{printf "%+v" .Framework}}`,
		"trust/handout":   `{{printf "%+v" .Handout}}`, "trust/subprocessor": `{{printf "%+v" .Subprocessor}}`,
		"trust/question": `{{printf "%+v" .Question}}`, "trust/update": `{{printf "%+v" .Update}}`,
	} {
		files["templates/"+name+".html"] = &fstest.MapFile{Data: []byte(text)}
	}
	theme, err := render.LoadTheme(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

// makeEdition returns the files of one edition by path.
func makeEdition(t *testing.T, theme *render.Theme, content fs.FS, e audience.Edition, admit func(*record.Handbook) *edition.Part) map[string][]byte {
	t.Helper()
	whole, found := load.Load(content, clock)
	for _, f := range found {
		if f.Level == finding.Error {
			t.Fatalf("the random site is not valid: %s: %s [%s]\n%s", f.At.File.Name, f.Message, f.Code, f.At.File.Line(f.At.Position().Line))
		}
	}
	part := admit(whole)
	var files []render.File
	var err error
	if e == audience.TrustEdition {
		files, err = render.Trust(theme, edition.Trust(part, theme.Words))
	} else {
		files, err = render.Handbook(theme, edition.Handbook(part, theme.Words))
	}
	if err != nil {
		t.Fatal(err)
	}
	made := map[string][]byte{}
	for _, file := range files {
		data, err := file.Content()
		if err != nil {
			t.Fatal(err)
		}
		made[file.Path] = data
	}
	return made
}

// firstDifference says where two editions differ, or nothing.
func firstDifference(before, after map[string][]byte) string {
	for path := range before {
		if _, kept := after[path]; !kept {
			return path + " is gone"
		}
		if !bytes.Equal(before[path], after[path]) {
			return path + " differs:\n" + around(before[path], after[path])
		}
	}
	for path := range after {
		if _, known := before[path]; !known {
			return path + " is new"
		}
	}
	return ""
}

func around(before, after []byte) string {
	at := 0
	for at < len(before) && at < len(after) && before[at] == after[at] {
		at++
	}
	window := func(text []byte) string { return string(text[max(0, at-120):min(len(text), at+120)]) }
	return window(before) + "\n---\n" + window(after)
}
