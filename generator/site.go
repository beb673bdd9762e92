package generator

import (
	"fmt"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/generator/view"
)

// Site is the finished files of one edition, and what a bundle of it needs.
type Site struct {
	publish.Site
	organization string
	date         string                          // the day that it shows: 2026-11-23
	charts       string                          // what draws them, as a bundle names it
	cover        func(view.Copy) ([]byte, error) // makes the cover of a bundle
	gate         *gate.Gate                      // all of it passes by there as it is made
	pages        *atomic.Int64                   // as many as Build has made so far
}

// Pages returns how many pages of the site Build has published.
func (s Site) Pages() int { return int(s.pages.Load()) }

// shown is what one edition shows, ready to be laid out.
type shown struct {
	draws bool // it has charts to draw
	site  func(*render.Theme) (Site, error)
}

func shownHandbook(h view.Handbook, entries view.Entries) shown {
	return shown{render.Draws(h), func(theme *render.Theme) (Site, error) { return handbookSite(theme, h, entries) }}
}

func shownTrust(t view.Trust) shown {
	return shown{len(t.Charts) > 0, func(theme *render.Theme) (Site, error) { return trustSite(theme, t) }}
}

// handbookSite returns the site of the staff or the auditor edition.
func handbookSite(theme *render.Theme, h view.Handbook, entries view.Entries) (Site, error) {
	site, err := render.Handbook(theme, h, entries)
	frame := h.Frame()
	return Site{
		Site:         site,
		organization: h.Organization.Name,
		date:         h.AsOf.ISO,
		charts:       drawnBy(theme, render.Draws(h)),
		cover:        func(c view.Copy) ([]byte, error) { return render.HandbookCover(theme, frame, c) },
	}, err
}

// trustSite returns the site of the trust edition.
func trustSite(theme *render.Theme, t view.Trust) (Site, error) {
	site, err := render.Trust(theme, t)
	return Site{
		Site:         site,
		organization: t.Organization.Name,
		date:         t.AsOf.ISO,
		charts:       drawnBy(theme, len(t.Charts) > 0),
		cover:        func(c view.Copy) ([]byte, error) { return render.TrustCover(theme, t, c) },
	}, err
}

// drawnBy names what draws the charts of an edition, if it has any.
func drawnBy(theme *render.Theme, hasCharts bool) string {
	if theme.Charts == nil || !hasCharts {
		return "none"
	}
	return theme.Charts.Name
}

// told returns the site so that o is told what is being made of it. Each file is
// made once; what it was made of is not kept any longer.
func (s Site) told(o Options) Site {
	edition, count, pages := s.Name, len(s.Files), new(atomic.Int64)
	begin := sync.OnceFunc(func() { o.stage(edition+": make pages", count) })
	told := s.each(func(file publish.File) publish.File {
		name, content := file.Path, once(file.Path, file.Content)
		return publish.File{Path: name, Content: func() ([]byte, error) {
			begin()
			defer o.step()
			if path.Ext(name) == ".html" {
				pages.Add(1)
			}
			return content()
		}}
	})
	told.pages = pages
	if told.Rest != nil {
		rest := once("the rest of "+edition, told.Rest)
		told.Rest = func() ([]publish.File, error) {
			o.stage(edition+": index", 0)
			files, err := rest()
			o.stage(edition+": write the index", len(files))
			return files, err
		}
	}
	return told
}

// once returns a function that does the same once, and lets go of what that takes.
func once[T any](name string, do func() (T, error)) func() (T, error) {
	return func() (T, error) {
		now := do
		do = func() (none T, err error) { return none, fmt.Errorf("%s has been made already", name) }
		return now()
	}
}

// each returns the site with each of its files changed so.
func (s Site) each(change func(publish.File) publish.File) Site {
	changed := func(files []publish.File) []publish.File {
		files = slices.Clone(files)
		for i := range files {
			files[i] = change(files[i])
		}
		return files
	}
	s.Files = changed(s.Files)
	if rest := s.Rest; rest != nil {
		s.Rest = func() ([]publish.File, error) {
			files, err := rest()
			return changed(files), err
		}
	}
	return s
}
