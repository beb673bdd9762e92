package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
)

func TestSameInputGivesTheSameBytesAnywhere(t *testing.T) {
	first := builtBytes(t, sample())

	folder := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.CopyFS(folder, content.Sample); err != nil {
		t.Fatal(err)
	}
	before := time.Local
	defer func() { time.Local = before }()
	time.Local = time.FixedZone("Kiritimati", 14*60*60)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))

	elsewhere := sample()
	elsewhere.Content = os.DirFS(folder)
	elsewhere.Clock.Now = elsewhere.Clock.Now.In(time.Local)
	second := builtBytes(t, elsewhere)

	if len(first) != len(second) {
		t.Errorf("%d files, then %d", len(first), len(second))
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// builtBytes builds into a folder of its own and returns what lies there.
func builtBytes(t *testing.T, o generator.Options) map[string][]byte {
	t.Helper()
	out := t.TempDir()
	sites, found, err := generator.Build(o, out)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	files := map[string][]byte{}
	for _, site := range sites {
		built := os.DirFS(filepath.Join(out, site.Name))
		err := fs.WalkDir(built, ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				files[site.Name+"/"+name], err = fs.ReadFile(built, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestContentWithErrorsPublishesNothing(t *testing.T) {
	out := t.TempDir()
	good := sample()
	if _, _, err := generator.Build(good, out); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(out, "staff", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "broken")
	if err := os.CopyFS(folder, content.Sample); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "more.toml"), []byte("[[risk]]\nid = \"R-900\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := sample()
	broken.Content = os.DirFS(folder)
	sites, found, err := generator.Build(broken, out)
	if err != nil || !found.HasErrors() || sites != nil {
		t.Fatalf("a broken site was built: %v, %s", err, found.Summary())
	}
	after, err := os.ReadFile(filepath.Join(out, "staff", "index.html"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("what was published before has changed: %v", err)
	}
}
