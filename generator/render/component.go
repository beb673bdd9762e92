package render

import (
	"bytes"
	"html/template"
	"sync"

	"github.com/annex-isms/annex/generator/view"
)

// components lays out small values that stand on many pages. What the theme's
// template makes of a value, from pages as deep, is always the same, so that it is
// laid out once.
type components struct {
	templates *template.Template
	cells     memory[view.Cell]
	alone     memory[view.Cell] // where nothing else stands in the same place
	related   memory[view.Related]
	places    memory[place]
}

func (c *components) functions() template.FuncMap {
	return template.FuncMap{
		// cell lays out a value with components/cell.html.
		"cell": func(value view.Cell) (template.HTML, error) {
			switch {
			case value.Form == "":
				return "", nil
			case isUnique(value):
				return layOut(c.templates, "components/cell.html", value)
			}
			return c.cells.of(c.templates, "components/cell.html", value, value)
		},
		// cells lays out several values with components/cells.html.
		"cells": func(values []view.Cell) (template.HTML, error) {
			switch {
			case len(values) == 0:
				return "", nil
			case len(values) > 1 || isUnique(values[0]):
				return layOut(c.templates, "components/cells.html", values)
			}
			return c.alone.of(c.templates, "components/cells.html", values[0], values)
		},
		// place lays out one item of a navigation with components/place.html.
		"place": func(value place) (template.HTML, error) {
			return c.places.of(c.templates, "components/place.html", value, value)
		},
		// related lays out an entry in a relation with components/related.html.
		"related": func(value view.Related) (template.HTML, error) {
			return c.related.of(c.templates, "components/related.html", value, value)
		},
	}
}

// isUnique reports whether a value is hardly ever the same as another.
func isUnique(value view.Cell) bool {
	const short = 40
	return value.HTML != "" || value.Form == "text" && len(value.Text) > short
}

func layOut(templates *template.Template, name string, value any) (template.HTML, error) {
	var markup bytes.Buffer
	err := templates.ExecuteTemplate(&markup, name, value)
	return template.HTML(markup.String()), err
}

// memory remembers what values look like, up to a limit.
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
	if len(m.known) < mostRemembered {
		m.known[value] = markup
	}
	return markup, nil
}
