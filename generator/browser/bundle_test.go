//go:build browser

package browser

import (
	"archive/zip"
	"bytes"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/bundle"
)

// handedOver makes a bundle of the auditor edition and unzips it, as an auditor
// does, and returns the folder of the bundle.
func handedOver(t *testing.T) string {
	t.Helper()
	b, found, err := generator.Bundle(sample(), audience.AuditorEdition, generator.Origin{Annex: "v1.0.0", Revision: "4f1c9ae81be07d", Modified: true})
	if err != nil || found.HasErrors() {
		t.Fatalf("%v, %s", err, found.Summary())
	}
	folder := t.TempDir()
	name := filepath.Join(folder, "bundle.zip")
	if _, err := b.Save(name); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := os.CopyFS(folder, r); err != nil {
		t.Fatal(err)
	}
	if report, err := bundle.Verify(filepath.Join(folder, b.Manifest.Name())); err != nil || !report.Holds() {
		t.Fatalf("the bundle does not hold: %v, %+v", err, report.Differences)
	}
	return filepath.Join(folder, b.Manifest.Name())
}

func folderOnDisk(folder string) site {
	root := url.URL{Scheme: "file", Path: filepath.ToSlash(folder) + "/"}
	return site{"file", root.String()}
}

// withoutNetwork takes the tab off the network, and makes sure that it is.
func (b *tab) withoutNetwork() {
	b.t.Helper()
	command(b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}},
	})
	if err := chromedp.Do(b.ctx, chromedp.Navigate(hosts.intranet.URL)); err == nil {
		b.t.Fatal("the network is still there")
	}
	b.takeTrouble()
}

// From the cover, by links alone, a reader comes to every page, and none of them
// complains or asks for anything that is not on the disk.
func TestBundleIsReadFromDiskWithoutANetwork(t *testing.T) {
	t.Parallel()
	folder := handedOver(t)
	from := folderOnDisk(folder)
	b := open(t)
	b.withoutNetwork()
	b.visit(from, "START.html")
	b.do(click(".button"))
	b.until(`location.pathname.endsWith("/site/index.html")`)

	seen := map[string]bool{"START.html": true}
	for next := []string{"START.html"}; len(next) > 0; next = next[1:] {
		b.visit(from, next[0])
		b.expectNoTrouble(next[0])
		links := ask[[]string](b, `[...document.querySelectorAll("a[href]")].filter((link) => link.protocol === "file:").map((link) => link.href.replace(/[?#].*/, ""))`)
		for _, link := range links {
			path, ours := strings.CutPrefix(link, from.root)
			if !ours {
				t.Errorf("%s leads out of the bundle, to %s", next[0], link)
			} else if !seen[path] && strings.HasSuffix(path, ".html") {
				seen[path] = true
				next = append(next, path)
			}
		}
	}
	for _, p := range allPages(t, "auditor") {
		isEmptyList := bytes.Contains(read(t, p), []byte(`class="empty"`))
		if !p.isMissing() && !isEmptyList && !seen["site/"+p.path] {
			t.Errorf("no link leads to %s", p)
		}
	}
}

func TestTablesOfTheBundleWorkWithoutANetwork(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.withoutNetwork()
	b.visit(folderOnDisk(handedOver(t)), "site/risks/index.html")
	all := ask[[]string](b, shownRows)

	b.do(focus(`form.filters [name="q"]`))
	b.press("invoice")
	few := ask[[]string](b, shownRows)
	if len(few) == 0 || len(few) == len(all) {
		t.Errorf("“invoice” leaves %d of %d risks", len(few), len(all))
	}
	b.reload()
	if after := ask[[]string](b, shownRows); !slices.Equal(after, few) {
		t.Errorf("after a reload it shows %q, before %q", after, few)
	}
	b.do(focus(`form.filters [name="q"]`))
	b.press(kb.Escape)

	b.do(focus(`#entries thead th:nth-child(2) button`))
	b.press(kb.Enter)
	if sorted := ask[[]string](b, allRows); slices.Equal(sorted, all) {
		t.Error("nothing was sorted")
	}
	b.expectNoTrouble("after filtering and sorting")
}

// What an auditor writes down is there again the next day.
func TestNotesInTheBundleOutliveAReload(t *testing.T) {
	t.Parallel()
	const note = `[data-item="9.2.2"] [data-note]`
	b := open(t)
	b.withoutNetwork()
	b.visit(folderOnDisk(handedOver(t)), "site/workbook.html")
	ask[any](b, `document.querySelectorAll("details").forEach((details) => { details.open = true; })`)
	b.do(focus(note))
	b.press("No record of the second day.")
	b.reload()
	if kept := ask[string](b, `document.querySelector('`+note+`').value`); kept != "No record of the second day." {
		t.Errorf("after a reload the note is %q", kept)
	}
	b.expectNoTrouble("in the workbook")
}

// The cover is a page of the theme: it has its looks, on every width and on paper.
func TestCoverLooksLikeTheSite(t *testing.T) {
	t.Parallel()
	folder := handedOver(t)
	server := httptest.NewServer(host(folder)) // axe-core reads no stylesheets from disk
	defer server.Close()
	axe := axeCore(t)
	b := open(t)
	b.visit(site{"http", server.URL + "/"}, "START.html")
	ask[any](b, axe+";null")
	b.expectNoViolations(everything, allRules, "the cover")
	b.prefer("dark")
	b.expectTheme("dark", "the cover")
	b.expectNoViolations(everything, colourRules, "the cover, dark")
	b.prefer("light")

	b.phone()
	b.expectNoSidewaysScrolling(phoneWidth, "the cover")
	ask[any](b, findSmallTargets+`, null`)
	b.expectNoSmallTargets("the cover", "body")

	b.desk()
	for i, sheet := range b.print() {
		for _, word := range []string{"Harbourline", "Confidential", "As of 23 Nov 2026", "Printed copies are uncontrolled"} {
			if !strings.Contains(sheet.text[:min(len(sheet.text), 300)], word) {
				t.Errorf("sheet %d of the cover does not say “%s” at its top: %.200s", i+1, word, sheet.text)
			}
		}
	}
}
