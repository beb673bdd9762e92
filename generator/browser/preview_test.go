//go:build browser

package browser

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/preview"
)

const overlay = `document.querySelector("dialog.annex-findings")`

// While an author writes, the open page follows; where the words are wrong, the
// findings lie over the last good page.
func TestPreviewFollowsTheAuthor(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.CopyFS(folder, content.Sample); err != nil {
		t.Fatal(err)
	}
	address, lines := startPreview(t, folder)
	file := policy(t, folder, "POL-07")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	save := func(more string) {
		t.Helper()
		if err := os.WriteFile(file, append(good, "\n"+more+"\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shows := func(words string) string { return call("document.body.textContent.includes", words) }

	b := open(t)
	b.visit(site{"preview", address}, "documents/POL-07.html")
	save("A first thought.")
	b.until(shows("A first thought."))
	untilSettled(t, lines)
	b.expectNoTrouble("after a change")

	save("A second thought, about [[R-9999]].")
	// The page may have been given the broken state before every rule was asked. Then
	// it shows the last good one, and what is wrong lies over it.
	b.until(overlay + `?.open && ` + shows("A first thought.") + ` && !document.querySelector("main").textContent.includes("A second thought")`)
	says := ask[string](b, overlay+`.textContent`)
	for _, want := range []string{"documents/policies/" + filepath.Base(file) + ":", "R-9999", "unknown-entry"} {
		if !strings.Contains(says, want) {
			t.Errorf("the overlay does not say “%s”: %s", want, says)
		}
	}
	if hint := ask[string](b, overlay+`.querySelector(".hint")?.textContent ?? ""`); hint == "" {
		t.Errorf("the overlay has no hint: %s", says)
	}
	b.expectNoTrouble("while it is broken")

	b.press(kb.Escape)
	b.until(`!` + overlay + `?.open`)
	if !ask[bool](b, shows("A first thought.")) {
		t.Error("behind the overlay the page is gone")
	}
	b.reload()
	b.until(overlay + `?.open`) // nobody forgets that it is broken

	save("A third thought.")
	b.until(shows("A third thought.") + ` && !` + overlay)
	b.expectNoTrouble("after it was mended")
}

// untilSettled waits until every rule has been asked about what is shown: only then
// is it a state to fall back on.
func untilSettled(t *testing.T, lines <-chan string) {
	t.Helper()
	for {
		select {
		case line := <-lines:
			if strings.HasPrefix(line, "made in") {
				return
			}
		case <-time.After(patience):
			t.Fatal("the state never became certain")
		}
	}
}

// policy returns the file of the policy.
func policy(t *testing.T, folder, id string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "documents", "policies", id+"-*.md"))
	if err != nil || len(found) != 1 {
		t.Fatalf("the files of %s: %q, %v", id, found, err)
	}
	return found[0]
}

func siteOf(state generator.State) preview.Site {
	site := preview.Site{Find: state.Files, Found: state.Found}
	if state.IsDraft() {
		site.Settle = func() preview.Site { return siteOf(state.Settle()) }
	}
	return site
}

// startPreview previews the staff edition, as “annex serve” does.
// It returns what is said after the address.
func startPreview(t *testing.T, folder string) (address string, said <-chan string) {
	t.Helper()
	options := sample()
	options.Content = os.DirFS(folder)
	live := generator.NewLive(options, audience.StaffEdition)
	ctx, stop := context.WithCancel(t.Context())
	lines, ended := make(chan string, 1000), make(chan error, 1)
	go func() {
		ended <- preview.Serve(ctx, preview.Options{
			Address: "127.0.0.1:0",
			Folders: []string{folder},
			Log:     func(line string) { lines <- line },
			Make: func(string, []string) (preview.Site, error) {
				live.AllChanged()
				state, err := live.Make(options.Clock)
				return siteOf(state), err
			},
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
				return line, lines
			}
		case <-time.After(patience):
			t.Fatal("the preview did not start")
		}
	}
}
