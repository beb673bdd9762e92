package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/search"
)

// The types below are the form of index.json, which scripts lean on: names are
// added to it, never changed.

type twinSite struct {
	twinHead
	Entries []twinEntry `json:"entries"`
}

type twinHead struct {
	Edition      string      `json:"edition"`
	Organization string      `json:"organization"`
	Date         string      `json:"date"`
	Charts       []twinChart `json:"charts,omitempty"`
}

type twinChart struct {
	Key     string       `json:"key"`
	Title   string       `json:"title"`
	Reading string       `json:"reading"`
	Rows    [][]twinFact `json:"rows"`
}

type twinEntry struct {
	Kind     string         `json:"kind"`
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Path     string         `json:"path"`
	Status   string         `json:"status,omitempty"`
	Summary  string         `json:"summary,omitempty"`
	Version  string         `json:"version,omitempty"`
	Approved string         `json:"approved,omitempty"`
	Stages   []twinStage    `json:"stages,omitempty"`
	Facts    []twinFact     `json:"facts,omitempty"`
	Sections []twinSection  `json:"sections,omitempty"`
	Related  []twinRelation `json:"related,omitempty"`
	Text     string         `json:"text,omitempty"`
}

type twinStage struct {
	Name       string `json:"name"`
	Date       string `json:"date,omitempty"`
	Level      int    `json:"level"`
	Likelihood string `json:"likelihood"`
	Impact     string `json:"impact"`
	Reason     string `json:"reason,omitempty"`
}

type twinSection struct {
	Title  string       `json:"title"`
	Text   string       `json:"text,omitempty"`
	Items  []string     `json:"items,omitempty"`
	Rows   [][]twinFact `json:"rows,omitempty"`
	Events []twinEvent  `json:"events,omitempty"`
}

type twinEvent struct {
	Date  string `json:"date"`
	Title string `json:"title"`
	Text  string `json:"text,omitempty"`
}

type twinFact struct {
	Field  string   `json:"field,omitempty"`
	Label  string   `json:"label"`
	Values []string `json:"values"`
}

type twinRelation struct {
	Label string   `json:"label"`
	IDs   []string `json:"ids"`
}

// twinPath is where the machine-readable twin of the pages lies.
const twinPath = "index.json"

// twinLine is what the twin says of an entry: its fields, encoded already, and its
// text, which search keeps as well.
type twinLine struct {
	fields []byte
	text   []search.Passage
}

func (l twinLine) encoded() []byte {
	var parts []string
	for _, passage := range l.text {
		parts = append(parts, passage.Heading, passage.Text)
	}
	text := joined(" ", parts...)
	if text == "" {
		return l.fields
	}
	return slices.Concat(bytes.TrimSuffix(l.fields, []byte("}")), []byte(`,"text":`), encoded(text), []byte("}"))
}

// size is about how many bytes the line takes.
func (l twinLine) size() int {
	size := len(l.fields) + 40
	for _, passage := range l.text {
		size += len(passage.Heading) + len(passage.Text)
	}
	return size + size/50 // for what JSON escapes
}

func twinHeadOf(h view.Handbook) twinHead {
	head := twinHead{Edition: h.Edition, Organization: h.Organization.Name, Date: h.AsOf.ISO}
	for _, c := range h.Charts {
		head.Charts = append(head.Charts, twinChart{Key: c.Key, Title: c.Title, Reading: c.Reading, Rows: twinOfTable(c.Table)})
	}
	return head
}

// handbookTwin returns the twin of the staff or the auditor edition: its head, and a line
// for each of its entries.
func handbookTwin(head []byte, entries []twinLine) File {
	return File{Path: twinPath, Content: func() ([]byte, error) {
		size := len(head)
		for _, entry := range entries {
			size += entry.size()
		}
		var twin bytes.Buffer
		twin.Grow(size)
		twin.Write(bytes.TrimSuffix(head, []byte("}")))
		twin.WriteString(`,"entries":[`)
		for i, entry := range entries {
			if i > 0 {
				twin.WriteByte(',')
			}
			twin.WriteByte('\n')
			twin.Write(entry.encoded())
		}
		twin.WriteString("\n]}\n")
		return twin.Bytes(), nil
	}}
}

// encoded returns a part of the twin as JSON.
func encoded(part any) []byte {
	text, err := json.Marshal(part)
	if err != nil {
		panic("render: " + err.Error()) // only for data that JSON cannot hold
	}
	return text
}

// twinOf returns what the twin says of an entry besides its text.
func twinOf(e view.Entry) twinEntry {
	entry := twinEntry{
		Kind: e.Kind, ID: e.ID, Title: e.Title, Path: e.Path,
		Status: e.Status.Text, Summary: e.Plain,
	}
	for _, s := range e.Journey {
		entry.Stages = append(entry.Stages, twinStage{
			Name: s.Name, Date: s.When.ISO, Level: s.Level.Rank, Likelihood: s.Likelihood, Impact: s.Impact, Reason: plainText(s.Why),
		})
	}
	for _, panel := range e.Panels {
		for _, fact := range panel.Facts {
			entry.Facts = append(entry.Facts, twinFact{Field: fact.Key, Label: fact.Label, Values: plainCells(fact.Cells)})
		}
	}
	for _, section := range e.Sections {
		entry.Sections = append(entry.Sections, twinOfSection(section))
	}
	for _, relation := range e.Related {
		var ids []string
		for _, related := range relation.Entries {
			ids = append(ids, related.Entry.Data)
		}
		entry.Related = append(entry.Related, twinRelation{Label: relation.Title, IDs: ids})
	}
	return entry
}

func twinOfSection(s view.Section) twinSection {
	section := twinSection{Title: s.Title, Text: plainText(s.Text)}
	for _, item := range s.Items {
		section.Items = append(section.Items, plainText(item))
	}
	section.Rows = twinOfTable(s.Table)
	for _, event := range s.Events {
		section.Events = append(section.Events, twinEvent{Date: event.Date.ISO, Title: event.Title, Text: plainText(event.Text)})
	}
	return section
}

func twinOfTable(table view.Table) [][]twinFact {
	var rows [][]twinFact
	for _, row := range table.Rows {
		var facts []twinFact
		for i, cells := range row.Cells {
			facts = append(facts, twinFact{Label: table.Columns[i].Title, Values: plainCells(cells)})
		}
		rows = append(rows, facts)
	}
	return rows
}

// plainCells returns cells as a program reads them.
func plainCells(cells []view.Cell) []string {
	plain := []string{}
	for _, cell := range cells {
		plain = append(plain, cmp.Or(cell.Data, plainText(cell.HTML), cell.Text))
	}
	return plain
}

// plainText returns the words of markup that package markdown made.
func plainText(markup view.HTML) string {
	var text strings.Builder
	for rest := string(markup.WithoutCharts()); rest != ""; {
		words, more, _ := strings.Cut(rest, "<")
		text.WriteString(words)
		var tag string
		tag, rest, _ = strings.Cut(more, ">")
		if name, isEnd := strings.CutPrefix(tag, "/"); isEnd && !inline[name] {
			text.WriteByte(' ')
		}
	}
	return view.OneLine(html.UnescapeString(text.String()))
}

// inline are the elements whose end does not part words.
var inline = map[string]bool{"a": true, "b": true, "code": true, "del": true, "em": true, "i": true, "span": true, "strong": true, "sup": true}
