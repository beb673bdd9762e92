package render

import (
	"slices"

	"github.com/annex-isms/annex/generator/publish"
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
	Nav         navigation // of the frame
	Frame       frame
	Charted     bool             // it shows charts
	Draws       bool             // it has some that a script brings to life
	Split       bool             // it shows a page of a list that lies over several
	Above       []view.Cell      // of split.html and related.html: the pages that it belongs to
	Kinds       []kindOfRelation // of related.html
	List        view.List        // of list.html, split.html and related.html
	Entry       view.Entry       // of entry.html
	Search      searchView       // of the search pages
	Answer      view.Page        // of page.html
	Copy        view.Copy        // of start.html
}

// handbookTemplates are the templates of all the pages.
var handbookTemplates = []string{
	"handbook/navigation.html", "handbook/home.html", "handbook/missing.html", "handbook/list.html", "handbook/split.html", "handbook/related.html", "handbook/entry.html", "handbook/page.html",
	"search/index.html", "search/all.html",
}

// Handbook returns the site of the staff or the auditor edition.
func Handbook(theme *Theme, h view.Handbook, entries view.Entries) (publish.Site, error) {
	pages := NewPages(theme, h.Frame())
	gathered := newGathering(h, entries, pages)
	files := []File{pages.Home(h.Home, h.Lists)}
	for _, list := range h.Lists {
		files = append(files, pages.List(list)...)
	}
	for _, answer := range h.Pages { // which is large, and can be let go when it has its page
		files = append(files, pages.Answer(answer)...)
	}
	for i, path := range entries.Paths {
		files = append(files, File{Path: path, Content: func() ([]byte, error) { return gathered.page(i).Content() }})
	}
	fixed, err := pages.fixed(charting{len(h.Charts) > 0, theme.draws(h.Charts)})
	if err != nil {
		return publish.Site{}, err
	}
	files = append(files, fixed...)
	files = append(files, theme.chartFiles(Draws(h))...)
	return publish.Site{Name: h.Edition, Files: files, Rest: func() ([]File, error) { return pages.rest(gathered), nil }}, nil
}

// rest returns the files that follow from all entries together.
func (s *Pages) rest(gathered *gathering) []File {
	documents, twins, further := gathered.take()
	documents = append(documents, gathered.others...)
	files := slices.Concat([]File{handbookTwin(gathered.head, twins)}, embedded(gathered.entries.Files()), further)
	// From here on nothing needs the entries any longer, which leaves room for the index.
	find := newFinder(s.frame.Edition, documents, s.frame.Language, s.frame.Synonyms, s.theme.Words)
	files = append(files, find.files()...)
	for _, one := range find.pages(s.theme.Room) {
		p := s.blank("", one.path, one.title)
		p.Search = one.view
		files = append(files, s.file(one.template, p))
	}
	return files
}

// Pages lays out pages of the staff or the auditor edition one by one.
type Pages struct {
	theme  *Theme
	frame  view.Handbook
	frames *frames
}

// NewPages returns what lays out pages within the frame: what every page shows of
// the edition. What is on them besides comes with each.
func NewPages(theme *Theme, frame view.Handbook) *Pages {
	return &Pages{theme, frame, newFrames(theme, frame)}
}

// Home returns the first page, which leads to the lists.
func (s *Pages) Home(home view.Home, lists []view.List) File {
	p := s.blank("", "index.html", s.theme.Words.Say("home.title"))
	home.Documents = s.shelves(home.Documents)
	p.Site.Home, p.Site.Lists = home, nil
	for _, list := range lists {
		p.Site.Lists = append(p.Site.Lists, view.List{Kind: list.Kind, Name: list.Name, Path: list.Path, Lede: list.Lede, Total: list.Total})
	}
	return s.file("handbook/home.html", p)
}

// Missing returns the page for addresses without a page.
func (s *Pages) Missing() File {
	return s.file("handbook/missing.html", s.blank("", "404.html", s.theme.Words.Say("missing.title")))
}

// List returns the pages of a list.
func (s *Pages) List(list view.List) []File {
	return s.split(list, list.Path, list.Path, []view.Cell{linkTo(list.Name, list.Path)}, func(list view.List) File {
		p := s.blank(list.Path, list.Path, list.Title)
		p.List, p.Description = list, list.Lede
		return s.file("handbook/list.html", p)
	})
}

// Entry returns the page of an entry, and then those of its parts that have no room
// on it.
func (s *Pages) Entry(entry view.Entry) []File {
	p := s.blank(entry.Listed, entry.Path, entry.ShownID+" "+entry.Title)
	above := []view.Cell{linkTo(entry.Plural, entry.Listed), linkTo(entry.ShownID, entry.Path)}
	over := &overflow{Pages: s, origin: origin{p.Path, p.Title, p.listed, above}}
	entry.Sections, entry.Related = over.sections(entry.Sections), over.relations(entry.Related)
	return append(s.split(entry.Register, entry.Path, entry.Listed, above, func(list view.List) File {
		entry.Register = list
		p.Entry, p.Description = entry, entry.Plain
		return s.file("handbook/entry.html", p)
	}), over.files...)
}

// Answer returns the page that answers a question, and those of its parts that
// have no room on it.
func (s *Pages) Answer(answer view.Page) []File {
	p := s.blank("", answer.Path, answer.Title)
	above := []view.Cell{linkTo(answer.Title, answer.Path)}
	over := &overflow{Pages: s, origin: origin{p.Path, p.Title, p.listed, above}}
	answer.Sections = over.sections(answer.Sections)
	return append(s.split(answer.Register, answer.Path, "", above, func(list view.List) File {
		answer.Register = list
		p.Answer, p.Description = answer, answer.Lede
		return s.file("handbook/page.html", p)
	}), over.files...)
}

// Fixed returns the files that depend on nothing but the theme and the brand. What
// pages with charts need is among them, whether there will be any or not.
func (s *Pages) Fixed() ([]File, error) { return s.fixed(charting{true, s.theme.Charts != nil}) }

func (s *Pages) fixed(shown charting) ([]File, error) {
	files, err := s.theme.static(s.frame.Edition, handbookTemplates, shown)
	return append(files, brand(s.frame.Organization.Brand), s.Missing()), err
}

func (s *Pages) blank(listed, path, title string) page { return blank(s.frame, listed, path, title) }

func (s *Pages) file(template string, p page) File {
	return File{Path: p.Path, Content: func() ([]byte, error) { return s.layOut(template, p) }}
}

func (s *Pages) layOut(template string, p page) ([]byte, error) {
	charts := slices.Concat(p.List.Charts, p.Answer.Charts, p.Entry.Charts)
	p.Split = p.List.Leaf.Rows+p.Answer.Register.Leaf.Rows+p.Entry.Register.Leaf.Rows != ""
	p.Charted, p.Draws = len(charts)+len(p.Entry.Sparks) > 0, s.theme.draws(charts)
	var err error
	if p.Frame, err = s.frames.around(&p); err != nil {
		return nil, err
	}
	if p.Entry.Body, err = s.theme.withCharts(p.Entry.Body, p.Entry.Charts); err != nil {
		return nil, err
	}
	return s.theme.execute(template, p.Path, &p)
}

// blank returns a page that belongs to a list in the navigation.
func blank(h view.Handbook, listed, path, title string) page {
	return page{Edition: h.Edition, Site: h, Path: path, Title: title, listed: listed}
}
