package render

import (
	"path"
	"slices"
	"strings"

	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/view"
)

// trustPage is what a template of the trust edition receives.
type trustPage struct {
	Edition     string // "trust"
	Site        view.Trust
	Path        string
	Title       string
	Description string
	Address     string // of the page itself; empty where annex.toml has no base-url
	Nav         []place
	Frame       frame // none: each page lays its own out
	HasForm     bool
	Hidden      bool // search engines leave it out
	Charted     bool // it shows charts
	Draws       bool // it has some that a script brings to life
	Feeds       []trustFeed

	// What the page is about; the template knows which of them.
	LinkedData   linkedData
	Theme        view.TrustTheme
	Control      view.TrustControl
	Document     view.TrustDocument
	Certificate  view.TrustCertificate
	Scope        view.TrustScope
	Framework    view.TrustFramework
	Handout      view.TrustHandout
	Subprocessor view.TrustSubprocessor
	Question     view.TrustQuestion
	Update       view.TrustUpdate
	Copy         view.Copy  // of start.html
	Search       searchView // of the search pages
}

// The addresses of the trust centre's pages, which contracts and questionnaires
// name and which therefore stay as they are.
const (
	trustHomePath          = "index.html"
	trustControlsPath      = "controls.html"
	trustDocumentsPath     = "documents.html"
	trustSubprocessorsPath = "subprocessors.html"
	trustQuestionsPath     = "questions.html"
	trustUpdatesPath       = "updates.html"
	trustCompletePath      = "complete.html"
	trustSentPath          = "sent.html"
	trustMissingPath       = "404.html"
)

// Trust returns the site of the trust edition.
func Trust(theme *Theme, t view.Trust) (publish.Site, error) {
	c := &trustCentre{theme: theme, view: t}
	c.overviews()
	c.entries()
	find := newFinder("trust", trustDocuments(t, theme.Words), t.Language, t.Synonyms, theme.Words)
	for _, one := range find.pages(theme.Room) {
		c.add(one.template, trustPage{Path: one.path, Title: one.title, Search: one.view})
	}
	charted := len(t.Charts) > 0
	static, err := theme.static("trust", c.templates, charting{charted, charted && theme.Charts != nil})
	if err != nil {
		return publish.Site{}, err
	}
	bare(static)
	files := slices.Concat(c.files, static, find.files())
	files = append(files, brand(t.Organization.Brand))
	files = append(files, theme.chartFiles(charted)...)
	files = append(files, embedded(t.Files)...)
	files = append(files, sheets(t)...)
	files = append(files, securityText(t)...)
	if t.BaseURL != "" {
		files = append(files, sitemap(c.public), robots(t))
		for _, feed := range c.feeds() {
			files = append(files, feed.file())
		}
	}
	files = append(files, trustJSON(t), twin(func() any { return trustTwin(t) }))
	return publish.Site{Name: "trust", Files: files}, nil
}

// trustCentre gathers the pages of the trust edition.
type trustCentre struct {
	theme     *Theme
	view      view.Trust
	files     []File
	templates []string // that the pages are made with
	public    []string // the addresses of the pages that anybody should find
}

// overviews adds the pages that show many entries, each where there are any.
func (c *trustCentre) overviews() {
	t, say := c.view, c.theme.Words.Say
	c.add("trust/home.html", trustPage{Path: trustHomePath, Title: say("trust.title"), Description: t.Organization.Plain, LinkedData: linkedDataOf(t)})
	if len(t.Themes) > 0 {
		c.add("trust/controls.html", trustPage{Path: trustControlsPath, Title: say("trust.controls"), Description: say("trust.controls-note")})
	}
	if c.hasOffers() {
		c.add("trust/documents.html", trustPage{Path: trustDocumentsPath, Title: say("trust.documents"), Description: say("trust.documents-lede"), HasForm: c.hasForm()})
	}
	if c.hasSubprocessors() {
		c.add("trust/subprocessors.html", trustPage{Path: trustSubprocessorsPath, Title: say("trust.subprocessors"), Description: say("trust.subprocessors-lede")})
	}
	if len(t.Topics) > 0 {
		c.add("trust/questions.html", trustPage{Path: trustQuestionsPath, Title: say("trust.questions"), Description: say("trust.questions-lede")})
	}
	if len(t.Updates) > 0 {
		c.add("trust/updates.html", trustPage{Path: trustUpdatesPath, Title: say("trust.updates"), Description: say("trust.updates-lede")})
	}
	if len(c.places()) > 1 {
		c.add("trust/complete.html", trustPage{Path: trustCompletePath, Title: say("trust.complete"), Description: say("trust.complete-lede")})
	}
	if c.hasForm() {
		c.add("trust/sent.html", trustPage{Path: trustSentPath, Title: say("trust.sent.title")})
	}
	c.add("trust/missing.html", trustPage{Path: trustMissingPath, Title: say("missing.title")})
}

// entries adds the page of each entry.
func (c *trustCentre) entries() {
	t := c.view
	for _, group := range t.Themes {
		for _, control := range group.Controls {
			c.add("trust/control.html", trustPage{Path: control.Path, Title: control.ID + " " + control.Title, Description: control.Plain, Theme: group, Control: control})
		}
	}
	for _, d := range t.Documents {
		c.add("trust/document.html", trustPage{Path: d.Path, Title: d.Title, Description: d.Plain, Document: d})
	}
	for _, certificate := range t.Certificates {
		c.add("trust/certificate.html", trustPage{Path: certificate.Path, Title: certificate.Title, Certificate: certificate})
	}
	for _, scope := range t.Scopes {
		c.add("trust/scope.html", trustPage{Path: scope.Path, Title: scope.Title, Description: scope.Plain, Scope: scope})
	}
	for _, f := range t.Frameworks {
		c.add("trust/framework.html", trustPage{Path: f.Path, Title: f.Name, Description: f.Plain, Framework: f})
	}
	for _, handout := range t.Handouts {
		c.add("trust/handout.html", trustPage{Path: handout.Path, Title: handout.Title, Description: handout.Plain, Handout: handout})
	}
	for _, s := range slices.Concat(t.Subprocessors.Current, t.Subprocessors.Former) {
		c.add("trust/subprocessor.html", trustPage{Path: s.Path, Title: s.Name, Description: s.Plain, Subprocessor: s})
	}
	for _, topic := range t.Topics {
		for _, question := range topic.Questions {
			c.add("trust/question.html", trustPage{Path: question.Path, Title: question.Question, Description: question.Plain, Question: question})
		}
	}
	for _, update := range t.Updates {
		c.add("trust/update.html", trustPage{Path: update.Path, Title: update.Title, Description: update.Plain, Update: update})
	}
}

// add adds a page.
func (c *trustCentre) add(template string, p trustPage) {
	p.Edition, p.Site, p.Nav = "trust", c.view, c.nav(p.Path)
	p.Hidden = p.Path == trustMissingPath || p.Path == trustSentPath || strings.HasPrefix(p.Path, "search/")
	if c.view.BaseURL != "" && !p.Hidden {
		p.Address = absolute(c.view.BaseURL, p.Path)
		p.Feeds = c.feeds()
		c.public = append(c.public, p.Address)
	}
	p.Charted = (p.Path == trustHomePath || p.Path == trustCompletePath) && len(c.view.Charts) > 0 || len(p.Document.Charts) > 0
	p.Draws = p.Charted && c.theme.Charts != nil
	c.templates = append(c.templates, template)
	c.files = append(c.files, File{Path: p.Path, Content: func() ([]byte, error) {
		var err error
		if p.Document.Body, err = c.theme.withPublicCharts(p.Document.Body, p.Document.Charts); err != nil {
			return nil, err
		}
		return c.theme.execute(template, p.Path, &p)
	}})
}

// absolute returns the address of a page. The first page of a site is the site.
func absolute(base, to string) string {
	if to == trustHomePath {
		return base
	}
	return base + to
}

func (c *trustCentre) hasForm() bool {
	return c.view.Requests.Form != "" && len(c.view.Offers.Request) > 0
}

func (c *trustCentre) hasOffers() bool {
	return len(c.view.Offers.Public)+len(c.view.Offers.Request) > 0
}

func (c *trustCentre) hasSubprocessors() bool {
	return len(c.view.Subprocessors.Current)+len(c.view.Subprocessors.Former) > 0
}

// places lists what the navigation leads to: the pages that there are.
func (c *trustCentre) places() []place {
	t, say := c.view, c.theme.Words.Say
	places := []place{{Title: say("trust.overview"), Path: trustHomePath}}
	add := func(there bool, key, to string) {
		if there {
			places = append(places, place{Title: say(key), Path: to})
		}
	}
	add(len(t.Themes) > 0, "trust.controls", trustControlsPath)
	add(c.hasOffers(), "trust.documents", trustDocumentsPath)
	add(c.hasSubprocessors(), "trust.subprocessors", trustSubprocessorsPath)
	add(len(t.Topics) > 0, "trust.questions", trustQuestionsPath)
	add(len(t.Updates) > 0, "trust.updates", trustUpdatesPath)
	return places
}

// homeOf says to which page of the navigation the entries of a folder belong.
var homeOf = map[string]string{
	"controls": trustControlsPath, "documents": trustDocumentsPath, "handouts": trustDocumentsPath, "suppliers": trustSubprocessorsPath,
	"questions": trustQuestionsPath, "updates": trustUpdatesPath,
}

// nav returns the navigation as the page at the path shows it.
func (c *trustCentre) nav(at string) []place {
	places := c.places()
	for i := range places {
		places[i] = placeFrom(at, homeOf[path.Dir(at)], places[i].Title, places[i].Path)
	}
	return places
}
