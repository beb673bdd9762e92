package preview

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/publish"
)

// patience is how long a test waits for what should happen at once.
const patience = 20 * time.Second

const emptyPage = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>`

// served is a preview of a folder: its one page shows the file words.txt, and
// the word “broken” is an error.
type served struct {
	folder  string
	address string
}

func serve(t *testing.T) served {
	t.Helper()
	s := served{folder: filepath.Join(t.TempDir(), "content")}
	if err := os.Mkdir(s.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	s.write(t, "first")
	address := make(chan string, 1)
	var told atomic.Bool
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Serve(ctx, Options{
			Address: "127.0.0.1:0",
			Folders: []string{s.folder, s.later()},
			Log: func(line string) {
				if strings.HasPrefix(line, "http://") && !told.Swap(true) {
					address <- strings.TrimSuffix(line, "/")
				}
			},
			Make: func(string, []string) (Site, error) { return s.site() },
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	select {
	case s.address = <-address:
	case <-time.After(patience):
		t.Fatal("the preview did not start")
	}
	return s
}

// later is a folder that is not there at first.
func (s served) later() string { return filepath.Join(s.folder, "..", "later") }

func (s served) write(t *testing.T, words string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.folder, "words.txt"), []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s served) site() (Site, error) {
	words, err := os.ReadFile(filepath.Join(s.folder, "words.txt"))
	if err != nil {
		return Site{}, err
	}
	if string(words) == "broken" {
		return Site{Found: finding.List{{Code: "broken", Message: "it is broken", Hint: "mend it"}}}, nil
	}
	page := publish.File{Path: "index.html", Content: func() ([]byte, error) { return append([]byte(emptyPage), words...), nil }}
	return Site{Find: func(path string) (publish.File, bool) { return page, path == page.Path }}, nil
}

func (s served) get(t *testing.T, path string) (int, string) {
	t.Helper()
	answer, err := http.Get(s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// changes returns a channel that receives each change that a page is told of.
func (s served) changes(t *testing.T) <-chan struct{} {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.address+"/_annex/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() && lines.Text() != "event: hello" {
	}
	changes := make(chan struct{}, 100)
	go func() {
		defer answer.Body.Close()
		for lines.Scan() {
			if lines.Text() == "event: change" {
				changes <- struct{}{}
			}
		}
	}()
	return changes
}

func wait(t *testing.T, changes <-chan struct{}) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(patience):
		t.Fatal("no change was told")
	}
}

func TestASavedChangeReloadsThePage(t *testing.T) {
	s := serve(t)
	if _, page := s.get(t, "/"); !strings.HasSuffix(page, "first") || !strings.Contains(page, "/_annex/preview.js") {
		t.Errorf("the first page is %q", page)
	}
	changes := s.changes(t)
	s.write(t, "second")
	wait(t, changes)
	if _, page := s.get(t, "/index.html"); !strings.HasSuffix(page, "second") {
		t.Errorf("after the change the page is %q", page)
	}
}

func TestBrokenContentKeepsTheLastGoodState(t *testing.T) {
	s := serve(t)
	changes := s.changes(t)
	s.write(t, "broken")
	wait(t, changes)
	if _, page := s.get(t, "/"); !strings.HasSuffix(page, "first") {
		t.Errorf("while the content is broken the page is %q", page)
	}
	if _, found := s.get(t, "/_annex/findings"); !strings.Contains(found, "it is broken") {
		t.Errorf("the findings are %q", found)
	}
	s.write(t, "mended")
	wait(t, changes)
	if _, found := s.get(t, "/_annex/findings"); found != "[]" {
		t.Errorf("after the mend the findings are %q", found)
	}
}

func TestChangesInANewFolderAreSeen(t *testing.T) {
	s := serve(t)
	changes := s.changes(t)
	folder := filepath.Join(s.folder, "new", "deep")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	wait(t, changes)
	if err := os.WriteFile(filepath.Join(folder, "file.md"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	wait(t, changes)
}

func TestOtherNamesForTheServerAreRefused(t *testing.T) {
	s := serve(t)
	for host, want := range map[string]int{"evil.example": http.StatusForbidden, "localhost:1313": http.StatusOK, "127.0.0.1": http.StatusOK} {
		request, err := http.NewRequest(http.MethodGet, s.address+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = host
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("as %s: status %d, want %d", host, answer.StatusCode, want)
		}
	}
}

func TestNothingOutsideTheSiteIsServed(t *testing.T) {
	s := serve(t)
	for _, path := range []string{"/missing.html", "/words.txt", "/../words.txt", "/%2e%2e/words.txt", "/_annex/../handler.go", "/_annex/assets"} {
		if status, page := s.get(t, path); status == http.StatusOK && !strings.HasSuffix(page, "first") {
			t.Errorf("%s: %d %q", path, status, page)
		}
	}
}

func TestAFolderThatComesLaterIsSeen(t *testing.T) {
	s := serve(t)
	changes := s.changes(t)
	if err := os.Mkdir(s.later(), 0o755); err != nil {
		t.Fatal(err)
	}
	wait(t, changes)
	if err := os.WriteFile(filepath.Join(s.later(), "file"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	wait(t, changes)
}
