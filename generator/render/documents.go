package render

import (
	"strings"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
	"github.com/annex-isms/annex/search"
)

// What search finds is taken from what the pages show, so an index holds nothing
// that its edition does not.

// kindWeights say which kinds are more, or less, likely than others to be what
// somebody looks for, in percent. Documents tell people what to do; clauses, items
// of other frameworks, and lists lead to them.
var kindWeights = map[string]int{
	"document":  160,
	"framework": 70, "item": 70, "mapping": 70, "clause": 70,
	"overview": 115, "register": 80, "question": 80,
}

func kindOf(name, label string) search.Kind {
	return search.Kind{Word: search.Word{Word: name, Label: label}, Weight: kindWeights[name]}
}

// handbookDocuments returns what can be found in the staff and auditor editions:
// besides its entries every page that answers a question, and every list.
func handbookDocuments(h view.Handbook, w *words.Catalogue) []search.Document {
	var documents []search.Document
	for _, p := range h.Pages {
		documents = append(documents, pageDocument(p, w))
	}
	for _, list := range h.Lists {
		if list.Total > 0 {
			documents = append(documents, listDocument(list, w))
		}
	}
	return documents
}

// collectFacets takes in by what the rows of a list can be found.
func collectFacets(facets map[string][]view.Facet, list view.List) {
	for _, group := range list.Groups {
		for _, row := range group.Rows {
			if len(row.Cells) > 0 && len(row.Cells[0]) > 0 {
				facets[row.Cells[0][0].Data] = row.Facets
			}
		}
	}
}

func entryDocument(e view.Entry, text []search.Passage, w *words.Catalogue) search.Document {
	d := search.Document{
		ID: e.ID, Title: e.Title, Kind: kindOf(e.Kind, e.Plural), Label: e.Label, Path: e.Path, Lead: e.Plain, Terms: e.Terms,
		Status:   search.Status{Word: search.Word{Word: e.Status.Data, Label: e.Status.Text}, Text: e.Status.Text, Tone: e.Status.Tone},
		Passages: text,
	}
	if d.Status.Word.Word == "" {
		d.Status.Word.Word = e.Status.Text
	}
	if e.ShownID != e.ID {
		d.Shown = e.ShownID
	}
	if len(e.Journey) > 0 {
		d.Passages = append(d.Passages, search.Passage{Heading: w.Say("risk.journey"), Text: journeyText(e.Journey)})
	}
	for _, section := range e.Sections {
		d.Passages = append(d.Passages, sectionPassage(section))
	}
	for _, panel := range e.Panels {
		d.Passages = append(d.Passages, search.Passage{Heading: panel.Title, Text: panelText(panel)})
	}
	d.Mentions = mentions(e)
	return d
}

// addFacets adds to a document by what else its entry can be found.
func addFacets(d *search.Document, facets []view.Facet) {
	for _, facet := range facets {
		if facet.Key == "status" {
			d.Status.Word = search.Word{Word: facet.Value, Label: facet.Label}
		} else {
			d.Facets = append(d.Facets, search.Facet{Key: facet.Key, Values: facetValues(facet)})
		}
	}
}

func pageDocument(p view.Page, w *words.Catalogue) search.Document {
	d := search.Document{
		Title: p.Title, Label: w.Say("search.overview"), Path: p.Path, Lead: p.Lede,
		Kind:  kindOf("overview", w.Say("page.questions")),
		Terms: []string{p.Question},
	}
	for _, section := range p.Sections {
		d.Passages = append(d.Passages, sectionPassage(section))
	}
	return d
}

func listDocument(list view.List, w *words.Catalogue) search.Document {
	return search.Document{
		Title: list.Title, Label: w.Say("list.register"), Path: list.Path, Lead: list.Lede,
		Kind:     kindOf("register", w.Say("home.registers")),
		Passages: []search.Passage{{Heading: list.Name}},
	}
}

// facetValues returns the ways in which a query may write a value. One that is an
// entry is found by any word of its title, and by the first letters of all:
// owner:security, owner:ciso.
func facetValues(facet view.Facet) []string {
	values := []string{facet.Value, facet.Label}
	titleWords := strings.Fields(facet.Label)
	if strings.EqualFold(facet.Value, strings.Join(titleWords, "-")) {
		return values
	}
	initials := ""
	for _, word := range titleWords {
		initials += string([]rune(word)[0])
	}
	values = append(values, titleWords...)
	if len(titleWords) > 2 {
		values = append(values, initials)
	}
	return values
}

func journeyText(stages []view.Stage) string {
	var parts []string
	for _, stage := range stages {
		parts = append(parts, stage.Name+": "+joined(" · ", stage.Level.Text, stage.Likelihood, stage.Impact, plainText(stage.Why)))
	}
	return strings.Join(parts, " · ")
}

func sectionPassage(s view.Section) search.Passage {
	p := search.Passage{Heading: s.Title}
	if s.ID != "" {
		p.Anchor = "page." + s.ID
	}
	parts := []string{s.Note, plainText(s.Text)}
	for _, item := range s.Items {
		parts = append(parts, plainText(item))
	}
	for _, row := range s.Table.Rows {
		for _, cells := range row.Cells {
			parts = append(parts, cellTexts(cells))
		}
	}
	for _, event := range s.Events {
		parts = append(parts, event.Date.Text, event.Title, plainText(event.Text))
	}
	p.Text = joined(" · ", parts...)
	return p
}

func panelText(panel view.Panel) string {
	parts := []string{panel.Status.Text}
	for _, fact := range panel.Facts {
		parts = append(parts, fact.Label+": "+cellTexts(fact.Cells))
	}
	return joined(" · ", parts...)
}

// cellTexts returns cells as a reader sees them.
func cellTexts(cells []view.Cell) string {
	var texts []string
	for _, cell := range cells {
		switch {
		case cell.HTML != "":
			texts = append(texts, plainText(cell.HTML))
		case cell.Form == "date":
			texts = append(texts, cell.Date.Text)
		case cell.Form == "ref":
			texts = append(texts, cell.ID)
		default:
			texts = append(texts, cell.Text)
		}
	}
	return joined(", ", texts...)
}

// joined joins the texts that are not empty.
func joined(separator string, texts ...string) string {
	var all []string
	for _, text := range texts {
		if text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, separator)
}

// mentions returns the IDs of the entries that an entry's page links to outside of
// its texts.
func mentions(e view.Entry) []string {
	var ids []string
	add := func(cells ...view.Cell) {
		for _, cell := range cells {
			if cell.Form == "entry" || cell.Form == "ref" {
				ids = append(ids, cell.Data)
			}
		}
	}
	for _, panel := range e.Panels {
		for _, fact := range panel.Facts {
			add(fact.Cells...)
		}
	}
	for _, section := range e.Sections {
		for _, row := range section.Table.Rows {
			for _, cells := range row.Cells {
				add(cells...)
			}
		}
	}
	for _, relation := range e.Related {
		for _, related := range relation.Entries {
			add(related.Entry)
		}
	}
	return ids
}
