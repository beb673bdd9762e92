package render

import (
	"github.com/annex-isms/annex/generator/view"
)

// trustPage is what a template of the trust edition receives.
type trustPage struct {
	Edition     string // "trust"
	Site        view.Trust
	Path        string
	Title       string
	Description string
	Address     string             // of the page itself; empty where annex.toml has no base-url
	Theme       view.TrustTheme    // of the control
	Control     view.TrustControl  // of control.html
	Document    view.TrustDocument // of document.html
	Copy        view.Copy          // of start.html
	Search      searchView         // of the search pages
}

// Trust returns the files of the trust edition.
func Trust(theme *Theme, t view.Trust) ([]File, error) {
	files, err := theme.static()
	if err != nil {
		return nil, err
	}
	bare(files)
	add := func(template string, p trustPage) {
		p.Edition, p.Site = "trust", t
		if t.BaseURL != "" {
			p.Address = t.BaseURL + p.Path
		}
		files = append(files, File{Path: p.Path, Content: func() ([]byte, error) { return theme.execute(template, p.Path, p) }})
	}
	add("trust/home.html", trustPage{Path: "index.html", Title: theme.Words.Say("trust.title")})
	add("trust/missing.html", trustPage{Path: "404.html", Title: theme.Words.Say("missing.title")})
	for _, d := range t.Documents {
		add("trust/document.html", trustPage{Path: d.Path, Title: d.Title, Description: d.Plain, Document: d})
	}
	for _, group := range t.Themes {
		for _, c := range group.Controls {
			add("trust/control.html", trustPage{Path: c.Path, Title: c.ID + " " + c.Title, Theme: group, Control: c})
		}
	}
	find := newFinder(trustDocuments(t, theme.Words), t.Language, theme.Words)
	for _, one := range find.pages() {
		add(one.path, trustPage{Path: one.path, Title: one.title, Search: one.view})
	}
	files = append(files, brand(t.Organization.Brand))
	files = append(files, embedded(t.Files)...)
	files = append(files, find.index()...)
	return append(files, twin(trustTwin(t))), nil
}
