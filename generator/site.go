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
	cover        func(view.Copy) ([]byte, error) // makes the cover of a bundle
	gate         *gate.Gate                      // all of it passes by there as it is made
}

// handbookSite returns the site of the staff or the auditor edition.
func handbookSite(theme *render.Theme, h view.Handbook) (Site, error) {
	files, err := render.Handbook(theme, h)
	return Site{
		Site:         publish.Site{Name: h.Edition, Files: files},
		organization: h.Organization.Name,
		date:         h.AsOf.ISO,
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
		cover:        func(c view.Copy) ([]byte, error) { return render.TrustCover(theme, t, c) },
	}, err
}
