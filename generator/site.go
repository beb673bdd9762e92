package generator

import (
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
}

// shown is what one edition shows, ready to be laid out.
type shown struct {
	draws bool // it has charts to draw
	site  func(*render.Theme) (Site, error)
}

func shownHandbook(h view.Handbook) shown {
	return shown{render.Draws(h), func(theme *render.Theme) (Site, error) { return handbookSite(theme, h) }}
}

func shownTrust(t view.Trust) shown {
	return shown{len(t.Charts) > 0, func(theme *render.Theme) (Site, error) { return trustSite(theme, t) }}
}

// handbookSite returns the site of the staff or the auditor edition.
func handbookSite(theme *render.Theme, h view.Handbook) (Site, error) {
	files, err := render.Handbook(theme, h)
	return Site{
		Site:         publish.Site{Name: h.Edition, Files: files},
		organization: h.Organization.Name,
		date:         h.AsOf.ISO,
		charts:       drawnBy(theme, render.Draws(h)),
		cover:        func(c view.Copy) ([]byte, error) { return render.HandbookCover(theme, h, c) },
	}, err
}

// trustSite returns the site of the trust edition.
func trustSite(theme *render.Theme, t view.Trust) (Site, error) {
	files, err := render.Trust(theme, t)
	return Site{
		Site:         publish.Site{Name: "trust", Files: files},
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
