//go:build browser

package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/themes"
)

// newDrawing returns what draws charts and remembers drawings in a folder, if one
// is named. It needs ECharts, and so stands behind a tag.
func newDrawing(drawings string) *generator.Charts {
	source := echarts.Source{Embedded: themes.ECharts(), Fetch: echarts.Pack}
	if cache, err := os.UserCacheDir(); err == nil {
		source.Cache = filepath.Join(cache, "annex")
	}
	return generator.NewCharts(source, drawings)
}

func TestChartsAreTheSameBytesAnywhere(t *testing.T) {
	with := func(charts *generator.Charts) map[string][]byte {
		o := sample()
		o.Charts = charts
		return builtBytes(t, o)
	}
	first := with(newDrawing(""))
	if first["auditor/static/echarts/echarts.min.js"] == nil || !bytes.Contains(first["auditor/dashboard.html"], []byte("data-chart")) {
		t.Fatal("nothing is drawn")
	}

	before := time.Local
	defer func() { time.Local = before }()
	time.Local = time.FixedZone("Kiritimati", 14*60*60)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	remembering := newDrawing("")
	for name, second := range map[string]map[string][]byte{"on one core": with(remembering), "from memory": with(remembering)} {
		if len(first) != len(second) {
			t.Errorf("%s: %d files, then %d", name, len(first), len(second))
		}
		for path := range first {
			if !bytes.Equal(first[path], second[path]) {
				t.Errorf("%s: %s differs", name, path)
			}
		}
	}
}
