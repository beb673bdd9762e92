// Package render lays views out as files. A file is a function of a view and a
// theme: nothing here reads content, decides who may see what, or knows more
// than the view that it was given.
package render

import (
	"bytes"
	"crypto/rand"
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
	parsed *template.Template // for what looks at templates; never executed

	templates *template.Template // the same, executed
	rootMark  string             // stands in what they make for the way up to the site's root

	staticMutex sync.Mutex
	statics     map[string][]byte // static files, as they are published
}

// LoadTheme reads the theme in files, with words in that language.
func LoadTheme(files fs.FS, language string) (*Theme, error) {
	catalogue, err := words.Load(files, language)
	if err != nil {
		return nil, err
	}
	t := &Theme{Words: catalogue, Room: standardRoom, files: files, rootMark: newRootMark(), statics: map[string][]byte{}}
	small := &components{}
	t.parsed = template.New("").Funcs(t.functions()).Funcs(small.functions())
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
	if t.templates, err = t.parsed.Clone(); err != nil {
		return nil, fmt.Errorf("preparing the theme's templates: %w", err)
	}
	small.templates = t.templates
	return t, nil
}

// MessagesLacking returns the file of messages that a theme lacks in order to
// speak the language, or nothing.
func MessagesLacking(files fs.FS, language string) string { return words.Lacks(files, language) }

// newRootMark returns letters that pass through every escape as they are and that
// nobody can have written.
func newRootMark() string { return rand.Text()[:12] }

// functions returns what templates can call.
func (t *Theme) functions() template.FuncMap {
	return template.FuncMap{
		// say returns words of the interface: {{say "list.count" "count" 3}}.
		"say": t.Words.Say,
		// link returns the way to a page or file of the site, to be printed and for
		// nothing else: the way up to the root is put in last.
		"link": func(to string) string { return t.rootMark + to },
		// facets returns by what a row can be found, as data-facets has it.
		"facets": facetWords,
		// fewIn returns the cells of a row, and few one of the entry at a path, with as
		// many links as have room, and where there are more the way to the entry.
		"fewIn": t.fewIn,
		"few":   t.few,
		// markup prints what package markdown made. It cannot be called html, which
		// html/template takes for its own.
		"markup": func(markup view.HTML) template.HTML {
			return t.linked(string(markup.WithoutCharts()))
		},
		// drawing and publicDrawing return a chart's picture as markup, spark a small line.
		"drawing":       func(c view.Chart) (chart.Drawing, error) { return t.drawing(chart.Of(c)) },
		"publicDrawing": func(c view.TrustChart) (chart.Drawing, error) { return t.drawing(chart.OfPublic(c)) },
		"spark":         chart.Spark,
	}
}

// linked returns markup with links as templates make them.
func (t *Theme) linked(markup string) template.HTML {
	return template.HTML(strings.ReplaceAll(markup, view.RootMark, t.rootMark))
}

// execute renders the page at the path with the template of that name.
func (t *Theme) execute(name, at string, data any) ([]byte, error) {
	return t.executeFrom(rootOf(at), name, data)
}

// executeFrom renders a page from which root is the way up to the site's root: "",
// "../" and so on.
func (t *Theme) executeFrom(root, name string, data any) ([]byte, error) {
	page := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(page)
	page.Reset()
	if err := t.templates.ExecuteTemplate(page, name, data); err != nil {
		return nil, err // it names the template and the place
	}
	return bytes.ReplaceAll(page.Bytes(), []byte(t.rootMark), []byte(root)), nil
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
