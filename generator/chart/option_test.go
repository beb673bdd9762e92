package chart

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/view"
)

var update = flag.Bool("update", false, "rewrite the options that are expected")

func mustOption(t *testing.T, p view.Picture) option {
	t.Helper()
	o, drawable, err := newOption(p)
	if err != nil || !drawable {
		t.Fatalf("there is no option: %v", err)
	}
	return o
}

// What ECharts is told stands here for a reviewer to read.
func TestOptionsAreThoseThatAReviewerSaw(t *testing.T) {
	for _, form := range slices.Sorted(maps.Keys(small)) {
		var got bytes.Buffer
		if err := json.Indent(&got, mustOption(t, small[form]).json, "", "\t"); err != nil {
			t.Fatal(err)
		}
		got.WriteByte('\n')
		name := filepath.Join("testdata", form+".json")
		if *update {
			if err := os.WriteFile(name, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s: the option is another; “go test ./generator/chart -update” rewrites it\n%s", form, got.String())
		}
	}
}

func TestOptionsAreTheSameEachTime(t *testing.T) {
	for form, picture := range small {
		first := mustOption(t, picture).json
		for range 10 {
			if !bytes.Equal(first, mustOption(t, picture).json) {
				t.Fatalf("%s: the option differs from time to time", form)
			}
		}
	}
}

// A page holds the option, and its policy forbids what HTML tooltips do.
func TestOptionsCannotEndTheirBlock(t *testing.T) {
	for _, words := range hostile {
		for form, picture := range small {
			picture.Categories = slices.Clone(picture.Categories)
			for i := range picture.Categories {
				picture.Categories[i].Short = words
			}
			picture.Series = slices.Clone(picture.Series)
			for i := range picture.Series {
				picture.Series[i].Name = words
			}
			picture.Nodes = slices.Clone(picture.Nodes)
			for i := range picture.Nodes {
				picture.Nodes[i].Short = words
			}
			block, err := data(mustOption(t, picture))
			if err != nil {
				t.Fatal(err)
			}
			if strings.ContainsAny(string(block), "<>") {
				t.Errorf("%s: the block holds a tag: %s", form, block)
			}
			if !json.Valid([]byte(block)) || !strings.Contains(string(block), `"renderMode":"richText"`) {
				t.Errorf("%s: the block is not what a script can read: %s", form, block)
			}
		}
	}
}

func TestPicturesOfAnySizeHaveAnOption(t *testing.T) {
	for name, picture := range map[string]view.Picture{
		"bars without value": {Form: "bars", Categories: []view.Category{{Name: "x"}}, Series: []view.Series{{Name: "x", Values: []view.Value{{}}}}},
		"one point":          {Form: "lines", Categories: []view.Category{{Name: "x"}}, Series: []view.Series{{Name: "x", Values: values("", 1)}}},
		"huge numbers":       {Form: "columns", Categories: []view.Category{{Name: "x"}, {Name: "y"}}, Series: []view.Series{{Name: "x", Values: values("", 1e18, math.MaxFloat64)}}},
		"tiny numbers":       {Form: "lines", Categories: []view.Category{{Name: "x"}, {Name: "y"}}, Series: []view.Series{{Name: "x", Values: values("", 1e-18, -3)}}},
		"calendar of a day":  {Form: "calendar", Categories: []view.Category{{Name: "x"}}, Rows: []string{"Mon"}, Cells: []view.PictureCell{{}}},
		"unknown tone":       {Form: "bars", Categories: []view.Category{{Name: "x"}}, Series: []view.Series{{Name: "x", Tone: "mauve", Values: values("", 1)}}},
	} {
		if o, drawable, err := newOption(picture); err != nil || !drawable || !json.Valid(o.json) {
			t.Errorf("%s: %v, %s", name, err, o.json)
		}
	}
	for _, form := range []string{"bars", "columns", "lines", "radar", "calendar", "flow", "pie", ""} {
		if _, drawable, err := newOption(view.Picture{Form: form, Series: []view.Series{{Name: "x", Tone: "1"}}}); drawable || err != nil {
			t.Errorf("%q of nothing is drawn: %v", form, err)
		}
	}
	if _, drawable, err := newOption(view.Picture{Form: "pie", Categories: []view.Category{{Name: "x"}}}); drawable || err != nil {
		t.Errorf("a form that there is not is drawn: %v", err)
	}
}
