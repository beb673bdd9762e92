package render

import (
	"html/template"
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// frame is what stands around the content of a page.
type frame struct {
	Mark   template.HTML // on each printed sheet
	Links  template.HTML // to styles and scripts
	Header template.HTML // with the navigation
	Footer template.HTML
}

// frames lays out the frames of a site's pages. They are the same on thousands, so
// that each is laid out once.
type frames struct {
	theme *Theme
	own   map[string]bool // the paths of the pages that the navigation leads to

	mutex sync.Mutex
	known map[frameForm]frame
}

// frameForm is what the frame of a page depends on.
type frameForm struct {
	list, page            string
	charted, draws, split bool
}

func newFrames(theme *Theme, h view.Handbook) *frames {
	f := &frames{theme: theme, own: map[string]bool{"index.html": true, "search/index.html": true}, known: map[frameForm]frame{}}
	for _, list := range h.Lists {
		f.own[list.Path] = true
	}
	for _, answer := range h.Pages {
		f.own[answer.Path] = true
	}
	return f
}

// around returns the frame of a page.
func (f *frames) around(p *page) (frame, error) {
	form := frameForm{list: p.listed, charted: p.Charted, draws: p.Draws, split: p.Split}
	if f.own[p.Path] {
		form.page = p.Path
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	known, found := f.known[form]
	if found {
		return known, nil
	}
	p = &page{Edition: p.Edition, Site: p.Site, Path: p.Path, listed: p.listed, Charted: p.Charted, Draws: p.Draws, Split: p.Split}
	p.Nav = f.theme.navigation(p)
	for name, part := range map[string]*template.HTML{
		"layout/mark": &known.Mark, "layout/links": &known.Links, "layout/header": &known.Header, "layout/footer": &known.Footer,
	} {
		if f.theme.templates.Lookup(name) == nil {
			continue // a theme may have a layout of its own
		}
		markup, err := layOut(f.theme.templates, name, p)
		if err != nil {
			return frame{}, err
		}
		*part = markup
	}
	f.known[form] = known
	return known, nil
}

// rootOf returns the way from a page up to the site's root.
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
