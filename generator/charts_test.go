package generator_test

import (
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/themes"
)

// nowhere is a source of ECharts that has none, and counts who asks.
func nowhere(asked *int) *generator.Charts {
	return generator.NewCharts(echarts.Source{
		Embedded: themes.ECharts(),
		Fetch: func(context.Context, echarts.Pin, string) ([]byte, error) {
			*asked++
			return nil, errors.New("npm is not installed")
		},
	}, "")
}

func TestWithoutEChartsTheBuildGoesOnAndSaysSo(t *testing.T) {
	asked := 0
	o := sample()
	o.Charts = nowhere(&asked)
	sites, found, err := generator.Make(o)
	if err != nil || len(sites) != len(o.Editions) {
		t.Fatalf("%d sites, %v", len(sites), err)
	}
	if asked != 1 {
		t.Errorf("ECharts was asked for %d times", asked)
	}
	var missing finding.List
	for _, f := range found {
		if f.Code == "charts-missing" {
			missing = append(missing, f)
		}
	}
	if len(missing) != 1 || missing[0].Level != finding.Warning || !strings.Contains(missing[0].Message, "npm is not installed") || missing[0].Hint == "" {
		t.Errorf("found %+v", missing)
	}
	for _, site := range sites {
		for _, file := range filesIn(t, site) {
			if strings.Contains(file.Path, "echarts") {
				t.Errorf("%s has %s", site.Name, file.Path)
			}
			if file.Path != "dashboard.html" {
				continue
			}
			page, err := file.Content()
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range []string{"Are the risks getting smaller?", "<td class=\"n\">", "class=\"spark\""} {
				if !strings.Contains(string(page), part) {
					t.Errorf("the dashboard lacks %s", part)
				}
			}
			if strings.Contains(string(page), "data-chart") || strings.Contains(string(page), "charts.js") {
				t.Error("the dashboard waits for drawings that never come")
			}
		}
	}
}

// pinned is a source of a script that stands in for ECharts.
func pinned(t *testing.T) echarts.Source {
	t.Helper()
	const script = `var echarts = { init: () => ({ setOption() {}, resize() {}, dispose() {}, renderToSVGString: () => '<svg viewBox="0 0 9 9"></svg>' }) };`
	digest := sha512.Sum512([]byte(script))
	integrity := "sha512-" + base64.StdEncoding.EncodeToString(digest[:])
	pin := fmt.Sprintf("name = \"stand-in\"\nversion = \"1.2.3\"\nintegrity = \"sha512-whole\"\n[[file]]\npath = \"dist/stand-in.js\"\nintegrity = %q\n", integrity)
	return echarts.Source{Embedded: fstest.MapFS{"echarts.toml": {Data: []byte(pin)}, "stand-in.js": {Data: []byte(script)}}}
}

func TestABundleNamesWhatDrawsItsCharts(t *testing.T) {
	drawing := generator.NewCharts(pinned(t), "")
	empty := fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")}}
	for _, c := range []struct {
		name    string
		content fs.FS
		charts  *generator.Charts
		want    string
	}{
		{"with charts", small, drawing, "stand-in@1.2.3 sha512-whole"},
		{"with charts that nothing draws", small, nil, "none"},
		{"without charts", empty, drawing, "none"},
	} {
		o := sample()
		o.Content, o.Charts = c.content, c.charts
		files := unzipped(t, bundled(t, o, audience.AuditorEdition, generator.Origin{}))
		if line := fmt.Sprintf("\t\"charts\": %q,\n", c.want); !strings.Contains(string(files["MANIFEST.json"]), line) {
			t.Errorf("%s: the manifest lacks %s", c.name, line)
		}
		if _, there := files["site/static/echarts/stand-in.js"]; there != (c.want != "none") {
			t.Errorf("%s: what draws them is there: %t", c.name, there)
		}
	}
}

// small is the content of a site that has something to draw.
var small = fstest.MapFS{
	"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")},
	"controls.toml": {Data: []byte(`
[[role]]
id = "ROL-01"
title = "Managing Director"
purpose = "Answers for the company."

[[control]]
id = "A.5.1"
applicable = true
status = "implemented"
owner = "ROL-01"
reasons = ["business"]
justification = "x"
`)},
}

func TestStrictBuildsWantTheirCharts(t *testing.T) {
	asked := 0
	o := sample()
	o.Content, o.Charts, o.Strict = small, nowhere(&asked), true
	sites, found, err := generator.Make(o)
	if err != nil || !found.HasErrors() || len(sites) > 0 {
		t.Errorf("%d sites, %v, %v", len(sites), found, err)
	}
}

func TestEChartsIsLeftAloneWhereThereIsNothingToDraw(t *testing.T) {
	asked := 0
	public := sample() // with content that publishes no chart
	public.Content, public.Charts, public.Editions = small, nowhere(&asked), []audience.Edition{audience.TrustEdition}
	empty := sample()
	empty.Charts, empty.Content = nowhere(&asked), fstest.MapFS{"annex.toml": {Data: []byte("[organization]\nname = \"Lantern\"\n")}}
	for _, o := range []generator.Options{public, empty} {
		if _, found, err := generator.Make(o); err != nil || found.HasErrors() {
			t.Errorf("%v, %v", found, err)
		}
	}
	if asked != 0 {
		t.Error("ECharts was asked for")
	}
}
