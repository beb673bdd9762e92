package render

// navigation is where the pages of the staff and auditor editions lead.
type navigation struct {
	Home      place
	First     []place // the lists for which there is always room
	More      []place // the others
	Answers   []place // the pages that answer a question, by title
	Questions []place // the same, by question
}

// place is one place that a navigation leads to.
type place struct {
	Title   string
	Path    string
	Current string // as aria-current says it: "page" for the page itself, "true" for what it belongs to
}

// mostFirst is for how many lists there is always room.
const mostFirst = 4

func (t *Theme) navigation(p *page) navigation {
	n := navigation{Home: placeFrom(p.Path, "", t.Words.Say("home.title"), "index.html")}
	for _, list := range p.Site.Lists {
		switch at := placeFrom(p.Path, p.listed, list.Name, list.Path); {
		case list.Total == 0:
		case len(n.First) < mostFirst:
			n.First = append(n.First, at)
		default:
			n.More = append(n.More, at)
		}
	}
	for _, answer := range p.Site.Pages {
		n.Answers = append(n.Answers, placeFrom(p.Path, "", answer.Title, answer.Path))
		n.Questions = append(n.Questions, placeFrom(p.Path, "", answer.Question, answer.Path))
	}
	return n
}

// placeFrom returns the place at a path as a page at another shows it, which may
// belong to a third.
func placeFrom(page, home, title, path string) place {
	switch path {
	case page:
		return place{title, path, "page"}
	case home:
		return place{title, path, "true"}
	default:
		return place{title, path, ""}
	}
}
