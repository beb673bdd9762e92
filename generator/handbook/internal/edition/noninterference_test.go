package edition_test

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook/internal/edition"
	"github.com/annex-isms/annex/generator/handbook/internal/load"
	"github.com/annex-isms/annex/generator/handbook/internal/record"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/themes"
)

var clock = load.Clock{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)}

// seeds returns on how many random sites a property is tried: usually few, and
// as many as the variable ANNEX_SEEDS says.
func seeds(usually int) uint64 {
	if asked, err := strconv.Atoi(os.Getenv("ANNEX_SEEDS")); err == nil {
		return uint64(asked)
	}
	return uint64(usually)
}

func TestWhatAnEditionMayNotShowChangesNoneOfItsBytes(t *testing.T) {
	theme := tellAll(t)
	for _, e := range audience.Editions {
		t.Run(e.String(), func(t *testing.T) {
			t.Parallel()
			for seed := range seeds(20) {
				if difference := interference(t, theme, seed, maker{edition: e}); difference != "" {
					t.Fatalf("seed %d: %s", seed, difference)
				}
			}
		})
	}
}

// interference says what in an edition of a random site changes with what the
// edition may not show, or nothing.
func interference(t *testing.T, theme *render.Theme, seed uint64, m maker) string {
	t.Helper()
	site := newRandomSite(seed)
	before := m.files(t, theme, loadSite(t, site))
	site.change(m.edition)
	after := m.files(t, theme, loadSite(t, site))
	return firstDifference(before, after)
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
	whole := loadSite(t, newRandomSite(1))
	sizes := map[audience.Edition]int{}
	for _, e := range audience.Editions {
		sizes[e] = len(maker{edition: e}.files(t, theme, whole))
	}
	if !(sizes[audience.TrustEdition] < sizes[audience.StaffEdition] && sizes[audience.StaffEdition] < sizes[audience.AuditorEdition]) {
		t.Errorf("editions of a random site have %v files: each should have more than the one before", sizes)
	}
}

// Else the pages for leadership that annex.toml opens to staff would go untried.
func TestRandomSitesOpenThePagesForLeadership(t *testing.T) {
	theme := tellAll(t)
	for seed := range uint64(12) {
		site := newRandomSite(seed)
		_, open := maker{edition: audience.StaffEdition}.files(t, theme, loadSite(t, site))["scorecard.html"]
		if open && site.leads == audience.Staff {
			return
		}
	}
	t.Error("none of the random sites opens the pages for leadership to staff")
}

// What is made of the same handbook before must not show in what is made after.
func TestAnEditionIsTheSameAloneAndAmongOthers(t *testing.T) {
	theme := tellAll(t)
	for seed := range seeds(3) {
		site := newRandomSite(seed).contents()
		for _, e := range audience.Editions {
			alone := maker{edition: e}.files(t, theme, loadContents(t, site))
			among := loadContents(t, site)
			for _, other := range []audience.Edition{audience.AuditorEdition, audience.TrustEdition, audience.StaffEdition} {
				maker{edition: other}.files(t, theme, among)
			}
			if difference := firstDifference(alone, maker{edition: e}.files(t, theme, among)); difference != "" {
				t.Errorf("seed %d, %s: %s", seed, e, difference)
			}
		}
	}
}

// tellAll returns a theme whose pages print all that a template receives, so
// that the proof holds for any theme.
func tellAll(t *testing.T) *render.Theme {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(themes.Default(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(themes.Default(), name)
		switch {
		case path.Dir(name) == "messages":
			files[name] = &fstest.MapFile{Data: text}
		case path.Ext(name) == ".html":
			files[name] = &fstest.MapFile{Data: []byte(cmp.Or(subjects[strings.TrimPrefix(name, "templates/")], `{{printf "%+v" .}}`))}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	theme, err := render.LoadTheme(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

// subjects are what the pages of single entries print: not the whole site, which
// the first page does, but what they are about.
var subjects = map[string]string{
	"handbook/navigation.html": `{{printf "%+v" .Nav}}`,
	"handbook/list.html":       `{{printf "%+v" .List}}`, "handbook/entry.html": `{{printf "%+v" .Entry}}`, "handbook/page.html": `{{printf "%+v" .Answer}}`,
	"trust/document.html": `{{printf "%+v" .Document}}`, "trust/control.html": `{{printf "%+v" .Control}}`,
	"trust/certificate.html": `{{printf "%+v" .Certificate}}`, "trust/scope.html": `{{printf "%+v" .Scope}}`, "trust/framework.html": `{{printf "%+v" .Framework}}`,
	"trust/handout.html": `{{printf "%+v" .Handout}}`, "trust/subprocessor.html": `{{printf "%+v" .Subprocessor}}`,
	"trust/question.html": `{{printf "%+v" .Question}}`, "trust/update.html": `{{printf "%+v" .Update}}`,
}

// maker makes the files of an edition, perhaps with a leak that is planted on
// the way.
type maker struct {
	edition  audience.Edition
	admit    func(whole *record.Handbook, part *edition.Part)  // changes what is admitted
	trust    func(whole *record.Handbook, v *view.Trust)       // changes what the public sees
	handbook func(whole *record.Handbook, v *view.Handbook)    // changes what others see
	entries  func(whole *record.Handbook, e *view.Entries)     // changes the entries that they see
	made     func(whole *record.Handbook, files []render.File) // changes the files
}

// files returns the files of the edition by path.
func (m maker) files(t *testing.T, theme *render.Theme, whole *record.Handbook) map[string][]byte {
	t.Helper()
	part := edition.Admit(whole, m.edition, "withheld")
	if m.admit != nil {
		m.admit(whole, part)
	}
	var site publish.Site
	var err error
	if m.edition == audience.TrustEdition {
		v := edition.Trust(part, theme.Words)
		if m.trust != nil {
			m.trust(whole, &v)
		}
		site, err = render.Trust(theme, v)
	} else {
		v, entries := edition.Handbook(part, theme.Words)
		if m.handbook != nil {
			m.handbook(whole, &v)
		}
		if m.entries != nil {
			m.entries(whole, &entries)
		}
		site, err = render.Handbook(theme, v, entries)
	}
	if err != nil {
		t.Fatal(err)
	}
	files, err := site.All()
	if err != nil {
		t.Fatal(err)
	}
	if m.made != nil {
		m.made(whole, files)
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

func loadSite(t *testing.T, site *randomSite) *record.Handbook {
	t.Helper()
	return loadContents(t, site.contents())
}

func loadContents(t *testing.T, content fs.FS) *record.Handbook {
	t.Helper()
	whole, found := load.Load(content, clock)
	for _, f := range found {
		if f.Level == finding.Error {
			t.Fatalf("the random site is not valid: %s: %s [%s]\n%s", f.At.File.Name, f.Message, f.Code, f.At.File.Line(f.At.Position().Line))
		}
	}
	return whole
}

// firstDifference says where two editions differ, or nothing.
func firstDifference(before, after map[string][]byte) string {
	for name := range before {
		if _, kept := after[name]; !kept {
			return name + " is gone"
		}
		if !bytes.Equal(before[name], after[name]) {
			return name + " differs:\n" + around(before[name], after[name])
		}
	}
	for name := range after {
		if _, known := before[name]; !known {
			return name + " is new"
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
