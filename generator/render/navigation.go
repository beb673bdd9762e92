package render

// navigation is where the pages of the staff and auditor editions lead.
type navigation struct {
	Row       []place // what there is always room for
	Menu      []place // all lists, and what stands beside the menu where there is room for it
	Few       bool    // the menu has no other lists than the row
	Questions []place // the pages that answer one
}

// place is one place that a navigation leads to.
type place struct {
	Title   string
	Path    string
	Current string // as aria-current says it: "page" for the page itself, "true" for what it belongs to
	Narrow  bool   // it is shown where there is no room for the row and the questions
	Part    string // what begins with it there
}

// mostFirst is for how many lists there is always room.
const mostFirst = 4

func (t *Theme) navigation(p *page) navigation {
	home := placeFrom(p.Path, "", t.Words.Say("home.title"), "index.html")
	var answers, questions, lists []place
	for _, answer := range p.Site.Pages {
		answers = append(answers, placeFrom(p.Path, "", answer.Title, answer.Path))
		questions = append(questions, placeFrom(p.Path, "", answer.Question, answer.Path))
	}
	for _, list := range p.Site.Lists {
		if list.Total > 0 {
			lists = append(lists, placeFrom(p.Path, p.listed, list.Name, list.Path))
		}
	}
	narrow := append([]place{home}, answers...)
	for i := range narrow {
		narrow[i].Narrow = true
	}
	menu := append(narrow, lists...)
	if len(answers) > 0 {
		menu[1].Part = t.Words.Say("page.questions")
	}
	if len(lists) > 0 {
		menu[len(narrow)].Part = t.Words.Say("page.registers")
	}
	return navigation{
		Row: append([]place{home}, lists[:min(mostFirst, len(lists))]...), Menu: menu,
		Few: len(lists) <= mostFirst, Questions: questions,
	}
}

// placeFrom returns the place at a path as a page at another shows it, which may
// belong to a third.
func placeFrom(page, home, title, path string) place {
	switch path {
	case page:
		return place{Title: title, Path: path, Current: "page"}
	case home:
		return place{Title: title, Path: path, Current: "true"}
	default:
		return place{Title: title, Path: path}
	}
}
