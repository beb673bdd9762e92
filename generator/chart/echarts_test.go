//go:build browser

package chart

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/annex-isms/annex/content"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/themes"
)

// script returns the pinned ECharts. It may be fetched with npm, and so these
// tests stand behind a tag.
var script = sync.OnceValue(func() []byte {
	source := echarts.Source{Embedded: themes.ECharts(), Fetch: echarts.Pack}
	if cache, err := os.UserCacheDir(); err == nil {
		source.Cache = filepath.Join(cache, "annex")
	}
	asset, err := source.Find(context.Background())
	if err != nil {
		panic("the tests need ECharts: " + err.Error())
	}
	return asset.Script()
})

// sampleCharts are the charts of the sample's auditor edition.
var sampleCharts = sync.OnceValue(func() []view.Chart {
	w, err := words.Load(themes.Default(), "en")
	if err != nil {
		panic(err)
	}
	h, _ := handbook.Load(content.Sample, handbook.Clock{Now: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	shown, _ := h.Auditor(w)
	return shown.Charts
})

// allDrawn is what drawn returns, drawn but once.
var allDrawn = sync.OnceValues(func() (map[string]Drawing, map[string]view.Picture) { return drawn(NewDrawer(script(), "")) })

// drawn draws all charts of the sample and the small pictures, by key.
func drawn(d *Drawer) (map[string]Drawing, map[string]view.Picture) {
	drawings, pictures := map[string]Drawing{}, map[string]view.Picture{}
	for form, picture := range small {
		pictures["small-"+form] = picture
	}
	for _, c := range sampleCharts() {
		if c.Picture.Form != "" {
			pictures[c.Key] = c.Picture
		}
	}
	for key, picture := range pictures {
		drawing, err := d.Draw(Figure{ID: key, Title: "A question?", Reading: "An answer.", Picture: picture})
		if err != nil {
			panic(err)
		}
		drawings[key] = drawing
	}
	return drawings, pictures
}

// element is an element of a drawing.
type svgElement struct {
	name  string
	attrs map[string]string
	title string
	link  string
}

// elements reads a drawing, which has to be well-formed.
func elements(t *testing.T, svg string) []svgElement {
	t.Helper()
	var all []svgElement
	var open []int
	link := ""
	decoder := xml.NewDecoder(strings.NewReader(strings.ReplaceAll(svg, view.RootMark, "")))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("the drawing is not well-formed: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := svgElement{name: token.Name.Local, attrs: map[string]string{}, link: link}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			if e.name == "a" {
				link = e.attrs["href"]
			}
			open = append(open, len(all))
			all = append(all, e)
		case xml.EndElement:
			if token.Name.Local == "a" {
				link = ""
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if n := len(open); n > 1 && all[open[n-1]].name == "title" {
				all[open[n-2]].title += string(token)
			}
		}
	}
}

// marksIn returns the marks of a picture that its drawing has to have, by what
// they say.
func marksIn(p view.Picture) map[string]string {
	marks := map[string]string{}
	for _, s := range p.Series {
		for _, value := range s.Values {
			if value.Known && (p.Form == "lines" || p.Form != "radar" && value.Number != 0) {
				marks[value.Label] = value.Path
			}
		}
	}
	for _, cell := range p.Cells {
		if cell.Label != "" {
			marks[cell.Label] = cell.Path
		}
	}
	for _, f := range p.Flows {
		marks[f.Label] = ""
	}
	return marks
}

func TestADrawingHasAMarkForEachPieceOfData(t *testing.T) {
	drawings, pictures := allDrawn()
	for key, drawing := range drawings {
		want := marksIn(pictures[key])
		seen := map[string]int{}
		for _, e := range elements(t, string(drawing.Wide)) {
			if e.name != "path" && e.name != "circle" || e.title == "" {
				continue
			}
			seen[e.title]++
			if path, isMark := want[e.title]; isMark && path != e.link {
				t.Errorf("%s: %q leads to %q, not to %q", key, e.title, e.link, path)
			}
		}
		for label := range want {
			if seen[label] != 1 {
				t.Errorf("%s: %d marks say %q", key, seen[label], label)
			}
		}
		if pictures[key].Form != "flow" && pictures[key].Form != "radar" && len(seen) != len(want) {
			t.Errorf("%s: %d marks for %d pieces of data: %v", key, len(seen), len(want), seen)
		}
		links := 0
		for _, e := range elements(t, string(drawing.Narrow)) {
			if e.name == "a" {
				links++
			}
		}
		if got := links; got > 0 != slices.ContainsFunc(elements(t, string(drawing.Wide)), func(e svgElement) bool { return e.name == "a" }) && pictures[key].Form != "calendar" {
			t.Errorf("%s: the narrow drawing has %d links, unlike the wide one", key, got)
		}
	}
}

// The bars of one chart have one scale, in both drawings.
func TestBarsAreAsLongAsTheirNumbers(t *testing.T) {
	drawings, pictures := allDrawn()
	for key, drawing := range drawings {
		if pictures[key].Form != "bars" {
			continue
		}
		numbers := map[string]float64{}
		for _, s := range pictures[key].Series {
			for _, value := range s.Values {
				numbers[value.Label] = value.Number
			}
		}
		lengths, most := map[string]float64{}, ""
		for _, e := range elements(t, string(drawing.Wide)) {
			number, isBar := numbers[e.title]
			if !isBar || e.name != "path" {
				continue
			}
			var x, y, length float64
			if _, err := fmt.Sscanf(e.attrs["d"], "M%g %gh%g", &x, &y, &length); err != nil {
				t.Errorf("%s: %q is drawn as %s", key, e.title, e.attrs["d"])
			}
			lengths[e.title] = length
			if number > numbers[most] {
				most = e.title
			}
		}
		for title, length := range lengths {
			if want := numbers[title] * lengths[most] / numbers[most]; math.Abs(length-want) > 3 { // its outline lies within
				t.Errorf("%s: %q is %.1f long, not %.1f", key, title, length, want)
			}
		}
	}
}

// What the browser draws is made of the very numbers that are drawn here.
func TestTheDataOfTheBrowserAreThoseOfThePicture(t *testing.T) {
	drawings, pictures := allDrawn()
	for key, drawing := range drawings {
		var block struct {
			Option struct {
				BaseOption struct {
					Series []struct {
						Name  string
						Data  []json.RawMessage
						Links []json.RawMessage
					}
				}
			}
			Paths [][]string
		}
		if err := json.Unmarshal([]byte(drawing.Data), &block); err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		p, all := pictures[key], block.Option.BaseOption.Series
		switch p.Form {
		case "bars", "columns", "lines":
			for i, s := range p.Series {
				if all[i].Name != s.Name || len(all[i].Data) != len(s.Values) {
					t.Errorf("%s: series %q with %d values, for %q with %d", key, all[i].Name, len(all[i].Data), s.Name, len(s.Values))
					continue
				}
				for n, value := range s.Values {
					want := strconv.FormatFloat(value.Number, 'f', -1, 64)
					if !value.Known || value.Number == 0 && p.Form != "lines" {
						want = "null"
					}
					if got := valueOf(all[i].Data[n]); got != want {
						t.Errorf("%s: %s where the picture has %s (%s)", key, got, want, value.Label)
					}
					if block.Paths != nil && block.Paths[i][n] != value.Path {
						t.Errorf("%s: %q leads to %q, not to %q", key, value.Label, block.Paths[i][n], value.Path)
					}
				}
			}
		case "flow":
			if len(all[0].Data) != len(p.Nodes) || len(all[0].Links) != len(p.Flows) {
				t.Errorf("%s: %d nodes and %d bands, not %d and %d", key, len(all[0].Data), len(all[0].Links), len(p.Nodes), len(p.Flows))
			}
		case "calendar":
			days := 0
			for _, s := range all[1:] {
				days += len(s.Data)
			}
			if want := len(marksIn(p)); days != want {
				t.Errorf("%s: %d days, not %d", key, days, want)
			}
		}
	}
}

// valueOf returns the value of an item of data, which may stand in an object.
func valueOf(raw json.RawMessage) string {
	var object struct{ Value json.RawMessage }
	if bytes.HasPrefix(raw, []byte("{")) && json.Unmarshal(raw, &object) == nil {
		raw = object.Value
	}
	return string(raw)
}

// A page's policy forbids styles, and its theme decides on colours.
func TestDrawingsHaveNoStylesAndOnlyTheThemesColours(t *testing.T) {
	drawings, _ := allDrawn()
	for key, drawing := range drawings {
		for _, svg := range []string{string(drawing.Wide), string(drawing.Narrow)} {
			all := elements(t, svg)
			if len(all) < 4 || all[1].name != "title" || all[0].title != "A question?" || all[2].name != "desc" || all[0].attrs["role"] != "graphics-document" || all[3].attrs["aria-hidden"] != "true" {
				t.Errorf("%s: the drawing is not described", key)
			}
			for _, e := range all {
				if slices.Contains([]string{"style", "script", "foreignObject", "image", "use"}, e.name) {
					t.Errorf("%s has a <%s>", key, e.name)
				}
				for name, value := range e.attrs {
					if name == "style" || strings.HasPrefix(name, "on") || strings.HasPrefix(name, "ecmeta") || strings.Contains(value, "zr") && name != "href" || name == "class" && e.name != "svg" {
						t.Errorf("%s: <%s %s=%q>", key, e.name, name, value)
					}
					if (name == "fill" || name == "stroke") && value != "none" && value != "transparent" && !strings.HasPrefix(value, "var(--") && !strings.HasPrefix(value, "url(#") {
						t.Errorf("%s: %s is %q, no colour of the theme", key, name, value)
					}
				}
			}
		}
	}
}

// Words stay within a drawing; where they are too long, they are broken.
func TestWordsStayWithinADrawing(t *testing.T) {
	drawings, _ := allDrawn()
	for key, drawing := range drawings {
		for name, svg := range map[string]string{wide: string(drawing.Wide), narrow: string(drawing.Narrow)} {
			decoder := xml.NewDecoder(strings.NewReader(strings.ReplaceAll(svg, view.RootMark, "")))
			var width, height float64
			var text xml.StartElement
			for {
				token, err := decoder.Token()
				if err != nil {
					break
				}
				switch token := token.(type) {
				case xml.StartElement:
					text = token
					for _, a := range token.Attr {
						if a.Name.Local == "viewBox" {
							if _, err := fmt.Sscanf(a.Value, "0 0 %g %g", &width, &height); err != nil {
								t.Fatal(err)
							}
						}
					}
				case xml.CharData:
					if text.Name.Local != "text" {
						continue
					}
					at := map[string]string{}
					for _, a := range text.Attr {
						at[a.Name.Local] = a.Value
					}
					x, errX := strconv.ParseFloat(at["x"], 64)
					y, errY := strconv.ParseFloat(at["y"], 64)
					if errX != nil || errY != nil {
						t.Errorf("%s, %s: %q has no plain place: %v", key, name, token, at)
						continue
					}
					// A rough size: letters of system fonts are some 6.5 units wide.
					length := 6.5 * float64(len([]rune(string(token))))
					left, right := x, x+length
					switch at["text-anchor"] {
					case "": // as most words do
						left, right = x-length/2, x+length/2
					case "end":
						left, right = x-length, x
					}
					const slack = 8
					if left < -slack || right > width+slack || y < 6 || y > height+2 {
						t.Errorf("%s, %s: %q reaches from %.0f to %.0f at %.0f, beyond %.0f × %.0f", key, name, token, left, right, y, width, height)
					}
				}
			}
		}
	}
}

func TestDrawingsAreTheSameOnAnyDay(t *testing.T) {
	first, _ := allDrawn()
	before := time.Local
	defer func() { time.Local = before }()
	time.Local = time.FixedZone("Kiritimati", 14*60*60)
	second, _ := drawn(NewDrawer(script(), "")) // in another order, for maps have none
	for key := range first {
		if first[key] != second[key] {
			t.Errorf("%s differs", key)
		}
	}
}

// Whatever stands in a register, a build goes on and a page holds.
func TestAnyPictureIsDrawn(t *testing.T) {
	d := NewDrawer(script(), "")
	numbers := []float64{0, 1, 1e18, 1e-18, math.MaxFloat64, 12345.678}
	for _, form := range []string{"bars", "columns", "lines", "radar"} {
		for count := range 4 {
			p := view.Picture{Form: form}
			for i := range count {
				p.Categories = append(p.Categories, view.Category{Name: hostile[i%len(hostile)]})
			}
			for _, name := range hostile[:2] {
				s := view.Series{Name: name, Tone: "4"}
				for i := range count {
					s.Values = append(s.Values, view.Value{Known: i != 1, Number: numbers[i%len(numbers)], Label: name, Path: "risks/index.html?x=y#register"})
				}
				p.Series = append(p.Series, s)
			}
			checkHostile(t, d, p)
		}
	}
	for _, words := range hostile {
		p := view.Picture{Form: "flow", Nodes: []view.Node{{Name: words}, {Name: words, Depth: 1}}, Flows: []view.Flow{{From: 0, To: 1, Number: 1, Label: words}}}
		checkHostile(t, d, p)
		p = view.Picture{Form: "calendar", Rows: []string{words}, Categories: []view.Category{{Short: words}}, Cells: []view.PictureCell{{Number: 1, Label: words}}}
		checkHostile(t, d, p)
		p = view.Picture{Form: "bars", Categories: []view.Category{{Name: words}, {Name: strings.Repeat(words, 20)}}, Series: []view.Series{{Name: words, Values: values("", 1, 2)}}}
		checkHostile(t, d, p)
	}
}

func checkHostile(t *testing.T, d *Drawer, p view.Picture) {
	t.Helper()
	drawing, err := d.Draw(Figure{ID: "hostile", Title: hostile[0], Reading: hostile[1], Picture: p})
	if err != nil {
		t.Errorf("%s: %v", p.Form, err)
		return
	}
	if drawing.Form == "" && len(p.Categories)+len(p.Nodes) == 0 {
		return
	}
	for _, svg := range []string{string(drawing.Wide), string(drawing.Narrow)} {
		for _, e := range elements(t, svg) {
			if e.name == "script" || e.name == "img" {
				t.Errorf("%s: words became <%s>: %s", p.Form, e.name, svg)
			}
		}
		if strings.Contains(svg, "NaN") {
			t.Errorf("%s: a place is no number: %s", p.Form, svg)
		}
	}
	if strings.ContainsAny(string(drawing.Data), "<>") {
		t.Errorf("%s: the data hold a tag", p.Form)
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, c := range sampleCharts() {
		if c.Picture.Form == "" {
			continue
		}
		b.Run(c.Key, func(b *testing.B) {
			e := &engine{script: string(script())}
			o, _, err := newOption(c.Picture)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := e.svg(o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
