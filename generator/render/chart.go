package render

import (
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/annex-isms/annex/generator/chart"
	"github.com/annex-isms/annex/generator/view"
)

// Charts is what draws charts, and the files that drawings load in a browser.
// Without it charts are sentences and tables.
type Charts struct {
	Name   string // of the ECharts: its release and digest
	Drawer *chart.Drawer
	Files  []File // by name: "echarts.min.js" and what goes with it
}

// echartsFolder is where a site has the files that drawings load.
const echartsFolder = "static/echarts"

// drawing returns a chart as it stands on a page; an empty drawing where there is
// nothing to draw or nothing to draw it with.
func (t *Theme) drawing(f chart.Figure) (chart.Drawing, error) {
	if t.Charts == nil {
		return chart.Drawing{}, nil
	}
	drawing, err := t.Charts.Drawer.Draw(f)
	if err != nil {
		return chart.Drawing{}, err
	}
	for _, markup := range []*template.HTML{&drawing.Wide, &drawing.Narrow} {
		*markup = t.linked(string(*markup))
	}
	return drawing, nil
}

// withCharts returns a text with the charts that it places.
func (t *Theme) withCharts(text view.HTML, charts []view.Chart) (view.HTML, error) {
	return t.place(text, "components/chart-in-text.html", func(key, id string) (any, bool) {
		i := slices.IndexFunc(charts, func(c view.Chart) bool { return c.Key == key })
		if i < 0 {
			return nil, false
		}
		c := charts[i]
		c.Key = id
		return c, true
	})
}

// withPublicCharts does the same for a text of the trust edition.
func (t *Theme) withPublicCharts(text view.HTML, charts []view.TrustChart) (view.HTML, error) {
	return t.place(text, "trust/parts/chart-in-text.html", func(key, id string) (any, bool) {
		i := slices.IndexFunc(charts, func(c view.TrustChart) bool { return c.Key == key })
		if i < 0 {
			return nil, false
		}
		c := charts[i]
		c.Key = id
		return c, true
	})
}

// place returns a text with each of its charts as the template shows it. A chart
// that it places again has another id there, for ids on a page are unique.
func (t *Theme) place(text view.HTML, template string, chart func(key, id string) (any, bool)) (view.HTML, error) {
	var whole strings.Builder
	for i, part := range text.Parts() {
		if i%2 == 0 {
			whole.WriteString(part)
			continue
		}
		id := part
		if i > 1 {
			id += "-" + strconv.Itoa(i/2+1)
		}
		data, ok := chart(part, id)
		if !ok {
			continue
		}
		markup, err := layOut(t.templates, template, data)
		if err != nil {
			return "", err
		}
		whole.WriteString(string(markup))
	}
	return view.HTML(whole.String()), nil
}

// Draws reports whether the edition has a picture to be drawn on any page.
func Draws(h view.Handbook) bool {
	return hasDrawings(h.Charts)
}

func hasDrawings(charts []view.Chart) bool {
	return slices.ContainsFunc(charts, func(c view.Chart) bool { return c.Picture.Form != "" })
}

// draws reports whether a page with these charts has a drawing that a script
// brings to life.
func (t *Theme) draws(charts []view.Chart) bool { return t.Charts != nil && hasDrawings(charts) }

// chartFiles returns the files that drawings load, if the theme draws and the
// site has something to draw.
func (t *Theme) chartFiles(wanted bool) []File {
	if t.Charts == nil || !wanted {
		return nil
	}
	files := slices.Clone(t.Charts.Files)
	for i := range files {
		files[i].Path = path.Join(echartsFolder, files[i].Path)
	}
	return files
}
