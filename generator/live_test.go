package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/annex-isms/annex/generator"
	"github.com/annex-isms/annex/generator/audience"
	"github.com/annex-isms/annex/generator/finding"
	"github.com/annex-isms/annex/generator/handbook"
	"github.com/annex-isms/annex/generator/largesite"
	"github.com/annex-isms/annex/generator/publish"
)

func TestPreviewTellsOfAMissingThemeAsABuildDoes(t *testing.T) {
	o := sample()
	o.Content = withReplaced(t, "annex.toml", "[organization]", "theme = \"ours\"\n\n[organization]")
	for _, edition := range audience.Editions {
		state, err := generator.NewLive(o, edition).Make(o.Clock)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := findingsIn(state.Settle().Found), findingsIn(generator.Check(o)); a != b {
			t.Errorf("the preview of %s finds\n%s\na check finds\n%s", edition, a, b)
		}
	}
}

// The preview of an edition has the very bytes that a fresh build gives, after
// any edits in a row, good and bad ones. ANNEX_EDITS says how many are tried.
func TestPreviewAfterEditsIsWhatABuildGives(t *testing.T) {
	edits := 60
	if asked, err := strconv.Atoi(os.Getenv("ANNEX_EDITS")); err == nil {
		edits = asked
	}
	day, _ := time.Parse(time.DateOnly, largesite.Day)
	for _, edition := range []audience.Edition{audience.StaffEdition, audience.AuditorEdition} {
		t.Run(edition.String(), func(t *testing.T) {
			w := newWriter(t, uint64(edits))
			o := generator.Options{Content: w.files, Clock: handbook.Clock{Asked: day}, Editions: []audience.Edition{edition}}
			if edition == audience.StaffEdition {
				o.Room = little
			}
			live := generator.NewLive(o, edition)
			good := 0
			for edit := range edits / 2 {
				what := w.edit()
				for name := range w.changed {
					live.ContentChanged(name)
				}
				state, err := live.Make(o.Clock)
				if err != nil {
					t.Fatal(err)
				}
				if state.IsDraft() && w.IntN(2) == 0 {
					askForSome(t, state) // as a browser might meanwhile
				}
				state = state.Settle()
				fresh, found, err := generator.Make(o)
				if err != nil {
					t.Fatal(err)
				}
				if a, b := findingsIn(state.Found), findingsIn(found); a != b {
					t.Fatalf("edit %d (%s): the preview finds\n%s\na build finds\n%s", edit, what, a, b)
				}
				if state.Files == nil != found.HasErrors() {
					t.Fatalf("edit %d (%s): whether there are pages differs", edit, what)
				}
				if found.HasErrors() {
					continue
				}
				good++
				w.compare(t, filesIn(t, fresh[0]), state, edit%25 == 0)
				if t.Failed() {
					t.Fatalf("after edit %d: %s", edit, what)
				}
			}
			if good < edits/8 {
				t.Errorf("only %d of %d states were good", good, edits/2)
			}
		})
	}
}

func findingsIn(found finding.List) string {
	var text strings.Builder
	for _, f := range found {
		fmt.Fprintln(&text, f.Level, f.Code, f.Message, f.Hint, f.At.Position(), f.Entries, f.Waiver)
	}
	return text.String()
}

// writer is somebody who edits a site, with a few mistakes.
type writer struct {
	*rand.Rand
	site    largesite.Site
	files   fstest.MapFS
	changed map[string]bool // by the last edit
	undo    []func()        // of mistakes
}

func newWriter(t *testing.T, seed uint64) *writer {
	t.Helper()
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 1)), site: largesite.New(12), files: fstest.MapFS{}}
	for name, text := range w.site.Files() {
		w.files[name] = &fstest.MapFile{Data: text}
	}
	return w
}

// write changes a file; nil removes it.
func (w *writer) write(name string, text []byte) {
	w.changed[name] = true
	if text == nil {
		delete(w.files, name)
		return
	}
	w.files[name] = &fstest.MapFile{Data: text}
}

// edit changes something and says what.
func (w *writer) edit() string {
	w.changed = map[string]bool{}
	if len(w.undo) > 0 && w.IntN(4) > 0 {
		for len(w.undo) > 0 {
			w.undo[len(w.undo)-1]()
			w.undo = w.undo[:len(w.undo)-1]
		}
		return "mend"
	}
	name, text := w.any("documents/")
	replace := func(old, with string) string {
		w.write(name, []byte(strings.Replace(text, old, with, 1)))
		return name + ": " + old + " → " + with
	}
	number := strconv.Itoa(w.IntN(1000))
	line := func(key string) string {
		_, rest, _ := strings.Cut(text, "\n"+key+" = ")
		value, _, _ := strings.Cut(rest, "\n")
		return "\n" + key + " = " + value + "\n"
	}
	mistake := func(what string) string {
		before := []byte(text)
		w.undo = append(w.undo, func() { w.write(name, before) })
		return what
	}
	switch w.IntN(16) {
	case 0, 1, 2:
		return replace("## Records\n", "## Records\n\nMore words, "+number+".\n")
	case 3, 4:
		return replace(line("title"), "\ntitle = \"A title "+number+"\"\n")
	case 5:
		return replace("## Records\n", "## See [[AST-00001]] and "+number+"\n\nOf [[R-00002]].\n\n## Records\n")
	case 6:
		return replace(line("next-review"), "\nnext-review = 2027-0"+strconv.Itoa(1+w.IntN(9))+"-11\n")
	case 7:
		audience := "\naudience = \"" + []string{"auditor", "staff", "withheld"}[w.IntN(3)] + "\"\n"
		if strings.Contains(text, "\naudience = ") {
			return replace(line("audience"), audience)
		}
		return replace("\nstatus = \"in-force\"\n", "\nstatus = \"in-force\""+audience)
	case 8:
		name, text = w.any("registers/")
		return replace(line("title"), "\ntitle = \"An entry "+number+"\"\n")
	case 9:
		name, text = w.any("registers/risks/")
		return replace(line("assessed"), "\nassessed = 2025-03-0"+strconv.Itoa(1+w.IntN(9))+"\n")
	case 10:
		name, text = "annex.toml", string(w.files["annex.toml"].Data)
		return replace("risk = \"staff\"", "risk = \"auditor\"")
	case 11:
		id := "NEW-" + number
		w.write("documents/new/"+number+".md", []byte(strings.Replace(text, line("id"), "\nid = \""+id+"\"\n", 1)))
		return "add " + id
	case 12:
		mistake("remove")
		w.write(name, nil)
		return "remove " + name
	case 13:
		mistake("dangle")
		return replace("## Records\n", "## Records\n\nSee [[NO-"+number+"]].\n")
	case 14:
		mistake("break")
		return replace("+++\nid", "+++\nid id")
	default:
		mistake("twice")
		return replace(line("id"), "\nid = \"AST-00001\"\n")
	}
}

// any returns a file whose name begins so.
func (w *writer) any(beginning string) (name, text string) {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if strings.HasPrefix(name, beginning) {
			names = append(names, name)
		}
	}
	name = names[w.IntN(len(names))]
	return name, string(w.files[name].Data)
}

// compare compares the pages that a change is likely to show on, or all files.
func (w *writer) compare(t *testing.T, files []publish.File, state generator.State, all bool) {
	t.Helper()
	for _, file := range files {
		isLikely := strings.HasPrefix(file.Path, "documents/") || path.Dir(file.Path) == "." && path.Ext(file.Path) == ".html"
		if !all && (!isLikely && w.IntN(40) > 0 || w.IntN(3) > 0) {
			continue
		}
		want, err := file.Content()
		if err != nil {
			t.Fatal(err)
		}
		shown, found := state.Files(file.Path)
		if !found {
			t.Errorf("%s is missing", file.Path)
			continue
		}
		if got, err := shown.Content(); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs (%v)", file.Path, err)
		}
	}
	for _, name := range []string{"documents/none.html", "documents/index.htm", "risks/AST-00001.html", "../annex.toml", "documents"} {
		if _, found := state.Files(name); found {
			t.Errorf("there is a file %s", name)
		}
	}
}

func askForSome(t *testing.T, state generator.State) {
	t.Helper()
	for _, name := range []string{"documents/POL-00001.html", "risks/R-00001.html", "documents/index.html"} {
		if file, found := state.Files(name); found {
			if _, err := file.Content(); err != nil {
				t.Error(err)
			}
		}
	}
}
