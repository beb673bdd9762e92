package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

func TestFirstPublishCreatesTheFolderAndItsEditions(t *testing.T) {
	out := filepath.Join(t.TempDir(), "site", "dist")
	mustPublish(t, out,
		site("trust", "index.html", "hello", "controls/A.5.1.html", "policies"),
		site("staff", "index.html", "hello, colleague"),
	)
	wantTree(t, out,
		"trust/index.html", "hello",
		"trust/controls/A.5.1.html", "policies",
		"staff/index.html", "hello, colleague",
	)
}

func TestReplacingRemovesFilesThatAreGone(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one", "old/page.html", "gone tomorrow"))
	mustPublish(t, out, site("trust", "index.html", "two", "new/page.html", "here today"))
	wantTree(t, out, "trust/index.html", "two", "trust/new/page.html", "here today")
}

func TestEditionsThatAreNotPublishedStay(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "trust one"), site("staff", "index.html", "staff one"))
	mustPublish(t, out, site("trust", "index.html", "trust two"))
	wantTree(t, out, "trust/index.html", "trust two", "staff/index.html", "staff one")
}

func TestEditionWithoutFilesIsAnEmptyFolder(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one"))
	mustPublish(t, out, site("trust"))
	wantTree(t, out, "trust/", "")
	mustPublish(t, out, site("trust", "index.html", "two"))
	wantTree(t, out, "trust/index.html", "two")
}

func TestEditionThatWasDeletedIsPublishedAgain(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one"))
	must(t, os.RemoveAll(filepath.Join(out, "trust")))
	mustPublish(t, out, site("trust", "index.html", "two"))
	mustPublish(t, out, site("trust", "index.html", "three"))
	wantTree(t, out, "trust/index.html", "three")
}

func TestEmptyFolderIsTakenOver(t *testing.T) {
	out := t.TempDir()
	must(t, os.Mkdir(filepath.Join(out, "trust"), 0o755))
	mustPublish(t, out, site("trust", "index.html", "one"))
	wantTree(t, out, "trust/index.html", "one")
}

func TestFilesAndFoldersAreReadableByAWebServer(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits")
	}
	out := t.TempDir()
	mustPublish(t, out, site("trust", "risks/R-012.html", "a risk"))
	for path, want := range map[string]fs.FileMode{
		"trust":                  fs.ModeDir | 0o755,
		"trust/risks":            fs.ModeDir | 0o755,
		"trust/risks/R-012.html": 0o644,
	} {
		info, err := os.Stat(filepath.Join(out, path))
		must(t, err)
		// A stricter umask is the administrator's choice.
		if got := info.Mode(); got&^want != 0 || got&0o600 != 0o600 {
			t.Errorf("%s has mode %v, want %v", path, got, want)
		}
	}
}

func TestEachFileIsRenderedOnce(t *testing.T) {
	var calls atomic.Int32
	s := Site{Name: "staff"}
	for i := range 500 {
		s.Files = append(s.Files, File{
			Path:    fmt.Sprintf("risks/R-%03d.html", i),
			Content: func() ([]byte, error) { calls.Add(1); return fmt.Append(nil, i), nil },
		})
	}
	out := t.TempDir()
	mustPublish(t, out, s)
	if calls.Load() != 500 || len(tree(t, out)) != 500 {
		t.Errorf("rendered %d files and wrote %d, want 500", calls.Load(), len(tree(t, out)))
	}
}

func TestFailureLeavesEverythingAsItWas(t *testing.T) {
	fails := func(err error) File {
		return File{Path: "risks/R-013.html", Content: func() ([]byte, error) { return nil, err }}
	}
	for name, test := range map[string]struct {
		bad  File
		want string
	}{
		"a page does not render": {fails(errors.New("no such template")), "rendering risks/R-013.html: no such template"},
		"the disk is full":       {fails(syscall.ENOSPC), "rendering risks/R-013.html: "},
		"a file is not written":  {text(strings.Repeat("x", 300)+".html", "too long a name"), "xxx.html: "},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			mustPublish(t, out, site("trust", "index.html", "trust one"), site("staff", "index.html", "staff one"))

			bad := site("staff", "index.html", "staff two", "a.html", "a", "b.html", "b")
			bad.Files = append(bad.Files, test.bad)
			err := Publish(out, []Site{site("trust", "index.html", "trust two"), bad, site("auditor", "index.html", "first")})

			wantError(t, err, "publishing "+filepath.Join(out, "staff")+": ")
			wantError(t, err, test.want)
			wantTree(t, out, "trust/index.html", "trust one", "staff/index.html", "staff one")
			mustPublish(t, out, site("staff", "index.html", "staff three"))
			wantTree(t, out, "trust/index.html", "trust one", "staff/index.html", "staff three")
		})
	}
}

func TestARefusedSiteLeavesEverythingAsItWas(t *testing.T) {
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one"), site("staff", "index.html", "one"))
	made := 0
	refused := Site{Name: "staff", Files: []File{{Path: "index.html", Content: func() ([]byte, error) { made++; return []byte("two"), nil }}}}
	refused.Last = func() error {
		if made != 1 {
			t.Errorf("it was asked when %d files were made", made)
		}
		return errors.New("it tells too much")
	}
	wantError(t, Publish(out, []Site{site("trust", "index.html", "two"), refused}), "it tells too much")
	wantTree(t, out, "trust/index.html", "one", "staff/index.html", "one")
}

func TestEarliestFailureIsReported(t *testing.T) {
	for range 10 {
		s := Site{Name: "staff"}
		for i := range 64 {
			s.Files = append(s.Files, File{
				Path: fmt.Sprintf("%02d.html", i),
				Content: func() ([]byte, error) {
					if i >= 20 {
						return nil, fmt.Errorf("page %d is broken", i)
					}
					return nil, nil
				},
			})
		}
		wantError(t, Publish(t.TempDir(), []Site{s}), "rendering 20.html: page 20 is broken")
	}
}

func TestConcurrentPublishesEndInOneWholeEdition(t *testing.T) {
	out := t.TempDir()
	var writers sync.WaitGroup
	for i := range 8 {
		writers.Go(func() {
			if err := Publish(out, []Site{uniform(fmt.Sprintf("version %d", i))}); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	wantUniform(t, out)
}

func TestReadersAlwaysFindAnEdition(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	if err := exchange(a, b); err != nil {
		t.Skipf("two folders cannot trade places here: %v", err)
	}
	out := t.TempDir()
	mustPublish(t, out, site("trust", "index.html", "one"))
	var done atomic.Bool
	var reader sync.WaitGroup
	reader.Go(func() {
		for !done.Load() {
			if _, err := os.Stat(filepath.Join(out, "trust", "index.html")); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for i := range 100 {
		mustPublish(t, out, site("trust", "index.html", fmt.Sprint(i)))
	}
	done.Store(true)
	reader.Wait()
}

// site returns a site of that name; files are paths, each followed by its text.
func site(name string, files ...string) Site {
	s := Site{Name: name}
	for i := 0; i < len(files); i += 2 {
		s.Files = append(s.Files, text(files[i], files[i+1]))
	}
	return s
}

func text(path, content string) File {
	return File{Path: path, Content: func() ([]byte, error) { return []byte(content), nil }}
}

// uniform returns a staff edition of 40 files that all hold the same text.
func uniform(content string) Site {
	s := Site{Name: "staff"}
	for i := range 40 {
		s.Files = append(s.Files, text(fmt.Sprintf("risks/R-%03d.html", i), content))
	}
	return s
}

// wantUniform checks that nothing but one uniform edition stands in out, and
// returns its text.
func wantUniform(t *testing.T, out string) string {
	t.Helper()
	got := tree(t, out)
	content := got["staff/risks/R-000.html"]
	for path, other := range got {
		if other != content || content == "" {
			t.Errorf("%s holds %q, another file %q", path, other, content)
		}
	}
	if len(got) != 40 {
		t.Errorf("%d files, want 40", len(got))
	}
	return content
}

// tree returns the text of every file in out except the mark, hidden files
// included. An empty folder counts as a path that ends in a slash.
func tree(t *testing.T, out string) map[string]string {
	t.Helper()
	files := map[string]string{}
	must(t, filepath.WalkDir(out, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == out || path == filepath.Join(out, markName) {
			return err
		}
		name, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() {
			inside, err := os.ReadDir(path)
			if len(inside) == 0 {
				files[name+"/"] = ""
			}
			return err
		}
		content, err := os.ReadFile(path)
		files[name] = string(content)
		return err
	}))
	return files
}

// wantTree compares tree with files: paths, each followed by its text.
func wantTree(t *testing.T, out string, files ...string) {
	t.Helper()
	want := map[string]string{}
	for i := 0; i < len(files); i += 2 {
		want[files[i]] = files[i+1]
	}
	if got := tree(t, out); !maps.Equal(got, want) {
		t.Errorf("the folder holds\n%v\nwant\n%v", got, want)
	}
}

func mustPublish(t *testing.T, out string, sites ...Site) {
	t.Helper()
	must(t, Publish(out, sites))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("got error %v, want one with %q", err, part)
	}
}

// write puts files below out: paths, each followed by its text.
func write(t *testing.T, out string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(out, filepath.FromSlash(files[i]))
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(files[i+1]), 0o644))
	}
}
