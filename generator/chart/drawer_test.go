package chart

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator/view"
)

// stand is a script that stands in for ECharts: it draws a bar and a word in the
// way of ECharts, and counts its drawings in their outline.
const stand = `
var drawings = 0;
var echarts = { init: (dom, theme, how) => ({
	setOption() { drawings++; }, resize() {}, dispose() {},
	renderToSVGString: () => '<svg width="640" height="100" xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 640 100">' +
		'<rect width="640" height="100" x="0" y="0" fill="none"></rect>' +
		'<path d="M1.2345 2L3 4" fill="none" stroke="var(--line)" class="zr7-cls-0"></path>' +
		'<path d="M5 6L7 8" fill="none" stroke="var(--line)" class="zr7-cls-0"></path>' +
		'<text dominant-baseline="central" text-anchor="end" style="font-size:12px;font-family:sans-serif;font-weight:600;" xml:space="preserve" transform="translate(101.25 24)" fill="var(--ink)">Pe&lt;ople</text>' +
		'<path d="M' + drawings + ' 1l2 0l0 2Z" fill="url(#zr7-p0)" ecmeta_series_index="0" ecmeta_data_index="0" ecmeta_ssr_type="chart" class="zr7-cls-1"></path>' +
		'<path d="M1 0A1 1 0 1 1 1 -0.1A1 1 0 0 1 1 0" transform="matrix(3.5,0,0,3.5,470.5,165.3333)" fill="var(--paper)" stroke="var(--ink)" stroke-width="0.5" ecmeta_series_index="0" ecmeta_data_index="1" ecmeta_ssr_type="chart"></path>' +
		'<defs><pattern id="zr7-p0"><path d="M0 0"></path></pattern></defs>' +
		'<style><![CDATA[.zr7-cls-0:hover { cursor: pointer; }]]></style></svg>',
}) };`

func figure(label, path string) Figure {
	return Figure{ID: "one", Title: "How <far>?", Reading: "Two & more.", Picture: view.Picture{
		Form: "bars", Categories: []view.Category{{Name: "x"}, {Name: "y"}},
		Series: []view.Series{{Name: "Done", Tone: "1", Values: []view.Value{{Known: true, Number: 2, Label: label, Path: path}, {Known: true, Number: 1, Label: "second"}}}},
	}}
}

func draw(t *testing.T, d *Drawer, f Figure) Drawing {
	t.Helper()
	drawing, err := d.Draw(f)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}

func TestDrawingsAreDressedForTheirPage(t *testing.T) {
	drawing := draw(t, NewDrawer([]byte(stand), ""), figure(`"><script>`, "risks/index.html?a=b&c=d#register"))
	want := `<svg class="wide" viewBox="0 0 640 100" role="graphics-document" font-size="12" fill="var(--ink-faint)" text-anchor="middle">` +
		`<title>How &lt;far&gt;?</title><desc>Two &amp; more.</desc><g aria-hidden="true">` +
		`<path d="M1.2 2L3 4M5 6L7 8" fill="none" stroke="var(--line)"/>` +
		`<text font-weight="600" fill="var(--ink)" text-anchor="end" x="101.3" y="28.2">Pe&lt;ople</text>` +
		`<a href="` + view.RootMark + `risks/index.html?a=b&amp;c=d#register" tabindex="-1"><path d="M1 1h2v2Z" fill="url(#one.wide.p0)"><title>&#34;&gt;&lt;script&gt;</title></path></a>` +
		`<circle fill="var(--paper)" stroke="var(--ink)" cx="470.5" cy="165.3" r="3.5" stroke-width="1.8"><title>second</title></circle>` +
		`<defs><pattern id="one.wide.p0"><path d="M0 0"/></pattern></defs></g></svg>`
	if got := string(drawing.Wide); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if strings.Contains(string(drawing.Narrow), "one.wide") || strings.Count(string(drawing.Narrow), "<title>") != 1 {
		t.Errorf("the narrow drawing is %s", drawing.Narrow)
	}
}

func TestAChartThatHasNotChangedIsDrawnOnce(t *testing.T) {
	d := NewDrawer([]byte(stand), t.TempDir())
	first := draw(t, d, figure("a", ""))
	again := draw(t, d, figure("a", "risks/index.html"))
	if !strings.Contains(string(first.Wide), "M1 1h2") || !strings.Contains(string(again.Wide), "M1 1h2") {
		t.Error("what leads elsewhere was drawn anew")
	}
	other := figure("a", "")
	other.Picture.Series[0].Values[0].Number = 3
	if !strings.Contains(string(draw(t, d, other).Wide), "M2 1h2") {
		t.Error("another number was not drawn")
	}
	next := NewDrawer([]byte(stand), d.memo.folder)
	draw(t, next, figure("a", ""))
	if next.engine.vm != nil {
		t.Error("another run drew it again")
	}
	newer := NewDrawer([]byte(stand+"\n"), d.memo.folder)
	draw(t, newer, figure("a", ""))
	if newer.engine.vm == nil {
		t.Error("another ECharts did not draw it")
	}
}

func TestADrawingThatWasSpoiltIsDrawnAnew(t *testing.T) {
	folder := t.TempDir()
	want := draw(t, NewDrawer([]byte(stand), folder), figure("a", "")).Wide
	spoil := func(change func([]byte) []byte) {
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) != 1 {
			t.Fatalf("%v, %d files", err, len(entries))
		}
		name := filepath.Join(folder, entries[0].Name())
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, change(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, change := range map[string]func([]byte) []byte{
		"emptied":   func([]byte) []byte { return nil },
		"cut":       func(text []byte) []byte { return text[:len(text)/2] },
		"tampered":  func(text []byte) []byte { return []byte(strings.Replace(string(text), "Pe", "Xe", 1)) },
		"no digest": func([]byte) []byte { return []byte("<svg></svg>\x00<svg></svg>") },
	} {
		spoil(change)
		if got := draw(t, NewDrawer([]byte(stand), folder), figure("a", "")).Wide; got != want {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

func TestWithoutAFolderThatCanBeWrittenDrawingGoesOn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	draw(t, NewDrawer([]byte(stand), filepath.Join(file, "charts")), figure("a", ""))
}

func TestDrawingsThatNobodyAsksForGo(t *testing.T) {
	folder := t.TempDir()
	old, young := filepath.Join(folder, "old.svg"), filepath.Join(folder, "young.svg")
	for _, name := range []string{old, young} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-2 * keptFor)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	draw(t, NewDrawer([]byte(stand), folder), figure("a", ""))
	if _, err := os.Stat(old); err == nil {
		t.Error("the old one stays")
	}
	if _, err := os.Stat(young); err != nil {
		t.Error("the young one is gone")
	}
}

func TestPagesAreDrawnAtTheSameTime(t *testing.T) {
	d := NewDrawer([]byte(stand), t.TempDir())
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for n := range 10 {
				f := figure("a", "")
				f.Picture.Series[0].Values[0].Number = float64(n + i)
				if _, err := d.Draw(f); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	err := filepath.WalkDir(d.memo.folder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(entry.Name(), ".new-") {
			t.Errorf("%s is left over", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAScriptThatFailsIsAnError(t *testing.T) {
	for name, script := range map[string]string{
		"no script":      "",
		"no ECharts":     "var nothing = 1;",
		"broken":         "var echarts = {",
		"throws":         "var echarts = { init() { throw new Error('no'); } };",
		"draws no text":  "var echarts = { init: () => ({ setOption() {}, resize() {}, dispose() {}, renderToSVGString: () => 5 }) };",
		"draws nothing":  "var echarts = { init: () => ({ setOption() {}, resize() {}, dispose() {}, renderToSVGString: () => '' }) };",
		"draws no image": "var echarts = { init: () => ({ setOption() {}, resize() {}, dispose() {}, renderToSVGString: () => '<p>no' }) };",
	} {
		if drawing, err := NewDrawer([]byte(script), "").Draw(figure("a", "")); err == nil {
			t.Errorf("%s: drew %v", name, drawing)
		}
	}
}

func TestWhatHasNoPictureIsNotDrawn(t *testing.T) {
	d := NewDrawer(nil, "")
	if drawing := draw(t, d, Figure{ID: "none"}); drawing.Form != "" || drawing.Wide != "" {
		t.Errorf("drew %v", drawing)
	}
}

func TestSmallLinesTellTheirStory(t *testing.T) {
	spark := view.Spark{Title: view.Cell{Text: "Late & early"}, Reading: "From 1 <x> to 3.", Aim: view.Value{Known: true, Number: 2}}
	if got := Spark(spark); got != "" {
		t.Errorf("nothing is drawn as %s", got)
	}
	for _, number := range []float64{1, 2, 3} {
		spark.Points = append(spark.Points, view.SparkPoint{Number: number})
	}
	want := `<svg class="spark" viewBox="0 0 180 44" role="img"><title>Late &amp; early</title><desc>From 1 &lt;x&gt; to 3.</desc>` +
		`<path d="M0 22H180" fill="none" stroke="var(--ink-faint)" stroke-dasharray="4 3"></path>` +
		`<path d="M5 39L90 22L175 5" fill="none" stroke="var(--series-1)" stroke-width="2" stroke-linejoin="round"></path>` +
		`<circle cx="175" cy="5" r="3.5" fill="var(--series-1)"></circle></svg>`
	if got := string(Spark(spark)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, numbers := range [][]float64{{5}, {5, 5, 5}, {-1.7e308, 1.7e308}, {1e-300, 2e-300}} {
		spark := view.Spark{}
		for _, number := range numbers {
			spark.Points = append(spark.Points, view.SparkPoint{Number: number})
		}
		if got := string(Spark(spark)); strings.Contains(got, "NaN") || strings.Contains(got, "Inf") || !strings.Contains(got, "<circle") {
			t.Errorf("%v is drawn as %s", numbers, got)
		}
	}
}

func TestNamesThatAreBrokenHaveRoom(t *testing.T) {
	for _, c := range []struct {
		words string
		width int
		lines int
	}{{"People", 100, 1}, {"Information security event management", 120, 3}, {"", 50, 1}, {strings.Repeat("x", 40), 80, 4}} {
		if got := linesIn(c.words, c.width); got != c.lines {
			t.Errorf("%q stands on %d lines, not %d", c.words, got, c.lines)
		}
	}
	if got := fmt.Sprint(textWidth("漢字") > textWidth("ab")); got != "true" {
		t.Error("wide letters count as narrow ones")
	}
}
