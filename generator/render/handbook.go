package render

import (
	"html/template"

	"github.com/annex-isms/annex/generator/view"
)

// page is what a template of the staff and auditor editions receives.
type page struct {
	Edition     string // "staff" or "auditor"
	Site        view.Handbook
	Path        string
	listed      string // the path of the list in the navigation that it belongs to
	Title       string
	Description string
	Nav         []place
	Navigation  template.HTML // the same, laid out
	List        view.List     // of list.html
	Entry       view.Entry    // of entry.html
	Search      searchView    // of the search pages
	Answer      view.Page     // of page.html
	Copy        view.Copy     // of start.html
}

// place is one item of the navigation.
type place struct {
	Title   string
	Path    string
	Current bool
}

// Handbook returns the files of the staff or the auditor edition.
func Handbook(theme *Theme, h view.Handbook) ([]File, error) {
	files, err := theme.static()
	if err != nil {
		return nil, err
	}
	nav := newNavigation(theme, h)
	add := func(template string, p page) {
		files = append(files, File{Path: p.Path, Content: func() ([]byte, error) {
			if err := nav.into(&p); err != nil {
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
	find := newFinder(handbookDocuments(h, theme.Words), h.Language, h.Synonyms, theme.Words)
	for _, one := range find.pages() {
		p := blank(h, "", one.path, one.title)
		p.Search = one.view
		add(one.path, p)
	}
	files = append(files, brand(h.Organization.Brand))
	files = append(files, embedded(h.Files)...)
	files = append(files, find.index()...)
	return append(files, twin(handbookTwin(h))), nil
}

// blank returns a page that belongs to a list in the navigation.
func blank(h view.Handbook, listed, path, title string) page {
	return page{Edition: h.Edition, Site: h, Path: path, Title: title, listed: listed}
}
