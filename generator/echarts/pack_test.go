//go:build browser

package echarts_test

import (
	"testing"

	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/themes"
)

// With npm, the pinned ECharts is there for anybody: behind the same tag as the
// tests with a browser, since it needs a network.
func TestThePinnedEChartsCanBeFetched(t *testing.T) {
	source := echarts.Source{Embedded: themes.ECharts(), Cache: t.TempDir(), Fetch: echarts.Pack}
	asset, err := source.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(asset.Script()) < 500_000 {
		t.Errorf("the script has %d bytes", len(asset.Script()))
	}
}
