package render

import (
	"bytes"
	"html/template"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// components lays out small values that stand on many pages. What the theme's
// template makes of a value is always the same, so that it is laid out once.
type components struct {
	templates *template.Template
	cells     memory[view.Cell]
	alone     memory[laidOut]       // where nothing else stands in the same place
	related   memory[*view.Related] // which nobody changes
	places    memory[place]
	inTables  memory[columnCell]
	inLists   memory[columnCell]
}

// inColumn is what a template makes a cell of a table from.
type inColumn struct {
	Column view.Column
	Head   bool // it heads the row
	Cells  []view.Cell
}

// Rank returns where the cell sorts, zero where the first of its values does not say.
func (c inColumn) Rank() int {
	if len(c.Cells) == 0 {
		return 0
	}
	return c.Cells[0].Rank
}

// columnCell is a cell with one value or none.
type columnCell struct {
	column view.Column
	head   bool
	value  view.Cell
}

func (c *components) functions() template.FuncMap {
	return template.FuncMap{
		// cell lays out a value with the template of its form in components/cell.html.
		"cell": c.cell,
		// inLine lays out several values as cell does, with a space after each.
		"inLine": func(values []view.Cell) (template.HTML, error) {
			return allOf(len(values), " ", func(i int) (template.HTML, error) { return c.cell(values[i]) })
		},
		// cells lays out several values with components/cells.html.
		"cells": c.severalCells,
		// places lays out the items of a navigation, each with components/place.html.
		"places": func(all []place) (template.HTML, error) {
			return allOf(len(all), "\n", func(i int) (template.HTML, error) {
				return c.places.of(c.templates, "components/place.html", all[i], all[i])
			})
		},
		// tableCells lays out the cells of a row with components/table-cell.html,
		// registerCells those behind the first with components/register-cell.html.
		"tableCells": func(columns []view.Column, row [][]view.Cell) (template.HTML, error) {
			return layOutRow(&c.inTables, c.templates, "components/table-cell.html", columns, row, 0)
		},
		"registerCells": func(columns []view.Column, row [][]view.Cell) (template.HTML, error) {
			return layOutRow(&c.inLists, c.templates, "components/register-cell.html", columns, row, 1)
		},
		// related lays out entries in a relation, each with components/related.html.
		"related": func(entries []*view.Related) (template.HTML, error) {
			return allOf(len(entries), "\n", func(i int) (template.HTML, error) {
				return c.related.of(c.templates, "components/related.html", entries[i], entries[i])
			})
		},
	}
}

func (c *components) cell(value view.Cell) (template.HTML, error) {
	switch {
	case value.Form == "":
		return "", nil
	case isUnique(value):
		return layOut(c.templates, "cell/"+value.Form, value)
	}
	return c.cells.of(c.templates, "cell/"+value.Form, value, value)
}

// laidOut is a value as it stands among others.
type laidOut struct {
	Markup template.HTML
	InLine bool // it shares a line with those before and after it: a chip, or the reason for some
	Block  bool // it takes lines of its own
}

func (c *components) severalCells(values []view.Cell) (template.HTML, error) {
	all := make([]laidOut, 0, len(values))
	isRare := len(values) > 1
	for _, value := range values {
		if value.Form == "" {
			continue
		}
		markup, err := c.cell(value)
		if err != nil {
			return "", err
		}
		all = append(all, laidOut{markup, value.Form == "ref" || value.Form == "reason", value.Form == "html" || value.Form == "note"})
		isRare = isRare || isUnique(value)
	}
	switch {
	case len(all) == 0:
		return "", nil
	case isRare:
		return layOut(c.templates, "components/cells.html", all)
	}
	return c.alone.of(c.templates, "components/cells.html", all[0], all)
}

// isUnique reports whether a value is hardly ever the same as another.
func isUnique(value view.Cell) bool {
	const short = 40
	return value.HTML != "" || value.Form == "text" && len(value.Text) > short
}

// buffers are what pages and small values are laid out in, one after the other.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func layOut(templates *template.Template, name string, value any) (template.HTML, error) {
	markup := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(markup)
	markup.Reset()
	err := templates.ExecuteTemplate(markup, name, value)
	return template.HTML(markup.String()), err
}

// memory remembers what values look like, up to a limit, at which it begins anew.
type memory[T comparable] struct {
	mutex sync.RWMutex
	known map[T]template.HTML
}

const mostRemembered = 100_000

// of returns what the template makes of data, which is always the same for the value.
func (m *memory[T]) of(templates *template.Template, name string, value T, data any) (template.HTML, error) {
	m.mutex.RLock()
	markup, known := m.known[value]
	m.mutex.RUnlock()
	if known {
		return markup, nil
	}
	markup, err := layOut(templates, name, data)
	if err != nil {
		return "", err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil {
		m.known = map[T]template.HTML{}
	}
	if len(m.known) == mostRemembered {
		clear(m.known)
	}
	m.known[value] = markup
	return markup, nil
}

// layOutRow returns what the template makes of the cells of a row from that column on.
func layOutRow(m *memory[columnCell], templates *template.Template, name string, columns []view.Column, row [][]view.Cell, from int) (template.HTML, error) {
	return allOf(len(row)-from, "", func(i int) (template.HTML, error) {
		return layOutIn(m, templates, name, inColumn{columns[from+i], from+i == 0, row[from+i]})
	})
}

// allOf returns so many pieces of markup as one, with what comes after each.
func allOf(count int, after string, piece func(i int) (template.HTML, error)) (template.HTML, error) {
	markup := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(markup)
	markup.Reset()
	for i := range count {
		one, err := piece(i)
		if err != nil {
			return "", err
		}
		markup.WriteString(string(one))
		markup.WriteString(after)
	}
	return template.HTML(markup.String()), nil
}

// layOutIn returns what the template makes of a cell of a table.
func layOutIn(m *memory[columnCell], templates *template.Template, name string, cell inColumn) (template.HTML, error) {
	alone := columnCell{column: cell.Column, head: cell.Head}
	switch {
	case len(cell.Cells) > 1 || len(cell.Cells) == 1 && isUnique(cell.Cells[0]):
		return layOut(templates, name, cell)
	case len(cell.Cells) == 1:
		alone.value = cell.Cells[0]
	}
	return m.of(templates, name, alone, cell)
}
