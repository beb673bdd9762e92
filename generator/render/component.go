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
	related   memory[view.Related]
}

func (c *components) functions() template.FuncMap {
	return template.FuncMap{
		// cell lays out a value with components/cell.html.
		"cell": func(value view.Cell) (template.HTML, error) {
			switch value.Form {
			case "":
				return "", nil
			case "text", "html", "note":
				return layOut(c.templates, "components/cell.html", value) // hardly ever the same
			}
			return c.cells.of(c.templates, "components/cell.html", value)
		},
		// related lays out an entry in a relation with components/related.html.
		"related": func(value view.Related) (template.HTML, error) {
			return c.related.of(c.templates, "components/related.html", value)
		},
	}
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

func (m *memory[T]) of(templates *template.Template, name string, value T) (template.HTML, error) {
	m.mutex.RLock()
	markup, known := m.known[value]
	m.mutex.RUnlock()
	if known {
		return markup, nil
	}
	markup, err := layOut(templates, name, value)
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
