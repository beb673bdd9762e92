package reference_test

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
)

var update = flag.Bool("update", false, "write the pages anew")

func TestPagesSayWhatTheDeclarationsSay(t *testing.T) {
	pages := pages()
	written, err := fs.Glob(os.DirFS("."), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range written {
		if pages[name] == "" {
			t.Errorf("%s describes nothing that there is", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		if *update {
			if err := os.WriteFile(name, []byte(pages[name]), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if text, err := os.ReadFile(name); err != nil || string(text) != pages[name] {
			t.Errorf("%s is out of date (%v): run go test ./generator/handbook/reference -update", name, err)
		}
	}
}

func TestEveryKindStandsInOneChapter(t *testing.T) {
	chapterOf := map[string]string{}
	for _, chapter := range handbook.Chapters() {
		for _, kind := range chapter.Kinds {
			if chapterOf[kind.Name] != "" {
				t.Errorf("%s stands in %s and in %s", kind.Name, chapterOf[kind.Name], chapter.Label)
			}
			chapterOf[kind.Name] = chapter.Label
		}
	}
	for _, name := range kindsInSettings() {
		if chapterOf[name] == "" {
			t.Errorf("%s stands in no chapter", name)
		}
	}
}

// kindsInSettings returns the names of the kinds, for each of which annex.toml may
// say who reads it.
func kindsInSettings() []string {
	var names []string
	for _, field := range handbook.Settings() {
		for _, within := range field.Fields {
			if field.Key == "audience" && isKind(within.Key) {
				names = append(names, within.Key)
			}
		}
	}
	return names
}

func isKind(name string) bool {
	kind, known := handbook.KindNamed(name)
	return known && kind.Name == name
}

// What an author copies has to be accepted as it is.
func TestEveryExampleIsRead(t *testing.T) {
	sample := sample(t)
	for kind := range kinds() {
		if len(kind.Fields) == 0 {
			continue
		}
		if text := sample.Example(kind.Name); text != "" {
			checkReads(t, kind, "the example", text)
		}
		checkReads(t, kind, "the least", kind.Skeleton)
	}
}

func checkReads(t *testing.T, kind handbook.Kind, what, text string) {
	t.Helper()
	site := fstest.MapFS{fileOf(kind): {Data: []byte(text)}}
	for _, name := range []string{"annex.toml", "evidence", "public", "documents/procedures/images"} {
		addSample(t, site, name)
	}
	h, found := handbook.Load(site, handbook.Clock{})
	for _, f := range found {
		t.Errorf("%s of %s: %s [%s]", what, kind.Name, f.Message, f.Code)
	}
	if h == nil || h.Example(kind.Name) == "" {
		t.Errorf("%s of %s is no entry", what, kind.Name)
	}
}

func addSample(t *testing.T, site fstest.MapFS, name string) {
	t.Helper()
	err := fs.WalkDir(content.Sample, name, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Sample, name)
		site[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The least of every kind together is a site: each refers to the others by the
// IDs that they have.
func TestTheLeastOfEveryKindRefersToTheOthers(t *testing.T) {
	site := fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Example\"\n")}}
	for kind := range kinds() {
		if len(kind.Fields) > 0 {
			site[fileOf(kind)] = &fstest.MapFile{Data: []byte(kind.Skeleton)}
		}
	}
	h, found := handbook.Load(site, handbook.Clock{})
	for _, f := range append(found, h.Check()...) {
		if f.At.Known() && f.At.File.Name == "registers/waiver.toml" {
			continue // it names a rule and an entry that nobody can know
		}
		if f.Code == "unknown-entry" || f.Level == finding.Error && !saysMore[f.Code] {
			t.Errorf("%s:%d: %s [%s]", f.At.File.Name, f.At.Position().Line, f.Message, f.Code)
		}
	}
}

// saysMore are the rules that ask for more than the least: what an entry needs
// may depend on what it says.
var saysMore = map[string]bool{"control-status": true, "control-owner": true, "mapping-pair": true,
	"metric-without-target": true, "requirement-unmet": true, "modification-without-controls": true}

func TestExampleSaysAsMuchAsAnyEntry(t *testing.T) {
	site := fstest.MapFS{
		"annex.toml": {Data: []byte("[organization]\nname = \"Example\"\n")},
		"a.toml": {Data: []byte("[[service]]\nid = \"SVC-1\"\ntitle = \"a\"\n\n# A remark on the next one.\n[[service]]\nid = \"SVC-2\"\ntitle = \"b\"\nstatus = \"live\"\n\n" +
			"[[service]]\nid = \"SVC-3\"\ntitle = \"longer than the one before\"\nstatus = \"live\"\n")},
	}
	h, _ := handbook.Load(site, handbook.Clock{})
	if got, want := h.Example("service"), "[[service]]\nid = \"SVC-2\"\ntitle = \"b\"\nstatus = \"live\"\n"; got != want {
		t.Errorf("the example is\n%s\nrather than\n%s", got, want)
	}
	if got := h.Example("party"); got != "" {
		t.Errorf("there is no party, and the example is\n%s", got)
	}
}

func sample(t *testing.T) *handbook.Handbook {
	t.Helper()
	h, _ := handbook.Load(content.Sample, handbook.Clock{})
	if h == nil {
		t.Fatal("the sample cannot be read")
	}
	return h
}

// kinds goes through all kinds in the order of the chapters.
func kinds() func(func(handbook.Kind) bool) {
	return func(yield func(handbook.Kind) bool) {
		for _, chapter := range handbook.Chapters() {
			for _, kind := range chapter.Kinds {
				if !yield(kind) {
					return
				}
			}
		}
	}
}

func fileOf(kind handbook.Kind) string {
	if kind.Markdown {
		return "documents/procedures/" + kind.Name + ".md"
	}
	return path.Join("registers", strings.ToLower(kind.Name)+".toml")
}
