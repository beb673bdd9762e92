package render_test

import (
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/generator/view"
)

// The compiler sees to it that each edition is made of its own view: neither
// function takes the other's.
var (
	_ func(*render.Theme, view.Trust) (publish.Site, error)                  = render.Trust
	_ func(*render.Theme, view.Handbook, view.Entries) (publish.Site, error) = render.Handbook
)
