package render

import (
	"github.com/annex-isms/annex/generator/view"
)

// The cover of a bundle lies beside the folder of its site, from which it takes
// its looks.
const (
	coverPath     = "START.html"
	coverTemplate = "bundle/start.html"
	siteFromCover = "site/"
)

// HandbookCover returns the cover of a bundle of the staff or the auditor edition.
func HandbookCover(theme *Theme, h view.Handbook, c view.Copy) ([]byte, error) {
	p := blank(h, "", coverPath, theme.Words.Say("bundle.title"))
	p.Copy = c
	return theme.executeFrom(siteFromCover, coverTemplate, &p)
}

// TrustCover returns the cover of a bundle of the trust edition.
func TrustCover(theme *Theme, t view.Trust, c view.Copy) ([]byte, error) {
	p := trustPage{Edition: "trust", Site: t, Path: coverPath, Title: theme.Words.Say("bundle.title"), Copy: c}
	return theme.executeFrom(siteFromCover, coverTemplate, &p)
}
