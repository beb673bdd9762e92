package render

import (
	"slices"

	"github.com/annex-isms/annex/generator/view"
)

// page is what a template of the staff and auditor editions receives.
type page struct {
	Edition     string // "staff" or "auditor"
	Site        view.Handbook
	Path        string
	Title       string
	Description string
	Nav         []place
	Charted     bool       // it shows charts
	Draws       bool       // it has some that a script brings to life
	List        view.List  // of list.html
	Entry       view.Entry // of entry.html
	Search      searchView // of the search pages
	Answer      view.Page  // of page.html
	Copy        view.Copy  // of start.html
}

// place is one item of the navigation.
type place struct {
	Title   string
	Path    string
	Current bool
}

// Handbook returns the files of the staff or the auditor edition.
func Handbook(theme *Theme, h view.Handbook) ([]File, error) {
	var files []File
	var templates []string
	add := func(template string, p page) {
		charts := slices.Concat(p.List.Charts, p.Answer.Charts, p.Entry.Charts)
		p.Charted, p.Draws = len(charts)+len(p.Entry.Sparks) > 0, theme.draws(charts)
		templates = append(templates, template)
		files = append(files, File{Path: p.Path, Content: func() ([]byte, error) {
			var err error
			if p.Entry.Body, err = theme.withCharts(p.Entry.Body, p.Entry.Charts, p.Path); err != nil {
				return nil, err
			}
			return theme.execute(template, p.Path, p)
		}})
	}
	add("handbook/home.html", blank(h, "", "index.html", theme.Words.Say("home.title")))
	add("handbook/missing.html", blank(h, "", "404.html", theme.Words.Say("missing.title")))
	for _, list := range h.Lists {
		p := blank(h, list.Path, list.Path, list.Title)
		p.List, p.Description = list, list.Lede
		add("handbook/list.html", p)
	}
	for _, entry := range h.Entries {
		p := blank(h, entry.Listed, entry.Path, entry.ShownID+" "+entry.Title)
		p.Entry, p.Description = entry, entry.Plain
		add("handbook/entry.html", p)
	}
	for _, answer := range h.Pages {
		p := blank(h, "", answer.Path, answer.Title)
		p.Answer, p.Description = answer, answer.Lede
		add("handbook/page.html", p)
	}
	find := newFinder(h.Edition, handbookDocuments(h, theme.Words), h.Language, h.Synonyms, theme.Words)
	for _, one := range find.pages() {
		p := blank(h, "", one.path, one.title)
		p.Search = one.view
		add(one.path, p)
	}
	static, err := theme.static(h.Edition, templates)
	if err != nil {
		return nil, err
	}
	files = append(files, static...)
	files = append(files, brand(h.Organization.Brand))
	files = append(files, theme.chartFiles(Draws(h))...)
	files = append(files, embedded(h.Files)...)
	files = append(files, find.files()...)
	return append(files, twin(handbookTwin(h))), nil
}

// blank returns a page that belongs to a list in the navigation.
func blank(h view.Handbook, listed, path, title string) page {
	p := page{Edition: h.Edition, Site: h, Path: path, Title: title}
	for _, list := range h.Lists {
		if list.Total > 0 {
			p.Nav = append(p.Nav, place{Title: list.Name, Path: list.Path, Current: list.Path == listed})
		}
	}
	return p
}
