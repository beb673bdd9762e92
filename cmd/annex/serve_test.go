package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/largesite"
	"github.com/annex-isms/annex/generator/preview"
)

// served is a preview of a large site in a folder.
type served struct {
	site    largesite.Site
	folder  string
	address string // with http:// and without a slash at its end
}

func serveLarge(t testing.TB, documents int) served {
	t.Helper()
	s := served{site: largesite.New(documents), folder: filepath.Join(t.TempDir(), "content")}
	if err := s.site.Write(s.folder); err != nil {
		t.Fatal(err)
	}
	d := &desk{
		flags: sourceFlags{date: largesite.Day}, printer: &printer{out: io.Discard, err: io.Discard, quiet: true},
		content: s.folder, themes: filepath.Join(s.folder, "..", "themes"),
	}
	ctx, stop := context.WithCancel(context.Background())
	lines, ended := make(chan string, 10_000), make(chan error, 1)
	go func() {
		ended <- preview.Serve(ctx, preview.Options{
			Address: "127.0.0.1:0", Folders: []string{d.content, d.themes}, Make: d.make, Page: d.page,
			Editions: []string{audience.StaffEdition.String(), audience.AuditorEdition.String()},
			Log:      func(line string) { lines <- line },
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	for {
		select {
		case line := <-lines:
			if strings.HasPrefix(line, "http://") {
				s.address = strings.TrimSuffix(line, "/")
				return s
			}
		case <-time.After(2 * time.Minute):
			t.Fatal("the preview did not start")
		}
	}
}

func (s served) get(path string) (int, string, error) {
	answer, err := http.Get(s.address + path)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(body), err
}

// page returns the address of the page of a document.
func (s served) page(document int) string {
	name := filepath.Base(s.site.Document(document))
	return "/documents/" + strings.TrimSuffix(name, ".md") + ".html"
}

// save writes a document with more words, as editors do: beside it, and then in
// its place.
func (s served) save(t testing.TB, document int, text []byte) {
	t.Helper()
	to := filepath.Join(s.folder, filepath.FromSlash(s.site.Document(document)))
	beside := filepath.Join(s.folder, ".saving")
	if err := os.WriteFile(beside, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(beside, to); err != nil {
		t.Fatal(err)
	}
}

// until asks for a page until it holds the words.
func (s served) until(t testing.TB, path, words string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if _, page, err := s.get(path); err == nil && strings.Contains(page, words) {
			return
		}
	}
	t.Fatalf("%s never says %q", path, words)
}

// While somebody saves, well and badly, whoever reads gets whole pages and
// nothing else.
func TestReadersGetWholePagesWhileSomebodySaves(t *testing.T) {
	s := serveLarge(t, 40)
	const readers = 4
	stop := make(chan struct{})
	var reading sync.WaitGroup
	var counts [readers]int
	for reader := range readers {
		reading.Go(func() {
			pages := []string{s.page(1), s.page(2), "/documents/index.html", "/risks/R-00001.html", "/", "/search/all.html", "/due.html"}
			for ; ; counts[reader]++ {
				select {
				case <-stop:
					return
				default:
				}
				path := pages[(reader+counts[reader])%len(pages)]
				status, page, err := s.get(path)
				if err != nil || status != http.StatusOK || !strings.HasPrefix(page, "<!doctype html>") || !strings.HasSuffix(strings.TrimSpace(page), "</html>") {
					t.Errorf("%s: status %d, %d bytes, %v", path, status, len(page), err)
					return
				}
			}
		})
	}
	for edit := range 25 {
		text := s.site.Text(1, fmt.Sprintf("Edit number %d.", edit))
		switch edit % 5 {
		case 2:
			s.save(t, 1, text[:len(text)/8]) // the front matter does not end
		case 3:
			s.save(t, 1, append(text, "\nSee [[NOBODY]].\n"...))
		default:
			s.save(t, 1, text)
		}
		time.Sleep(30 * time.Millisecond)
	}
	s.save(t, 1, s.site.Text(1, "The last words."))
	s.until(t, s.page(1), "The last words.")
	close(stop)
	reading.Wait()
	for reader, count := range counts {
		if count < 3 {
			t.Errorf("reader %d got %d pages only", reader, count)
		}
	}
}

func TestOneEditShowsOnAllPagesThatItConcerns(t *testing.T) {
	s := serveLarge(t, 20)
	s.save(t, 1, bytes.Replace(s.site.Text(1, ""), []byte("\ntitle = \""), []byte("\ntitle = \"Quite another "), 1))
	s.until(t, s.page(1), "<h1>Quite another ")
	s.until(t, "/documents/index.html", "Quite another ")
	s.until(t, "/search/all.html", "Quite another ")
}

func TestTheEditionCanBeChosenInThePage(t *testing.T) {
	s := serveLarge(t, 40)
	auditors := s.page(39)
	if status, _, err := s.get(auditors); err != nil || status != http.StatusNotFound {
		t.Fatalf("staff get %d for a page for auditors", status)
	}
	for name, want := range map[string]int{"nobody": http.StatusNotFound, "auditor": http.StatusNoContent} {
		answer, err := http.Post(s.address+"/_annex/edition?name="+name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("choosing %s: status %d", name, answer.StatusCode)
		}
	}
	if status, _, err := s.get(auditors); err != nil || status != http.StatusOK {
		t.Errorf("auditors get %d for a page for auditors", status)
	}
	request, err := http.NewRequest(http.MethodPost, s.address+"/_annex/edition?name=staff", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusForbidden {
		t.Errorf("another site can choose: status %d", answer.StatusCode)
	}
}

func TestAnAddressInUseSaysWhichIsFree(t *testing.T) {
	s := serveLarge(t, 5)
	taken := strings.TrimPrefix(s.address, "http://")
	free := freeAfter(taken)
	if free == taken || !strings.HasPrefix(free, "127.0.0.1:") {
		t.Errorf("beside %s, %s is said to be free", taken, free)
	}
}

// BenchmarkSave saves one document of many and measures how long it takes until
// the browser has the new bytes: of the document itself, of one that it is related
// to after its title has changed, and after a template has.
func BenchmarkSave(b *testing.B) {
	documents := 500
	if asked, err := strconv.Atoi(os.Getenv("ANNEX_DOCUMENTS")); err == nil {
		documents = asked
	}
	s := serveLarge(b, documents)
	measure := func(name string, save func(round int) (path, words string)) {
		b.Run(fmt.Sprintf("%s/%d", name, documents), func(b *testing.B) {
			var took []time.Duration
			round := 0
			for b.Loop() {
				round++
				b.StopTimer()
				time.Sleep(2 * time.Second) // as a person pauses
				b.StartTimer()
				began := time.Now()
				path, words := save(round)
				s.until(b, path, words)
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
		})
	}
	measure("text", func(round int) (string, string) {
		words := fmt.Sprintf("Words of round %d.", round)
		s.save(b, 1, s.site.Text(1, words))
		return s.page(1), words
	})
	measure("title", func(round int) (string, string) {
		title := fmt.Sprintf("Title of round %d", round)
		text := s.site.Text(1, "")
		_, rest, _ := bytes.Cut(text, []byte("\nrelated = [\""))
		related, _, _ := bytes.Cut(rest, []byte("\""))
		s.save(b, 1, bytes.Replace(text, []byte("\ntitle = \""), []byte("\ntitle = \""+title+" "), 1))
		return "/documents/" + string(related) + ".html", title
	})
	measure("template", func(round int) (string, string) {
		words := fmt.Sprintf("round-%d", round)
		folder := filepath.Join(s.folder, "..", "themes", "default", "templates", "components")
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "toc.html"), []byte("<p>"+words+"</p>"), 0o644); err != nil {
			b.Fatal(err)
		}
		return s.page(1), words
	})
}
