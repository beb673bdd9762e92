package generator

import (
	"context"
	"sync"

	"github.com/annex-isms/annex/generator/chart"
	"github.com/annex-isms/annex/generator/echarts"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/render"
)

// Charts draws the charts of any number of builds. ECharts is looked for when
// there is something to draw, and only once.
type Charts struct {
	find func() (*render.Charts, error)
	help string // where ECharts can be put by hand
}

// NewCharts returns what draws with the ECharts of the source, which says how to
// get it, and remembers drawings in a folder, if there is one.
func NewCharts(source echarts.Source, drawings string) *Charts {
	return &Charts{
		find: sync.OnceValues(func() (*render.Charts, error) {
			asset, err := source.Find(context.Background())
			if err != nil {
				return nil, err
			}
			charts := &render.Charts{Name: asset.Pin.String(), Drawer: chart.NewDrawer(asset.Script(), drawings)}
			for _, file := range asset.Files {
				charts.Files = append(charts.Files, render.File{Path: file.Name, Content: func() ([]byte, error) { return file.Data, nil }})
			}
			return charts, nil
		}),
		help: source.Help(),
	}
}

// draw returns what draws charts where there are some, nil where there are none or
// nothing to draw them with; that is a finding.
func (c *Charts) draw(wanted bool) (*render.Charts, finding.List) {
	if c == nil || !wanted {
		return nil, nil
	}
	charts, err := c.find()
	if err != nil {
		return nil, finding.List{{
			Level: finding.Warning, Code: "charts-missing",
			Message: "charts are sentences and tables only, for ECharts is missing: " + err.Error(),
			Hint:    c.help + "; with “--no-charts” nothing is drawn and nothing said",
		}}
	}
	return charts, nil
}
