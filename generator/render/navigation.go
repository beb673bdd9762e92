package render

import (
	"html/template"
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// navigation lays out the navigation of the staff or auditor edition. It is the
// same on thousands of pages, so that each of its forms is laid out once.
type navigation struct {
	theme *Theme
	own   map[string]bool // the paths of the pages that it leads to

	mutex sync.Mutex
	forms map[navigationForm]navigationOf
}

type navigationOf struct {
	places  []place
	laidOut template.HTML
}

// navigationForm is what the navigation of a page depends on.
type navigationForm struct{ root, list, page string }

func newNavigation(theme *Theme, h view.Handbook) *navigation {
	n := &navigation{theme: theme, own: map[string]bool{"index.html": true}, forms: map[navigationForm]navigationOf{}}
	for _, list := range h.Lists {
		n.own[list.Path] = true
	}
	for _, answer := range h.Pages {
		n.own[answer.Path] = true
	}
	return n
}

// into puts the navigation into a page.
func (n *navigation) into(p *page) error {
	form := navigationForm{root: rootOf(p.Path), list: p.listed}
	if n.own[p.Path] {
		form.page = p.Path
	}
	n.mutex.Lock()
	defer n.mutex.Unlock()
	known, found := n.forms[form]
	if !found {
		p.Nav = places(p.Site, p.listed)
		markup, err := n.theme.executeFrom(form.root, "handbook/navigation.html", p)
		if err != nil {
			return err
		}
		known = navigationOf{p.Nav, template.HTML(markup)}
		n.forms[form] = known
	}
	p.Nav, p.Navigation = known.places, known.laidOut
	return nil
}

// places returns where the navigation leads, from a page that belongs to a list.
func places(h view.Handbook, listed string) []place {
	var all []place
	for _, list := range h.Lists {
		if list.Total > 0 {
			all = append(all, place{Title: list.Name, Path: list.Path, Current: list.Path == listed})
		}
	}
	return all
}

// rootOf returns the way from a page up to the site's root.
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
