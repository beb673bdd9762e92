//go:build browser

package browser

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

// sheet is a printed sheet of paper.
type sheet struct {
	width, height float64 // in points
	text          string
}

// print prints the page.
func (b *tab) print() []sheet {
	b.t.Helper()
	data, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		b.t.Fatal(err)
	}
	file, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.t.Fatal(err)
	}
	var sheets []sheet
	for i := range file.NumPage() {
		p := file.Page(i + 1)
		text, err := p.GetPlainText(nil)
		if err != nil {
			b.t.Fatal(err)
		}
		box := p.V.Key("MediaBox")
		// Compatibility forms, because fonts join f and i.
		text = strings.Join(strings.Fields(norm.NFKC.String(text)), " ")
		sheets = append(sheets, sheet{box.Index(2).Float64(), box.Index(3).Float64(), text})
	}
	return sheets
}

func (s sheet) isA4() bool {
	const width, height = 595, 842
	near := func(a, b float64) bool { return a > b-1 && a < b+1 }
	return near(s.width, width) && near(s.height, height) || near(s.width, height) && near(s.height, width)
}

// Somebody who finds a sheet can tell whose it is, who may read it and how old it is.
func TestEverySheetOfPaperSaysWhoMayReadIt(t *testing.T) {
	t.Parallel()
	words := map[string][]string{
		"trust":   {"Harbourline", "Public", "As of 23 Nov 2026"},
		"staff":   {"Harbourline", "Internal", "As of 23 Nov 2026", "Printed copies are uncontrolled"},
		"auditor": {"Harbourline", "Confidential", "As of 23 Nov 2026", "Printed copies are uncontrolled"},
	}
	b := open(t)
	for _, p := range everyPageType(t) {
		if p.isMissing() {
			continue
		}
		b.visit(sites(p.edition)[1], p.path)
		title := ask[string](b, `document.documentElement.dataset.sheet`)
		sheets := b.print()
		for i, sheet := range sheets {
			if !sheet.isA4() {
				t.Errorf("%s: sheet %d measures %v × %v points", p, i+1, sheet.width, sheet.height)
			}
			for _, word := range words[p.edition] {
				if !strings.Contains(sheet.text[:min(len(sheet.text), 300)], word) {
					t.Errorf("%s: sheet %d does not say “%s” at its top: %.200s", p, i+1, word, sheet.text)
				}
			}
			number := fmt.Sprintf("%d / %d", i+1, len(sheets))
			if title == "" || !strings.Contains(sheet.text, norm.NFKC.String(title)) || !strings.Contains(sheet.text, number) {
				t.Errorf("%s: sheet %d does not say “%s” and “%s”", p, i+1, title, number)
			}
		}
	}
}

func TestPaperLeavesOutWhatOnlyScreensNeed(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, p := range everyPageType(t) {
		if p.isMissing() {
			continue
		}
		b.visit(sites(p.edition)[1], p.path)
		b.paper("dark")
		left := ask[[]string](b, `[...document.querySelectorAll("nav, button, form, input, select, footer, .skip")].filter((element) => element.checkVisibility())
			.map((element) => element.localName + "." + element.className)`)
		if len(left) > 0 {
			t.Errorf("%s: the paper shows %s", p, strings.Join(left, ", "))
		}
		b.expectTheme("light", p.String()+" on paper, for a reader of dark screens")
	}
}

// The maps of the risks and the sums of the Statement of Applicability are picture
// enough on paper: a row of charts would leave the first sheet half empty.
func TestAListWithAPictureGoesStraightToItsRowsOnPaper(t *testing.T) {
	t.Parallel()
	b := open(t)
	for path, charts := range map[string]bool{"controls/index.html": false, "risks/index.html": false, "suppliers/index.html": true} {
		b.visit(onDisk("auditor"), path)
		b.paper("light")
		if shown := ask[bool](b, `document.querySelector(".charts").checkVisibility()`); shown != charts {
			t.Errorf("%s shows charts on paper: %v", path, shown)
		}
	}
}

// A sheet with a part of a list does not pass for the whole.
func TestPaperSaysWhichRowsOfAListWereChosen(t *testing.T) {
	t.Parallel()
	b := open(t)
	for from, asked := range map[site]map[string][]string{
		onDisk("staff"): {"risks/index.html?q=data&treatment=modification": {"“data”", "Treatment: Modification", " of "}},
		splitSite(t):    {"documents/page/3.html?type=procedure": {"Type: Procedure", " found among "}},
	} {
		for path, words := range asked {
			b.visit(from, path)
			b.until(`[...document.querySelectorAll(".on-paper")].every((p) => p.textContent)`)
			b.paper("light")
			says := ask[string](b, `[...document.querySelectorAll(".on-paper")].filter((p) => p.checkVisibility()).map((p) => p.textContent).join(" ")`)
			for _, word := range words {
				if !strings.Contains(says, word) {
					t.Errorf("%s: paper says %q, which lacks %q", path, says, word)
				}
			}
			if sheet := ask[string](b, `document.documentElement.dataset.sheet`); strings.Contains(sheet, "page") {
				t.Errorf("%s: a choice from all pages is marked as “%s”", path, sheet)
			}
			if left := ask[int](b, `[...document.querySelectorAll("#entries .group small")].filter((small) => small.checkVisibility()).length`); left > 0 {
				t.Errorf("%s: %d groups still say how many they have in all", path, left)
			}
		}
	}
}
