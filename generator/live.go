package generator

import (
	"slices"
	"sync"

	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/mirror"
	"github.com/annex-isms/annex/generator/publish"
	"github.com/annex-isms/annex/generator/render"
)

// Live makes one edition again and again while somebody writes. It reads only
// what is said to have changed and makes only the pages that are asked for, and
// each of them has the bytes that Build would publish.
type Live struct {
	options Options
	edition audience.Edition
	content *mirror.Mirror
	themes  *mirror.Mirror // nil where the site has none of its own

	memory  *handbook.Memory
	theme   *render.Theme // the one that was loaded last
	themeOf themeKey
	undrawn finding.List // what hinders the theme from drawing charts
}

// themeKey is what a theme depends on besides its files.
type themeKey struct{ name, language string }

// NewLive returns what makes the edition of o's content.
func NewLive(o Options, edition audience.Edition) *Live {
	l := &Live{options: o, edition: edition, content: mirror.Of(o.Content), memory: handbook.NewMemory()}
	l.options.Content = l.content
	if o.Themes != nil {
		l.themes = mirror.Of(o.Themes)
		l.options.Themes = l.themes
	}
	return l
}

// ContentChanged says that a file or folder of the content may have changed.
func (l *Live) ContentChanged(name string) { l.content.Forget(name) }

// ThemesChanged says that a file or folder of the themes may have changed.
func (l *Live) ThemesChanged(name string) {
	l.theme = nil
	if l.themes != nil {
		l.themes.Forget(name)
	}
}

// AllChanged says that anything may have changed.
func (l *Live) AllChanged() {
	l.theme = nil
	l.content.ForgetAll()
	if l.themes != nil {
		l.themes.ForgetAll()
	}
}

// State is the edition as the content was at one time.
type State struct {
	Found finding.List // of the form, and once the state is settled all that Check finds
	Files Finder       // nil where an error was found

	settle func() State
}

// Finder returns the file at a path of the site. It may be called by several
// goroutines.
type Finder func(path string) (publish.File, bool)

// Settle returns the state once every rule has been asked. Until then it tells
// what the rules said before the last change.
func (s State) Settle() State {
	if s.settle == nil {
		return s
	}
	return s.settle()
}

// IsDraft reports whether the state is not settled yet.
func (s State) IsDraft() bool { return s.settle != nil }

// PageOf returns the path of the page that a document makes, empty where the file
// is none.
func (l *Live) PageOf(name string) string { return l.memory.PageOf(name) }

// Make returns the state of the edition now.
func (l *Live) Make(clock handbook.Clock) (State, error) {
	l.options.Clock = clock
	h, found := l.memory.Load(l.options.Content, clock)
	if h == nil || found.HasErrors() || themeFaults(l.options, h).HasErrors() || l.edition == audience.TrustEdition {
		return l.makeWhole(h, found)
	}
	theme, err := l.loadTheme(h)
	if err != nil {
		return State{Found: found}, err
	}
	draft, book := l.memory.Open(h, l.edition, theme.Words)
	o, undrawn := l.options, l.undrawn // for the next state may be made meanwhile
	settled := sync.OnceValue(func() State {
		book.Settle()
		found := append(judged(o, h, found), undrawn...)
		if found.HasErrors() {
			return State{Found: found}
		}
		l.memory.Settled(book)
		return State{Found: found, Files: filesOf(theme, book, nil)}
	})
	if draft == book {
		return settled(), nil
	}
	return State{Found: slices.Concat(found, l.undrawn), Files: filesOf(theme, draft, settled), settle: settled}, nil
}

// makeWhole makes all of the edition at once.
func (l *Live) makeWhole(h *handbook.Handbook, found finding.List) (State, error) {
	found = judged(l.options, h, found)
	if h == nil || found.HasErrors() {
		return State{Found: found}, nil
	}
	theme, err := l.loadTheme(h)
	if err != nil {
		return State{Found: found}, err
	}
	shown := show(h, theme, l.edition)
	if shown.draws {
		found = append(found, l.undrawn...)
	}
	if found.HasErrors() {
		return State{Found: found}, nil
	}
	made, err := shown.site(theme)
	if err != nil {
		return State{Found: found}, err
	}
	files, err := made.All()
	return State{Found: found, Files: finderIn(files)}, err
}

func (l *Live) loadTheme(h *handbook.Handbook) (*render.Theme, error) {
	name, _ := h.Theme()
	language, _ := h.Language()
	key := themeKey{name, language}
	if l.theme != nil && l.themeOf == key {
		return l.theme, nil
	}
	theme, err := render.LoadTheme(themeFiles(l.options, h), language)
	if err != nil {
		return nil, err
	}
	theme.Room = l.options.Room.Or(theme.Room)
	theme.Charts, l.undrawn = l.options.Charts.draw(true)
	if l.options.Strict {
		l.undrawn = l.undrawn.Strict()
	}
	l.theme, l.themeOf = theme, key
	return theme, nil
}

// fileAt returns the file at the path among some.
func fileAt(path string, files []publish.File) (publish.File, bool) {
	at := slices.IndexFunc(files, func(file publish.File) bool { return file.Path == path })
	if at < 0 {
		return publish.File{}, false
	}
	return files[at], true
}

func finderIn(files []publish.File) Finder {
	at := make(map[string]publish.File, len(files))
	for _, file := range files {
		at[file.Path] = file
	}
	return func(path string) (publish.File, bool) {
		file, found := at[path]
		return file, found
	}
}

// filesOf returns what makes the files of a book, each when it is asked for. What
// only the settled state can tell comes from there, where the book is a draft.
func filesOf(theme *render.Theme, book *handbook.Book, settled func() State) Finder {
	pages := sync.OnceValue(func() *render.Pages { return render.NewPages(theme, book.Frame()) })
	fixed := sync.OnceValues(func() (Finder, error) {
		files, err := pages().Fixed()
		return finderIn(files), err
	})
	rest := sync.OnceValues(func() (Finder, error) {
		h, entries := book.Whole()
		site, err := render.Handbook(theme, h, entries)
		if err != nil {
			return nil, err
		}
		files, err := site.All()
		return finderIn(files), err
	})
	return func(path string) (publish.File, bool) {
		for _, owner := range render.Owners(path) {
			var made []publish.File
			if entry, found := book.Entry(owner); found {
				made = pages().Entry(entry)
			} else if list, found := book.List(owner); found {
				made = pages().List(list)
			}
			if file, found := fileAt(path, made); found {
				return file, true
			}
		}
		find, err := fixed()
		if err != nil {
			return failing(path, err), true
		}
		if file, found := find(path); found {
			return file, true
		}
		if settled != nil {
			if state := settled(); state.Files != nil {
				return state.Files(path)
			}
		}
		if path == "index.html" {
			return pages().Home(book.Home()), true
		}
		for _, owner := range render.Owners(path) {
			if answer, found := book.Answer(owner); found {
				if file, found := fileAt(path, pages().Answer(answer)); found {
					return file, true
				}
			}
		}
		if find, err = rest(); err != nil {
			return failing(path, err), true
		}
		return find(path)
	}
}

// failing returns a file that cannot be made.
func failing(path string, err error) publish.File {
	return publish.File{Path: path, Content: func() ([]byte, error) { return nil, err }}
}
