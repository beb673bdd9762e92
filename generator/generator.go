// Package generator turns the content of an ISMS into the sites of its three
// editions. This file is the whole way:
//
//	load → check → what each edition may show → its files → publish
//
// Each step takes values and returns values. Content and themes are read
// through fs.FS; only publish and bundle write; only cmd/annex prints. What they
// write passes by a gate, which looks for words that it must not hold.
package generator

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/gate"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
	"github.com/annex-isms/annex/themes"
)

// Options says what to make of which content.
type Options struct {
	Content  fs.FS
	Themes   fs.FS // the site's own themes, a folder each; nil where it has none
	Clock    handbook.Clock
	Editions []audience.Edition
	Strict   bool        // warnings forbid publishing as errors do
	Charts   *Charts     // what draws charts; nil for sentences and tables alone
	Room     render.Room // how much stands in one place; zero for what the theme thinks right

	needsCharts bool // nothing is made where charts ought to be drawn and cannot be

	// Stage is told what is being done from now on, and of how many things Step
	// will be told that they are done, zero where it will not. Both may be nil; Step
	// is called from any goroutine.
	Stage func(name string, steps int)
	Step  func()
}

func (o Options) stage(name string, steps int) {
	if o.Stage != nil {
		o.Stage(name, steps)
	}
}

func (o Options) step() {
	if o.Step != nil {
		o.Step()
	}
}

// Check returns what is wrong with the content.
func Check(o Options) finding.List {
	_, found := check(o)
	return found
}

// Make returns the sites of the editions, and what was found on the way. Where
// an error was found, there are none.
func Make(o Options) ([]Site, finding.List, error) {
	h, found := check(o)
	if found.HasErrors() {
		return nil, found, nil
	}
	language, _ := h.Language()
	theme, err := render.LoadTheme(themeFiles(o, h), language)
	if err != nil {
		return nil, found, err
	}
	theme.Room = o.Room.Or(theme.Room)
	views := make([]shown, len(o.Editions))
	for i, edition := range o.Editions {
		o.stage(edition.String()+": select", 0)
		views[i] = show(h, theme, edition)
	}
	charts, missing := o.Charts.draw(slices.ContainsFunc(views, func(s shown) bool { return s.draws }))
	if o.Strict || o.needsCharts {
		missing = missing.Strict()
	}
	theme.Charts, found = charts, append(found, missing...)
	if missing.HasErrors() {
		return nil, found, nil
	}
	var sites []Site
	for i, edition := range o.Editions {
		site, err := views[i].site(theme)
		if err != nil {
			return nil, found, err
		}
		sites = append(sites, site.guarded(h.Gate(edition, wordsOf(themeFiles(o, h)))))
	}
	return sites, found, nil
}

// Build makes the sites and publishes them below the folder out. Where an error
// was found, nothing is published and what was there before stays.
func Build(o Options, out string) ([]Site, finding.List, error) {
	sites, found, err := Make(o)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	var published []publish.Site
	for i := range sites {
		sites[i] = sites[i].told(o)
		published = append(published, sites[i].Site)
	}
	err = publish.Publish(out, published)
	if refused := errors.As(err, new(*gate.Refusal)); err != nil && !refused {
		return sites, found, err
	}
	if found = withLeaks(found, sites); found.HasErrors() {
		return nil, found, nil
	}
	return sites, found, nil
}

// check loads the content and returns it with all that is wrong with it.
func check(o Options) (*handbook.Handbook, finding.List) {
	o.stage("read", 0)
	h, found := handbook.Load(o.Content, o.Clock)
	return h, judged(o, h, found)
}

// judged adds what is wrong with content that was read to what was found while
// reading it. The handbook is nil where nothing could be read.
func judged(o Options, h *handbook.Handbook, found finding.List) finding.List {
	found = slices.Clone(found)
	if h != nil {
		o.stage("check", 0)
		found = slices.Concat(found, h.Check(), themeFaults(o, h))
	}
	found.Sort()
	if o.Strict {
		found = found.Strict()
	}
	return found
}

// show returns what one edition shows.
func show(h *handbook.Handbook, theme *render.Theme, edition audience.Edition) shown {
	switch edition {
	case audience.AuditorEdition:
		return shownHandbook(h.Auditor(theme.Words))
	case audience.StaffEdition:
		return shownHandbook(h.Staff(theme.Words))
	default:
		return shownTrust(h.Trust(theme.Words))
	}
}

// themeFiles returns the theme that the site asks for, laid over the default one.
func themeFiles(o Options, h *handbook.Handbook) fs.FS {
	name, _ := h.Theme()
	if name == "" {
		name = "default"
	}
	own, found := ownTheme(o, name)
	if !found {
		return themes.Default()
	}
	return themes.Over(own)
}

// ownTheme returns the files of the site's own theme of that name.
func ownTheme(o Options, name string) (fs.FS, bool) {
	if o.Themes == nil || !fs.ValidPath(name) {
		return nil, false
	}
	if info, err := fs.Stat(o.Themes, name); err != nil || !info.IsDir() {
		return nil, false
	}
	own, err := fs.Sub(o.Themes, name)
	return own, err == nil
}

// themeFaults reports a theme that annex.toml asks for and that is not there, and
// a language that the theme does not speak.
func themeFaults(o Options, h *handbook.Handbook) finding.List {
	var faults finding.List
	name, at := h.Theme()
	if _, found := ownTheme(o, name); !found && name != "" && name != "default" {
		faults = append(faults, finding.Finding{
			Code: "unknown-theme", At: at, Message: "no theme “" + name + "”",
			Hint: "themes are folders in “themes” beside the content; without the line, the default theme holds",
		})
	}
	tag, at := h.Language()
	if file := render.MessagesLacking(themeFiles(o, h), tag); file != "" {
		faults = append(faults, finding.Finding{
			Level: finding.Note, Code: "interface-language", At: at,
			Message: "the theme has no words in “" + tag + "”, so the interface is in English",
			Hint:    "give a theme of your own the file " + file + ", as the default theme has messages/en.toml",
		})
	}
	return faults
}
