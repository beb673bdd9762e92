// Package render lays views out as files. A file is a function of a view and a
// theme: nothing here reads content, decides who may see what, or knows more
// than the view that it was given.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/annex-isms/annex/generator/chart"
	"github.com/annex-isms/annex/generator/view"
	"github.com/annex-isms/annex/generator/words"
)

// Theme is a set of templates, static files and messages. Templates lay out;
// they cannot fetch anything.
type Theme struct {
	Words  *words.Catalogue
	Charts *Charts // nil where charts are not drawn
	Room   Room
	files  fs.FS
	parsed *template.Template

	mutex   sync.Mutex
	atDepth map[string]*template.Template // by the way up to the root

	staticMutex sync.Mutex
	statics     map[string][]byte // static files, as they are published
}

// LoadTheme reads the theme in files, with words in that language.
func LoadTheme(files fs.FS, language string) (*Theme, error) {
	catalogue, err := words.Load(files, language)
	if err != nil {
		return nil, err
	}
	t := &Theme{Words: catalogue, Room: standardRoom, files: files, atDepth: map[string]*template.Template{}, statics: map[string][]byte{}}
	t.parsed = template.New("").Funcs(t.functions("")).Funcs(new(components).functions())
	err = fs.WalkDir(files, "templates", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		_, err = t.parsed.New(strings.TrimPrefix(name, "templates/")).Parse(string(text))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the theme's templates: %w", err)
	}
	settleWords(t.parsed, catalogue)
	return t, nil
}

// functions returns what templates can call. Root is the way from the page up
// to the site's root: "", "../" and so on.
func (t *Theme) functions(root string) template.FuncMap {
	return template.FuncMap{
		// say returns words of the interface: {{say "list.count" "count" 3}}.
		"say": t.Words.Say,
		// link returns the way to a page or file of the site.
		"link": func(to string) string { return root + to },
		// facets returns by what a row can be found, as data-facets has it.
		"facets": facetWords,
		// fewIn returns the cells of a row, and few one of the entry at a path, with as
		// many links as have room, and where there are more the way to the entry.
		"fewIn": t.fewIn,
		"few":   t.few,
		// markup prints what package markdown made. It cannot be called html, which
		// html/template takes for its own.
		"markup": func(markup view.HTML) template.HTML {
			return template.HTML(strings.ReplaceAll(string(markup.WithoutCharts()), view.RootMark, root))
		},
		// drawing and publicDrawing return a chart's picture as markup, spark a small line.
		"drawing":       func(c view.Chart) (chart.Drawing, error) { return t.drawing(chart.Of(c), root) },
		"publicDrawing": func(c view.TrustChart) (chart.Drawing, error) { return t.drawing(chart.OfPublic(c), root) },
		"spark":         chart.Spark,
	}
}

// execute renders the page at the path with the template of that name.
func (t *Theme) execute(name, at string, data any) ([]byte, error) {
	return t.executeFrom(rootOf(at), name, data)
}

// executeFrom renders a page from which root is the way to the site's root.
func (t *Theme) executeFrom(root, name string, data any) ([]byte, error) {
	templates, err := t.at(root)
	if err != nil {
		return nil, err
	}
	page := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(page)
	page.Reset()
	if err := templates.ExecuteTemplate(page, name, data); err != nil {
		return nil, err // it names the template and the place
	}
	return bytes.Clone(page.Bytes()), nil
}

// at returns the templates for pages from which root is the way up.
func (t *Theme) at(root string) (*template.Template, error) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if templates := t.atDepth[root]; templates != nil {
		return templates, nil
	}
	templates, err := t.parsed.Clone()
	if err != nil {
		return nil, fmt.Errorf("preparing the theme's templates: %w", err)
	}
	small := &components{templates: templates}
	t.atDepth[root] = templates.Funcs(t.functions(root)).Funcs(small.functions())
	return templates, nil
}

func facetWords(facets []view.Facet) string {
	var words strings.Builder
	for i, facet := range facets {
		if i > 0 {
			words.WriteByte(' ')
		}
		words.WriteString(facet.Key + "=" + facet.Value)
	}
	return words.String()
}
